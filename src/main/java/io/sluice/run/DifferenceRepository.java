package io.sluice.run;

import io.sluice.engine.verify.VerifyResult.Difference;
import io.sluice.store.Columns;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows that runs have found to differ, in the store. */
@Repository
class DifferenceRepository {
    private static final int BATCH = 100;

    private static final RowMapper<Long> COUNTED = (row, number) -> row.getLong("counted");

    private static final RowMapper<Difference> DIFFERENCE =
            (row, number) -> RunJson.difference(row.getString("content"));

    private static final String CLEAR = "DELETE FROM run_difference WHERE workspace_id = :workspace AND run_id = :run";

    private static final String INSERT = """
            INSERT INTO run_difference (run_id, number, workspace_id, kind, key_range, found_at, content)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String MATCHING = """
             FROM run_difference WHERE workspace_id = :workspace AND run_id = :run
             AND (:kind = '' OR kind = :kind) AND (:anyRange = 1 OR key_range = :range)
            """;

    private static final String COUNT = "SELECT COUNT(*) AS counted" + MATCHING;

    private static final String PAGE = "SELECT content" + MATCHING + " ORDER BY number LIMIT :limit OFFSET :offset";

    private static final String FORGET = "DELETE FROM run_difference WHERE found_at < :before";

    private final JdbcClient store;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;

    DifferenceRepository(JdbcClient store, JdbcTemplate batches, PlatformTransactionManager transactions) {
        this.store = store;
        this.batches = batches;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Numbered(int number, Difference difference) {}

    /** Keeps what a run has found; what was kept of it before goes. */
    void keep(RunPlace run, List<Difference> differences, Instant now) {
        List<Numbered> all = IntStream.range(0, differences.size())
                .mapToObj(number -> new Numbered(number, differences.get(number)))
                .toList();
        transaction.executeWithoutResult(status -> {
            in(CLEAR, run).update();
            batches.batchUpdate(INSERT, all, BATCH, (statement, one) -> {
                statement.setString(1, run.id().toString());
                statement.setInt(2, one.number());
                statement.setString(3, run.workspace().toString());
                statement.setString(4, one.difference().kind().name());
                statement.setInt(5, one.difference().range());
                statement.setObject(6, Columns.time(now));
                statement.setString(7, RunJson.write(one.difference()));
            });
        });
    }

    long count(RunPlace run, DifferenceQuery query) {
        return matching(COUNT, run, query).query(COUNTED).single();
    }

    List<Difference> page(RunPlace run, DifferenceQuery query, int offset, int limit) {
        return matching(PAGE, run, query)
                .param("limit", limit)
                .param("offset", offset)
                .query(DIFFERENCE)
                .list();
    }

    /** Forgets what was found before; of every workspace, as rows are kept for a time only. */
    int forget(Instant before) {
        return store.sql(FORGET).param("before", Columns.time(before)).update();
    }

    private JdbcClient.StatementSpec matching(String sql, RunPlace run, DifferenceQuery query) {
        return in(sql, run)
                .param("kind", query.kind() == null ? "" : query.kind().name())
                .param("anyRange", query.range() == null ? 1 : 0)
                .param("range", query.range() == null ? 0 : query.range());
    }

    private JdbcClient.StatementSpec in(String sql, RunPlace run) {
        return store.sql(sql)
                .param("workspace", run.workspace().toString())
                .param("run", run.id().toString());
    }
}
