package io.sluice.studio;

import io.sluice.store.Columns;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of the tasks in the store: written once, never changed. */
@Repository
class VersionRepository {
    private static final RowMapper<TaskVersion> VERSION = (row, number) -> new TaskVersion(
            row.getLong("number"),
            row.getString("remark"),
            row.getString("submitted_by"),
            Columns.time(row, "submitted_at"));

    private static final RowMapper<String> TEXT = (row, number) -> row.getString("text");

    private static final String ALL = """
            SELECT number, remark, submitted_by, submitted_at FROM task_version
            WHERE workspace_id = :workspace AND task_id = :task ORDER BY number DESC
            """;

    private static final String ONE_TEXT = """
            SELECT text FROM task_version
            WHERE workspace_id = :workspace AND task_id = :task AND number = :number
            """;

    private static final String LOCK_TASK = """
            SELECT text FROM task WHERE workspace_id = :workspace AND node_id = :task AND revision = :revision
            FOR UPDATE
            """;

    private static final String INSERT = """
            INSERT INTO task_version
                (task_id, number, workspace_id, text, remark, submitted_by_id, submitted_by, submitted_at)
            VALUES (:task, :number, :workspace, :text, :remark, :byId, :by, :at)
            """;

    private final JdbcClient store;

    VersionRepository(JdbcClient store) {
        this.store = store;
    }

    /** Newest first. */
    List<TaskVersion> all(UUID workspace, UUID task) {
        return store.sql(ALL)
                .param("workspace", workspace.toString())
                .param("task", task.toString())
                .query(VERSION)
                .list();
    }

    Optional<String> text(UUID workspace, UUID task, long number) {
        return store.sql(ONE_TEXT)
                .param("workspace", workspace.toString())
                .param("task", task.toString())
                .param("number", number)
                .query(TEXT)
                .optional();
    }

    /** The text of the task, kept from changes until the transaction ends; empty when its revision is another. */
    Optional<String> lockTask(UUID workspace, UUID task, long revision) {
        return store.sql(LOCK_TASK)
                .param("workspace", workspace.toString())
                .param("task", task.toString())
                .param("revision", revision)
                .query(TEXT)
                .optional();
    }

    void insert(Member member, UUID task, TaskVersion version, String text) {
        store.sql(INSERT)
                .param("task", task.toString())
                .param("number", version.number())
                .param("workspace", member.workspaceId().toString())
                .param("text", text)
                .param("remark", version.comment())
                .param("byId", member.userId().toString())
                .param("by", version.submittedBy())
                .param("at", Columns.time(version.submittedAt()))
                .update();
    }
}
