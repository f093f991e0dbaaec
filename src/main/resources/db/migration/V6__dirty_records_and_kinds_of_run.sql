ALTER TABLE task_run ADD COLUMN kind VARCHAR(16) DEFAULT 'LOAD' NOT NULL;
ALTER TABLE task_run ADD COLUMN origin_id CHAR(36);
ALTER TABLE task_run ADD COLUMN verified LONGTEXT;

-- The records kept so far are shortened samples that nobody was ever shown and that cannot be sent on.
DROP TABLE run_dirty_record;

CREATE TABLE dirty_shape (
    run_id CHAR(36) NOT NULL,
    number INT NOT NULL,
    workspace_id CHAR(36) NOT NULL,
    stage VARCHAR(16) NOT NULL,
    step INT NOT NULL,
    source_columns LONGTEXT NOT NULL,
    record_columns LONGTEXT NOT NULL,
    PRIMARY KEY (run_id, number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE dirty_record (
    run_id CHAR(36) NOT NULL,
    sequence BIGINT NOT NULL,
    workspace_id CHAR(36) NOT NULL,
    shape INT NOT NULL,
    split INT NOT NULL,
    found_at DATETIME(6) NOT NULL,
    code VARCHAR(64) NOT NULL,
    column_index INT NOT NULL,
    column_name VARCHAR(300) NOT NULL,
    message LONGTEXT NOT NULL,
    place LONGTEXT NOT NULL,
    original LONGTEXT NOT NULL,
    corrected LONGTEXT,
    cut LONGTEXT NOT NULL,
    state VARCHAR(16) NOT NULL,
    uncertain BOOLEAN NOT NULL,
    replay_id CHAR(36),
    replayed_at DATETIME(6),
    revision BIGINT NOT NULL,
    PRIMARY KEY (run_id, sequence)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX dirty_record_cause ON dirty_record (run_id, code, column_name);
CREATE INDEX dirty_record_replay ON dirty_record (replay_id);
CREATE INDEX dirty_record_state ON dirty_record (state);
CREATE INDEX dirty_record_found ON dirty_record (found_at);
