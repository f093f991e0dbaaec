CREATE TABLE audit_event (
    sequence BIGINT NOT NULL AUTO_INCREMENT,
    occurred_at DATETIME(6) NOT NULL,
    kind VARCHAR(32) NOT NULL,
    actor VARCHAR(128) NOT NULL,
    workspace_id CHAR(36),
    subject VARCHAR(255) NOT NULL,
    detail VARCHAR(1000) NOT NULL,
    PRIMARY KEY (sequence)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX audit_event_workspace ON audit_event (workspace_id, sequence);
