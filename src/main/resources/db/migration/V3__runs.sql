CREATE TABLE task_run (
    id CHAR(36) NOT NULL,
    workspace_id CHAR(36) NOT NULL,
    number BIGINT NOT NULL,
    task_id CHAR(36) NOT NULL,
    task_name VARCHAR(300) NOT NULL,
    task_text LONGTEXT NOT NULL,
    parameters LONGTEXT NOT NULL,
    state VARCHAR(16) NOT NULL,
    started_by_id CHAR(36) NOT NULL,
    started_by VARCHAR(255) NOT NULL,
    started_at DATETIME(6) NOT NULL,
    ended_at DATETIME(6),
    owner_id CHAR(36) NOT NULL,
    heartbeat_at DATETIME(6) NOT NULL,
    statistics LONGTEXT NOT NULL,
    failure LONGTEXT,
    log_lines_dropped BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT task_run_number UNIQUE (workspace_id, number),
    CONSTRAINT task_run_workspace FOREIGN KEY (workspace_id) REFERENCES workspace (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX task_run_history ON task_run (workspace_id, task_id, number);
CREATE INDEX task_run_state ON task_run (state);

CREATE TABLE run_log (
    run_id CHAR(36) NOT NULL,
    sequence BIGINT NOT NULL,
    workspace_id CHAR(36) NOT NULL,
    logged_at DATETIME(6) NOT NULL,
    level VARCHAR(8) NOT NULL,
    source VARCHAR(300) NOT NULL,
    text LONGTEXT NOT NULL,
    PRIMARY KEY (run_id, sequence)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE run_dirty_record (
    run_id CHAR(36) NOT NULL,
    id CHAR(36) NOT NULL,
    workspace_id CHAR(36) NOT NULL,
    content LONGTEXT NOT NULL,
    PRIMARY KEY (run_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
