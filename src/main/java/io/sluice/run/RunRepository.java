package io.sluice.run;

import io.sluice.engine.SplitState;
import io.sluice.store.Columns;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs in the store. */
@Repository
class RunRepository {
    private record Latest(UUID task, long number, LastRun run) {}

    private static final RowMapper<RunView> VIEW = (row, number) -> new RunView(
            Columns.id(row, "id"),
            row.getLong("number"),
            Columns.id(row, "task_id"),
            row.getString("task_name"),
            RunState.valueOf(row.getString("state")),
            row.getString("started_by"),
            Columns.time(row, "started_at"),
            Columns.optionalTime(row, "ended_at"),
            RunJson.texts(row.getString("parameters")),
            RunJson.statistics(row.getString("statistics")),
            RunJson.failure(row.getString("failure")),
            row.getLong("log_lines_dropped"),
            new RunView.Nature(RunKind.valueOf(row.getString("kind")), Columns.optionalId(row, "origin_id")),
            null,
            RunJson.verified(row.getString("verified")),
            RunJson.dryCheck(row.getString("dry_check")));

    private static final RowMapper<Latest> LATEST = (row, number) -> new Latest(
            Columns.id(row, "task_id"),
            row.getLong("number"),
            new LastRun(RunState.valueOf(row.getString("state")), row.getLong("records_dirty")));

    private static final RowMapper<Map<String, String>> PARAMETERS =
            (row, number) -> RunJson.texts(row.getString("parameters"));

    private static final RowMapper<StoredRun> STORED = (row, number) -> new StoredRun(
            Columns.id(row, "id"),
            row.getLong("number"),
            Columns.id(row, "task_id"),
            row.getString("task_name"),
            row.getString("task_text"),
            RunJson.texts(row.getString("parameters")),
            RunState.valueOf(row.getString("state")),
            Columns.time(row, "started_at"));

    private static final RowMapper<Long> NUMBER = (row, number) -> row.getLong("number");

    private static final RowMapper<List<SplitState>> STATES = (row, number) -> RunJson.splits(row.getString("splits"));

    private static final int MOST_SPLITS = 2_000;

    private static final String SPLITS = "SELECT splits FROM task_run WHERE workspace_id = :workspace AND id = :id";

    private static final String NEXT_NUMBER =
            "SELECT COALESCE(MAX(number), 0) + 1 AS number FROM task_run WHERE workspace_id = :workspace";

    private static final String INSERT = """
            INSERT INTO task_run
                (id, workspace_id, number, task_id, task_name, task_text, parameters, state, started_by_id, started_by,
                started_at, owner_id, heartbeat_at, statistics, log_lines_dropped, kind, origin_id, movable)
            VALUES
                (:id, :workspace, :number, :task, :taskName, :taskText, :parameters, :state, :startedById, :startedBy,
                :startedAt, :owner, :heartbeat, :statistics, 0, :kind, :origin, :movable)
            """;

    private static final String ONE = """
            SELECT id, number, task_id, task_name, state, started_by, started_at, ended_at, parameters, statistics,
                failure, log_lines_dropped, kind, origin_id, verified, dry_check
            FROM task_run WHERE workspace_id = :workspace AND id = :id
            """;

    private static final String STORED_RUN = """
            SELECT id, number, task_id, task_name, task_text, parameters, state, started_at
            FROM task_run WHERE workspace_id = :workspace AND id = :id
            """;

    private static final String HISTORY = """
            SELECT id, number, task_id, task_name, state, started_by, started_at, ended_at, parameters, statistics,
                failure, log_lines_dropped, kind, origin_id, verified, dry_check
            FROM task_run WHERE workspace_id = :workspace AND task_id = :task
            ORDER BY number DESC LIMIT :limit OFFSET :offset
            """;

    private static final String REPLAYS = """
            SELECT id, number, task_id, task_name, state, started_by, started_at, ended_at, parameters, statistics,
                failure, log_lines_dropped, kind, origin_id, verified, dry_check
            FROM task_run WHERE workspace_id = :workspace AND kind = 'REPLAY' AND task_id = :task AND origin_id = :origin
            ORDER BY number DESC LIMIT 20
            """;

    private static final String RECENT = """
            SELECT id, number, task_id, task_name, state, started_by, started_at, ended_at, parameters, statistics,
                failure, log_lines_dropped, kind, origin_id, verified, dry_check
            FROM task_run WHERE workspace_id = :workspace ORDER BY number DESC LIMIT :limit
            """;

    private static final String LAST_RUNS = """
            SELECT r.task_id, r.number, r.state, r.records_dirty FROM task_run r
            JOIN (SELECT MAX(number) AS latest FROM task_run
                    WHERE workspace_id = :workspace AND kind = 'LOAD' AND number >= :since GROUP BY task_id) l
                ON l.latest = r.number
            WHERE r.workspace_id = :workspace
            """;

    private static final String LIVE = """
            SELECT COUNT(*) AS number FROM task_run
            WHERE workspace_id = :workspace AND state IN ('QUEUED', 'RUNNING', 'STOPPING')
            """;

    private static final String REMEMBERED = """
            SELECT parameters FROM task_run WHERE workspace_id = :workspace AND task_id = :task
            ORDER BY CASE WHEN started_by_id = :user THEN 0 ELSE 1 END, number DESC LIMIT 1
            """;

    private static final String CHANGE_STATE = """
            UPDATE task_run SET state = :state
            WHERE workspace_id = :workspace AND id = :id AND owner_id = :owner AND state IN ('QUEUED', 'RUNNING', 'STOPPING')
            """;

    private static final String PROGRESS = """
            UPDATE task_run
            SET statistics = :statistics, records_dirty = :dirty, log_lines_dropped = :dropped
            WHERE workspace_id = :workspace AND id = :id AND owner_id = :owner AND state IN ('QUEUED', 'RUNNING', 'STOPPING')
            """;

    private static final String END = """
            UPDATE task_run
            SET state = :state, ended_at = :endedAt, statistics = :statistics, records_dirty = :dirty,
                failure = :failure, log_lines_dropped = :dropped, verified = :verified, dry_check = :dryCheck,
                splits = :splits
            WHERE workspace_id = :workspace AND id = :id AND owner_id = :owner AND state IN ('QUEUED', 'RUNNING', 'STOPPING')
            """;

    private static final String INTERRUPT = """
            UPDATE task_run SET failure = %s, state = 'INTERRUPTED', ended_at = heartbeat_at
            WHERE state IN ('QUEUED', 'RUNNING', 'STOPPING') AND owner_id <> :owner AND heartbeat_at < :deadSince
                AND (state <> 'QUEUED' OR NOT movable OR heartbeat_at < :unwantedSince)
            """.formatted(Interruption.BY_ROW);

    private static final String INTERRUPT_OWN = """
            UPDATE task_run SET failure = %s, state = 'INTERRUPTED', ended_at = heartbeat_at
            WHERE state IN ('QUEUED', 'RUNNING', 'STOPPING') AND owner_id = :owner AND heartbeat_at < :deadSince
                AND id NOT IN (:mine)
            """.formatted(Interruption.BY_ROW);

    private static final String RENEW = """
            UPDATE task_run SET heartbeat_at = :now
            WHERE id IN (:mine) AND owner_id = :owner AND state IN ('QUEUED', 'RUNNING', 'STOPPING')
            """;

    private static final String OWNED = """
            SELECT id FROM task_run
            WHERE id IN (:mine) AND owner_id = :owner AND state IN ('QUEUED', 'RUNNING', 'STOPPING')
            """;

    private static final String LOST = """
            SELECT COUNT(*) FROM task_run WHERE id = :id AND (state = 'INTERRUPTED' OR owner_id <> :owner)
            """;

    private static final RowMapper<UUID> ID = (row, number) -> Columns.id(row, "id");

    private static final String ELSEWHERE =
            "SELECT COUNT(*) FROM task_run WHERE workspace_id <> :workspace AND id = :id";

    private final JdbcClient store;

    RunRepository(JdbcClient store) {
        this.store = store;
    }

    long nextNumber(UUID workspace) {
        return store.sql(NEXT_NUMBER)
                .param("workspace", workspace.toString())
                .query(NUMBER)
                .single();
    }

    /** @param now by the store's time */
    void insert(RunOrder order, RunView view, UUID owner, Instant now) {
        store.sql(INSERT)
                .param("id", view.id().toString())
                .param("workspace", order.member().workspaceId().toString())
                .param("number", view.number())
                .param("task", view.taskId().toString())
                .param("taskName", view.taskName())
                .param("taskText", order.text())
                .param("parameters", RunJson.write(view.parameters()))
                .param("state", view.state().name())
                .param("startedById", order.member().userId().toString())
                .param("startedBy", view.startedBy())
                .param("startedAt", Columns.time(view.startedAt()))
                .param("owner", owner.toString())
                .param("heartbeat", Columns.time(now))
                .param("statistics", RunJson.write(view.statistics()))
                .param("kind", view.kind().name())
                .param("origin", text(view.nature().origin()))
                .param("movable", order.movable())
                .update();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** Whether another workspace has it. */
    boolean elsewhere(UUID workspace, UUID id) {
        return store.sql(ELSEWHERE)
                        .param("workspace", workspace.toString())
                        .param("id", id.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<RunView> find(UUID workspace, UUID id) {
        return one(ONE, workspace, id).query(VIEW).optional();
    }

    Optional<StoredRun> stored(UUID workspace, UUID id) {
        return one(STORED_RUN, workspace, id).query(STORED).optional();
    }

    List<RunView> history(UUID workspace, UUID task, int offset, int limit) {
        return store.sql(HISTORY)
                .param("workspace", workspace.toString())
                .param("task", task.toString())
                .param("offset", offset)
                .param("limit", limit)
                .query(VIEW)
                .list();
    }

    /** The last replays of a run's dirty records, newest first. */
    List<RunView> replays(UUID workspace, UUID task, UUID origin) {
        return store.sql(REPLAYS)
                .param("workspace", workspace.toString())
                .param("task", task.toString())
                .param("origin", origin.toString())
                .query(VIEW)
                .list();
    }

    List<RunView> recent(UUID workspace, int limit) {
        return store.sql(RECENT)
                .param("workspace", workspace.toString())
                .param("limit", limit)
                .query(VIEW)
                .list();
    }

    /** The last load of each task, of those from a number on. */
    LastRuns lastRuns(UUID workspace, long since) {
        Map<UUID, LastRun> found = new HashMap<>();
        long next = since;
        long firstLive = Long.MAX_VALUE;
        List<Latest> latest = store.sql(LAST_RUNS)
                .param("workspace", workspace.toString())
                .param("since", since)
                .query(LATEST)
                .list();
        for (Latest last : latest) {
            found.put(last.task(), last.run());
            next = Math.max(next, last.number() + 1);
            firstLive = last.run().state().ended() ? firstLive : Math.min(firstLive, last.number());
        }
        return new LastRuns(Math.min(next, firstLive), found);
    }

    int live(UUID workspace) {
        return store.sql(LIVE)
                .param("workspace", workspace.toString())
                .query(NUMBER)
                .single()
                .intValue();
    }

    Map<String, String> remembered(UUID workspace, UUID task, UUID user) {
        return store.sql(REMEMBERED)
                .param("workspace", workspace.toString())
                .param("task", task.toString())
                .param("user", user.toString())
                .query(PARAMETERS)
                .optional()
                .orElse(Map.of());
    }

    /** False when the run has ended, or belongs to another process. */
    boolean changeState(UUID workspace, UUID id, UUID owner, RunState state) {
        return one(CHANGE_STATE, workspace, id)
                        .param("owner", owner.toString())
                        .param("state", state.name())
                        .update()
                == 1;
    }

    void progress(UUID workspace, UUID owner, RunView view) {
        one(PROGRESS, workspace, view.id())
                .param("owner", owner.toString())
                .param("statistics", RunJson.write(view.statistics()))
                .param("dirty", view.statistics().recordsDirty())
                .param("dropped", view.logLinesDropped())
                .update();
    }

    /** @param splits where they stand at the end */
    void end(UUID workspace, UUID owner, RunView view, List<SplitState> splits) {
        Instant endedAt = view.endedAt();
        RunFailure failure = view.failure();
        one(END, workspace, view.id())
                .param("owner", owner.toString())
                .param("state", view.state().name())
                .param("endedAt", endedAt == null ? null : Columns.time(endedAt))
                .param("statistics", RunJson.write(view.statistics()))
                .param("dirty", view.statistics().recordsDirty())
                .param("failure", json(failure))
                .param("dropped", view.logLinesDropped())
                .param("verified", json(view.verified()))
                .param("dryCheck", json(view.dry()))
                .param("splits", splits.isEmpty() || splits.size() > MOST_SPLITS ? null : RunJson.write(splits))
                .update();
    }

    private static @Nullable String json(@Nullable Object part) {
        return part == null ? null : RunJson.write(part);
    }

    /** Where the splits of an ended run stood; none when they were too many, or the run never came so far. */
    List<SplitState> splits(UUID workspace, UUID id) {
        return one(SPLITS, workspace, id).query(STATES).optional().orElse(List.of());
    }

    /**
     * Ends the runs of processes that have not been heard of since; of every workspace, as nobody else can.
     *
     * @param unwantedSince the same for runs that wait and that another process could begin
     */
    int interrupt(UUID owner, Instant deadSince, Instant unwantedSince) {
        return interrupt(INTERRUPT, owner, deadSince)
                .param("unwantedSince", Columns.time(unwantedSince))
                .update();
    }

    /** Ends runs of the owner that it is not at work on, because the store did not hear of their end. */
    int interruptOwn(UUID owner, Set<UUID> mine, Instant deadSince) {
        return interrupt(INTERRUPT_OWN, owner, deadSince)
                .param("mine", texts(mine))
                .update();
    }

    /** The failure comes first: MariaDB would find the new state in it. */
    private JdbcClient.StatementSpec interrupt(String sql, UUID owner, Instant deadSince) {
        return store.sql(sql).param("owner", owner.toString()).param("deadSince", Columns.time(deadSince));
    }

    /** Says that the owner is at work on its runs. @return those that are still its own */
    Set<UUID> renew(UUID owner, Set<UUID> mine, Instant now) {
        store.sql(RENEW)
                .param("mine", texts(mine))
                .param("owner", owner.toString())
                .param("now", Columns.time(now))
                .update();
        return Set.copyOf(store.sql(OWNED)
                .param("mine", texts(mine))
                .param("owner", owner.toString())
                .query(ID)
                .list());
    }

    /** Whether somebody has ended it for its owner, or taken it over. */
    boolean isLost(UUID owner, UUID id) {
        return store.sql(LOST)
                        .param("id", id.toString())
                        .param("owner", owner.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** A list in a statement has at least one element. */
    private static List<String> texts(Set<UUID> ids) {
        return ids.isEmpty() ? List.of("") : ids.stream().map(UUID::toString).toList();
    }

    private JdbcClient.StatementSpec one(String sql, UUID workspace, UUID id) {
        return store.sql(sql).param("workspace", workspace.toString()).param("id", id.toString());
    }
}
