CREATE TABLE data_source (
    id CHAR(36) NOT NULL,
    workspace_id CHAR(36) NOT NULL,
    name VARCHAR(128) NOT NULL,
    type VARCHAR(64) NOT NULL,
    description VARCHAR(2000) NOT NULL,
    settings LONGTEXT NOT NULL,
    revision BIGINT NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    changed_by VARCHAR(255) NOT NULL,
    last_test LONGTEXT,
    PRIMARY KEY (id),
    CONSTRAINT data_source_name UNIQUE (workspace_id, name),
    CONSTRAINT data_source_workspace FOREIGN KEY (workspace_id) REFERENCES workspace (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE data_source_secret (
    data_source_id CHAR(36) NOT NULL,
    workspace_id CHAR(36) NOT NULL,
    path VARCHAR(255) NOT NULL,
    key_id VARCHAR(64) NOT NULL,
    content LONGTEXT NOT NULL,
    PRIMARY KEY (data_source_id, path),
    CONSTRAINT data_source_secret_owner FOREIGN KEY (data_source_id) REFERENCES data_source (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
