-- Counted up now and then; a file beside an embedded store keeps the same number, so that a store which lost its end is seen.
CREATE TABLE store_mark (
    number BIGINT NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO store_mark (number) VALUES (0);

-- Whether another process may begin a run that waits. Runs of earlier versions do not tell whether they go on with a load.
ALTER TABLE task_run ADD COLUMN movable BOOLEAN DEFAULT FALSE NOT NULL;
