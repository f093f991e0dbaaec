CREATE TABLE run_difference (
    run_id CHAR(36) NOT NULL,
    number INT NOT NULL,
    workspace_id CHAR(36) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    key_range INT NOT NULL,
    found_at DATETIME(6) NOT NULL,
    content LONGTEXT NOT NULL,
    PRIMARY KEY (run_id, number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX run_difference_found ON run_difference (found_at);
