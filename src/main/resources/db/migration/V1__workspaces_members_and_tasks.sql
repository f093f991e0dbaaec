CREATE TABLE app_user (
    id CHAR(36) NOT NULL,
    name VARCHAR(128) NOT NULL,
    name_key VARCHAR(128) NOT NULL,
    display_name VARCHAR(255) NOT NULL,
    email VARCHAR(255) NOT NULL,
    password_hash VARCHAR(255) NOT NULL,
    disabled BOOLEAN NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT app_user_name UNIQUE (name_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE workspace (
    id CHAR(36) NOT NULL,
    name VARCHAR(128) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE workspace_member (
    workspace_id CHAR(36) NOT NULL,
    user_id CHAR(36) NOT NULL,
    role VARCHAR(32) NOT NULL,
    joined_at DATETIME(6) NOT NULL,
    PRIMARY KEY (workspace_id, user_id),
    CONSTRAINT workspace_member_workspace FOREIGN KEY (workspace_id) REFERENCES workspace (id),
    CONSTRAINT workspace_member_user FOREIGN KEY (user_id) REFERENCES app_user (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE installation (
    name VARCHAR(64) NOT NULL,
    content VARCHAR(255) NOT NULL,
    PRIMARY KEY (name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO installation (name, content) VALUES ('setup', 'open');

CREATE TABLE tree_node (
    id CHAR(36) NOT NULL,
    workspace_id CHAR(36) NOT NULL,
    parent_id CHAR(36) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    name VARCHAR(300) NOT NULL,
    live_name VARCHAR(300),
    position INT NOT NULL,
    deletion_id CHAR(36),
    PRIMARY KEY (id),
    CONSTRAINT tree_node_sibling UNIQUE (workspace_id, parent_id, live_name),
    CONSTRAINT tree_node_workspace FOREIGN KEY (workspace_id) REFERENCES workspace (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX tree_node_deletion ON tree_node (workspace_id, deletion_id);

CREATE TABLE task (
    node_id CHAR(36) NOT NULL,
    workspace_id CHAR(36) NOT NULL,
    text LONGTEXT NOT NULL,
    revision BIGINT NOT NULL,
    changed_by VARCHAR(255) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (node_id),
    CONSTRAINT task_node FOREIGN KEY (node_id) REFERENCES tree_node (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX task_workspace ON task (workspace_id);
