-- Whoever changes a tree counts this up first, which lets one change wait for the other and tells screens of changes.
CREATE TABLE tree_revision (
    workspace_id CHAR(36) NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (workspace_id),
    CONSTRAINT tree_revision_workspace FOREIGN KEY (workspace_id) REFERENCES workspace (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO tree_revision (workspace_id, revision) SELECT id, 1 FROM workspace;

-- Room between siblings, so that one can come between two others without moving the rest.
UPDATE tree_node SET position = position * 1024;
CREATE INDEX tree_node_order ON tree_node (workspace_id, parent_id, position);

ALTER TABLE task_run ADD COLUMN records_dirty BIGINT DEFAULT 0 NOT NULL;
UPDATE task_run SET records_dirty = (SELECT COUNT(*) FROM dirty_record WHERE dirty_record.run_id = task_run.id);
CREATE INDEX task_run_last ON task_run (workspace_id, kind, task_id, number);
