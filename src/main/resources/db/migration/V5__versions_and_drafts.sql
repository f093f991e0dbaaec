CREATE TABLE task_version (
    task_id CHAR(36) NOT NULL,
    number BIGINT NOT NULL,
    workspace_id CHAR(36) NOT NULL,
    text LONGTEXT NOT NULL,
    remark VARCHAR(1000) NOT NULL,
    submitted_by_id CHAR(36) NOT NULL,
    submitted_by VARCHAR(255) NOT NULL,
    submitted_at DATETIME(6) NOT NULL,
    PRIMARY KEY (task_id, number),
    CONSTRAINT task_version_task FOREIGN KEY (task_id) REFERENCES task (node_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE task_draft (
    task_id CHAR(36) NOT NULL,
    user_id CHAR(36) NOT NULL,
    workspace_id CHAR(36) NOT NULL,
    text LONGTEXT NOT NULL,
    revision BIGINT NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (task_id, user_id),
    CONSTRAINT task_draft_task FOREIGN KEY (task_id) REFERENCES task (node_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
