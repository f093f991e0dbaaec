package io.sluice.studio;

import io.sluice.store.Columns;
import io.sluice.workspace.Member;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The unsaved texts in the store: at most one of each member and task. */
@Repository
class DraftRepository {
    private static final RowMapper<Draft> DRAFT =
            (row, number) -> new Draft(row.getString("text"), row.getLong("revision"), Columns.time(row, "changed_at"));

    private static final String ONE = """
            SELECT text, revision, changed_at FROM task_draft
            WHERE workspace_id = :workspace AND task_id = :task AND user_id = :user
            """;

    private static final String ALL = """
            SELECT task_id, text, revision, changed_at FROM task_draft
            WHERE workspace_id = :workspace AND user_id = :user
            """;

    private static final String UPDATE = """
            UPDATE task_draft SET text = :text, revision = :revision, changed_at = :at
            WHERE workspace_id = :workspace AND task_id = :task AND user_id = :user
            """;

    /** Writes nothing for a task that the workspace does not have. */
    private static final String INSERT = """
            INSERT INTO task_draft (task_id, user_id, workspace_id, text, revision, changed_at)
            SELECT node_id, :user, workspace_id, :text, :revision, :at FROM task
            WHERE workspace_id = :workspace AND node_id = :task
            """;

    private static final String DELETE = """
            DELETE FROM task_draft WHERE workspace_id = :workspace AND task_id = :task AND user_id = :user
            """;

    private final JdbcClient store;

    DraftRepository(JdbcClient store) {
        this.store = store;
    }

    Optional<Draft> find(Member member, UUID task) {
        return of(ONE, member, task).query(DRAFT).optional();
    }

    /** The member's unsaved texts by task. */
    Map<UUID, Draft> all(Member member) {
        Map<UUID, Draft> drafts = new HashMap<>();
        store.sql(ALL)
                .param("workspace", member.workspaceId().toString())
                .param("user", member.userId().toString())
                .query((row, number) -> Map.entry(UUID.fromString(row.getString("task_id")), DRAFT.mapRow(row, number)))
                .list()
                .forEach(draft -> drafts.put(draft.getKey(), draft.getValue()));
        return drafts;
    }

    void keep(Member member, UUID task, Draft draft) {
        if (write(UPDATE, member, task, draft) > 0) {
            return;
        }
        try {
            write(INSERT, member, task, draft);
        } catch (DuplicateKeyException keptMeanwhile) {
            write(UPDATE, member, task, draft);
        }
    }

    void delete(Member member, UUID task) {
        of(DELETE, member, task).update();
    }

    private int write(String statement, Member member, UUID task, Draft draft) {
        return of(statement, member, task)
                .param("text", draft.text())
                .param("revision", draft.revision())
                .param("at", Columns.time(draft.changedAt()))
                .update();
    }

    private JdbcClient.StatementSpec of(String statement, Member member, UUID task) {
        return store.sql(statement)
                .param("workspace", member.workspaceId().toString())
                .param("task", task.toString())
                .param("user", member.userId().toString());
    }
}
