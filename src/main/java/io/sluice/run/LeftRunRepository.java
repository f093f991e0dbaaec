package io.sluice.run;

import io.sluice.store.Columns;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What tells whether somebody may go on with a load; of every workspace, as the files of checkpoints know none. */
@Repository
class LeftRunRepository {
    /** What a later load of the same task was filled with. */
    record Success(String text, Map<String, String> parameters, Instant startedAt) {}

    private static final int MOST_SUCCESSES = 20;

    private static final RowMapper<LeftRun> LEFT = (row, number) -> new LeftRun(
            new StoredRun(
                    Columns.id(row, "id"),
                    row.getLong("number"),
                    Columns.id(row, "task_id"),
                    row.getString("task_name"),
                    row.getString("task_text"),
                    RunJson.texts(row.getString("parameters")),
                    RunState.valueOf(row.getString("state")),
                    Columns.time(row, "started_at")),
            new Member(
                    Columns.id(row, "started_by_id"),
                    Columns.id(row, "workspace_id"),
                    row.getString("started_by"),
                    row.getString("started_by"),
                    Role.VISITOR),
            Columns.optionalTime(row, "ended_at"),
            row.getInt("tasks") == 0);

    private static final RowMapper<Success> SUCCESS = (row, number) -> new Success(
            row.getString("task_text"), RunJson.texts(row.getString("parameters")), Columns.time(row, "started_at"));

    private static final String FIND = """
            SELECT r.id, r.workspace_id, r.number, r.task_id, r.task_name, r.task_text, r.parameters, r.state,
                r.started_by_id, r.started_by, r.started_at, r.ended_at,
                (SELECT COUNT(*) FROM tree_node n WHERE n.workspace_id = r.workspace_id AND n.id = r.task_id
                    AND n.deletion_id IS NULL) AS tasks
            FROM task_run r WHERE r.id = :id
            """;

    private static final String SUCCESSES = """
            SELECT task_text, parameters, started_at FROM task_run
            WHERE workspace_id = :workspace AND task_id = :task AND number > :number
                AND kind = 'LOAD' AND state = 'SUCCEEDED'
            ORDER BY number DESC LIMIT :limit
            """;

    private final JdbcClient store;

    LeftRunRepository(JdbcClient store) {
        this.store = store;
    }

    Optional<LeftRun> find(UUID id) {
        return store.sql(FIND).param("id", id.toString()).query(LEFT).optional();
    }

    /** The loads of the same task that began later and succeeded, newest first. */
    List<Success> successesAfter(LeftRun left) {
        return store.sql(SUCCESSES)
                .param("workspace", left.workspace().toString())
                .param("task", left.run().taskId().toString())
                .param("number", left.run().number())
                .param("limit", MOST_SUCCESSES)
                .query(SUCCESS)
                .list();
    }
}
