package io.sluice.run;

import io.sluice.engine.DirtyRecord;
import io.sluice.store.Columns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which replay has which dirty record in hand, in the store. A record is in at most one hand at a time. */
@Repository
class ReplayRepository {
    private static final int BATCH = 500;

    private static final RowMapper<Long> SEQUENCE = (row, number) -> row.getLong("sequence");

    private static final String CLAIM = """
            UPDATE dirty_record
            SET state = 'REPLAYING', replay_id = :replay, replayed_at = :now, uncertain = FALSE, revision = revision + 1
            WHERE workspace_id = :workspace AND run_id = :run AND sequence IN (:sequences) AND state = 'OPEN'
                AND shape = :shape
            """;

    private static final String CLAIMED = """
            SELECT sequence, shape, split, found_at, code, column_index, column_name, message, place, original, corrected,
                cut, state, uncertain, replay_id, revision
            FROM dirty_record WHERE workspace_id = :workspace AND run_id = :run AND replay_id = :replay
                AND state = 'REPLAYING' ORDER BY sequence
            """;

    private static final String CORRECTED = """
            SELECT sequence FROM dirty_record
            WHERE workspace_id = :workspace AND run_id = :run AND state = 'OPEN' AND corrected IS NOT NULL ORDER BY sequence
            """;

    private static final String SETTLE = """
            UPDATE dirty_record SET state = ?, revision = revision + 1
            WHERE run_id = ? AND sequence = ? AND replay_id = ? AND state = 'REPLAYING'
            """;

    private static final String FAIL = """
            UPDATE dirty_record
            SET state = 'OPEN', code = ?, column_index = ?, column_name = ?, message = ?, revision = revision + 1
            WHERE run_id = ? AND sequence = ? AND replay_id = ? AND state = 'REPLAYING'
            """;

    private static final String DOUBT =
            "UPDATE dirty_record SET uncertain = TRUE WHERE run_id = ? AND sequence = ? AND replay_id = ?";

    private static final String RELEASE = """
            UPDATE dirty_record SET state = 'OPEN', uncertain = :uncertain, revision = revision + 1
            WHERE workspace_id = :workspace AND run_id = :run AND replay_id = :replay AND state = 'REPLAYING'
            """;

    private static final String RELEASE_DEAD = """
            UPDATE dirty_record SET state = 'OPEN', uncertain = TRUE, revision = revision + 1
            WHERE state = 'REPLAYING' AND replayed_at < :deadSince AND NOT EXISTS (
                SELECT 1 FROM task_run r
                WHERE r.id = dirty_record.replay_id AND r.state IN ('QUEUED', 'RUNNING', 'STOPPING'))
            """;

    private final JdbcClient store;
    private final JdbcTemplate batches;

    ReplayRepository(JdbcClient store, JdbcTemplate batches) {
        this.store = store;
        this.batches = batches;
    }

    /** Takes those of the records in hand that nobody else has. @return how many */
    int claim(RunPlace run, int shape, List<Long> sequences, UUID replay, Instant now) {
        int claimed = 0;
        for (int from = 0; from < sequences.size(); from += BATCH) {
            claimed += in(CLAIM, run)
                    .param("shape", shape)
                    .param("sequences", sequences.subList(from, Math.min(from + BATCH, sequences.size())))
                    .param("replay", replay.toString())
                    .param("now", Columns.time(now))
                    .update();
        }
        return claimed;
    }

    List<DirtyRow> claimed(RunPlace run, UUID replay, RowMapper<DirtyRow> row) {
        return in(CLAIMED, run).param("replay", replay.toString()).query(row).list();
    }

    /** The open records that somebody has corrected. */
    List<Long> corrected(RunPlace run) {
        return in(CORRECTED, run).query(SEQUENCE).list();
    }

    /** Stores what became of records that were taken in hand. */
    void settle(ReplayOrder order, List<ReplayProgress.News> news) {
        String run = order.origin().toString();
        String replay = order.replay().toString();
        List<ReplayProgress.News> gone =
                news.stream().filter(one -> one.failed() == null).toList();
        batches.batchUpdate(SETTLE, gone, BATCH, (statement, one) -> {
            statement.setString(1, one.state().name());
            statement.setString(2, run);
            statement.setLong(3, order.records().get(one.record()).sequence());
            statement.setString(4, replay);
        });
        for (ReplayProgress.News one : news) {
            DirtyRecord failed = one.failed();
            if (failed != null) {
                fail(order, order.records().get(one.record()), failed);
            }
        }
    }

    private void fail(ReplayOrder order, DirtyRow row, DirtyRecord failed) {
        batches.update(
                FAIL,
                failed.code().name(),
                column(row, failed),
                DirtyRepository.name(failed.columnName()),
                failed.message(),
                order.origin().toString(),
                row.sequence(),
                order.replay().toString());
    }

    /** The column among the record's own: steps and targets may have others. */
    private static int column(DirtyRow row, DirtyRecord failed) {
        if (failed.columnIndex() < 0 || failed.shape().columns().equals(row.columns())) {
            return failed.columnIndex();
        }
        String name = failed.columnName();
        for (int column = 0; column < row.columns().size(); column++) {
            if (row.columns().column(column).name().equals(name)) {
                return column;
            }
        }
        return failed.shape().columns().size() == row.columns().size() ? failed.columnIndex() : -1;
    }

    /** Lets go of everything the replay still has in hand. @param uncertain whether it may have arrived */
    int release(RunPlace run, UUID replay, boolean uncertain) {
        return in(RELEASE, run)
                .param("replay", replay.toString())
                .param("uncertain", uncertain)
                .update();
    }

    /** Says of one record that it may have arrived. */
    void doubt(ReplayOrder order, DirtyRow row) {
        batches.update(
                DOUBT, order.origin().toString(), row.sequence(), order.replay().toString());
    }

    /** Lets go of what replays of dead processes had in hand; of every workspace, as nobody else can. */
    int releaseDead(Instant deadSince) {
        return store.sql(RELEASE_DEAD)
                .param("deadSince", Columns.time(deadSince))
                .update();
    }

    private JdbcClient.StatementSpec in(String sql, RunPlace run) {
        return store.sql(sql)
                .param("workspace", run.workspace().toString())
                .param("run", run.id().toString());
    }
}
