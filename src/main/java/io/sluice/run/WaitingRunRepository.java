package io.sluice.run;

import io.sluice.store.Columns;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs that wait at a process that is not heard of any more; of every workspace, as it carried them for all. */
@Repository
class WaitingRunRepository {
    private static final RowMapper<WaitingRun> WAITING = (row, number) -> new WaitingRun(
            new StoredRun(
                    Columns.id(row, "id"),
                    row.getLong("number"),
                    Columns.id(row, "task_id"),
                    row.getString("task_name"),
                    row.getString("task_text"),
                    RunJson.texts(row.getString("parameters")),
                    RunState.QUEUED,
                    Columns.time(row, "started_at")),
            RunKind.valueOf(row.getString("kind")),
            Columns.id(row, "owner_id"),
            new Member(
                    Columns.id(row, "started_by_id"),
                    Columns.id(row, "workspace_id"),
                    row.getString("started_by"),
                    row.getString("started_by"),
                    Role.VISITOR));

    private static final String LEFT = """
            SELECT id, workspace_id, number, task_id, task_name, task_text, parameters, kind, started_by_id, started_by,
                started_at, owner_id
            FROM task_run
            WHERE state = 'QUEUED' AND movable AND owner_id <> :me AND heartbeat_at < :silentSince
                AND heartbeat_at >= :unwantedSince
            ORDER BY started_at, number LIMIT :limit
            """;

    private static final String TAKE = """
            UPDATE task_run SET owner_id = :me, heartbeat_at = :now
            WHERE id = :id AND state = 'QUEUED' AND movable AND owner_id = :owner AND heartbeat_at < :silentSince
            """;

    private static final String LET_GO = """
            UPDATE task_run SET heartbeat_at = :silent
            WHERE id = :id AND state = 'QUEUED' AND movable AND owner_id = :me
            """;

    private final JdbcClient store;

    WaitingRunRepository(JdbcClient store) {
        this.store = store;
    }

    /**
     * Those of others, in the order in which they were started.
     *
     * @param unwantedSince what waits for longer at a dead process is begun by nobody
     */
    List<WaitingRun> left(UUID me, Instant silentSince, Instant unwantedSince, int limit) {
        return store.sql(LEFT)
                .param("me", me.toString())
                .param("silentSince", Columns.time(silentSince))
                .param("unwantedSince", Columns.time(unwantedSince))
                .param("limit", limit)
                .query(WAITING)
                .list();
    }

    /** Makes a run one's own. @return false when its process is back, or somebody else was first */
    boolean take(WaitingRun waiting, UUID me, Instant silentSince, Instant now) {
        return store.sql(TAKE)
                        .param("id", waiting.run().id().toString())
                        .param("owner", waiting.owner().toString())
                        .param("me", me.toString())
                        .param("silentSince", Columns.time(silentSince))
                        .param("now", Columns.time(now))
                        .update()
                == 1;
    }

    /** Has others take a run at once. @param silent since when its owner shall count as not heard of */
    void letGo(UUID run, UUID me, Instant silent) {
        store.sql(LET_GO)
                .param("id", run.toString())
                .param("me", me.toString())
                .param("silent", Columns.time(silent))
                .update();
    }
}
