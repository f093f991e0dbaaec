package io.sluice.run;

import io.sluice.engine.DirtyRecord;
import io.sluice.run.ReplayProgress.Fate;
import io.sluice.store.Columns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which replay has which dirty record in hand, in the store. A record is in at most one hand at a time. */
@Repository
class ReplayRepository {
    private static final int BATCH = 500;

    private static final RowMapper<Long> SEQUENCE = (row, number) -> row.getLong("sequence");

    private static final RowMapper<ReplayShare> OF_ALL =
            (row, number) -> new ReplayShare(row.getLong("records"), row.getLong("still_left"));

    private static final String CLAIM = """
            UPDATE dirty_record
            SET state = 'REPLAYING', replay_id = :replay, replayed_at = :now, revision = revision + 1
            WHERE workspace_id = :workspace AND run_id = :run AND sequence BETWEEN :first AND :last
                AND sequence IN (:sequences) AND state = 'OPEN' AND shape = :shape
            """;

    private static final String CLAIMED = """
            SELECT sequence, shape, split, found_at, code, column_index, column_name, message, place, original, corrected,
                cut, state, uncertain, replay_id, revision
            FROM dirty_record WHERE workspace_id = :workspace AND run_id = :run AND replay_id = :replay
                AND state = 'REPLAYING' ORDER BY sequence
            """;

    private static final String CORRECTED = """
            SELECT sequence FROM dirty_record
            WHERE workspace_id = :workspace AND run_id = :run AND state = 'OPEN' AND corrected IS NOT NULL
                AND uncertain = FALSE ORDER BY sequence
            """;

    private static final String SHARE = """
            SELECT COUNT(*) AS records, COALESCE(SUM(CASE WHEN state = 'REPLAYING' THEN 1 ELSE 0 END), 0) AS still_left
            FROM dirty_record WHERE workspace_id = :workspace AND run_id = :run AND replay_id = :replay
            """;

    private static final String SENDING = """
            UPDATE dirty_record SET uncertain = TRUE
            WHERE run_id = ? AND sequence = ? AND replay_id = ? AND state = 'REPLAYING'
            """;

    private static final String SETTLE = """
            UPDATE dirty_record SET state = ?, uncertain = ?, revision = revision + 1
            WHERE run_id = ? AND sequence = ? AND replay_id = ? AND state = 'REPLAYING'
            """;

    private static final String FAIL = """
            UPDATE dirty_record
            SET state = 'OPEN', code = ?, column_index = ?, column_name = ?, message = ?, uncertain = ?,
                revision = revision + 1
            WHERE run_id = ? AND sequence = ? AND replay_id = ? AND state = 'REPLAYING'
            """;

    private static final String RELEASE = """
            UPDATE dirty_record SET state = 'OPEN', revision = revision + 1
            WHERE workspace_id = :workspace AND run_id = :run AND replay_id = :replay AND state = 'REPLAYING'
            """;

    private static final String RELEASE_DEAD = """
            UPDATE dirty_record SET state = 'OPEN', revision = revision + 1
            WHERE state = 'REPLAYING' AND replayed_at < :deadSince AND NOT EXISTS (
                SELECT 1 FROM task_run r
                WHERE r.id = dirty_record.replay_id AND r.state IN ('QUEUED', 'RUNNING', 'STOPPING'))
            """;

    private static final String ARRIVED_BY_HAND = """
            UPDATE dirty_record SET state = 'REPLAYED', uncertain = FALSE, revision = revision + 1
            WHERE workspace_id = :workspace AND run_id = :run AND sequence = :sequence AND revision = :revision
                AND state = 'OPEN' AND uncertain = TRUE
            """;

    private final JdbcClient store;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;

    ReplayRepository(JdbcClient store, JdbcTemplate batches, PlatformTransactionManager transactions) {
        this.store = store;
        this.batches = batches;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes those of the records in hand that nobody else has. @return how many */
    int claim(RunPlace run, int shape, List<Long> sequences, UUID replay, Instant now) {
        int claimed = 0;
        for (SequenceBatch batch : SequenceBatch.of(sequences, BATCH)) {
            claimed += batch.into(in(CLAIM, run))
                    .param("shape", shape)
                    .param("replay", replay.toString())
                    .param("now", Columns.time(now))
                    .update();
        }
        return claimed;
    }

    List<DirtyRow> claimed(RunPlace run, UUID replay, RowMapper<DirtyRow> row) {
        return in(CLAIMED, run).param("replay", replay.toString()).query(row).list();
    }

    /** How far a replay is; what the engine counts, it counts by whole batches only. */
    ReplayShare share(RunPlace run, UUID replay) {
        return in(SHARE, run).param("replay", replay.toString()).query(OF_ALL).single();
    }

    /** The open records that somebody has corrected and that have certainly not arrived. */
    List<Long> corrected(RunPlace run) {
        return in(CORRECTED, run).query(SEQUENCE).list();
    }

    /**
     * Stores what became of records that were taken in hand, and which of them may arrive from now on.
     *
     * @throws IllegalStateException when one of the latter is in another hand
     */
    void keep(ReplayOrder order, List<ReplayProgress.News> news, List<Integer> sending) {
        transaction.executeWithoutResult(status -> {
            settle(order, news);
            for (int record : sending) {
                send(order, order.records().get(record));
            }
        });
    }

    private void send(ReplayOrder order, DirtyRow row) {
        int marked = batches.update(
                SENDING,
                order.origin().toString(),
                row.sequence(),
                order.replay().toString());
        if (marked == 0) {
            throw new IllegalStateException("Record " + row.sequence() + " is not in the hand of this replay any more");
        }
    }

    private void settle(ReplayOrder order, List<ReplayProgress.News> news) {
        String run = order.origin().toString();
        String replay = order.replay().toString();
        List<ReplayProgress.News> settled =
                news.stream().filter(one -> one.failed() == null).toList();
        batches.batchUpdate(SETTLE, settled, BATCH, (statement, one) -> {
            DirtyRow row = order.records().get(one.record());
            statement.setString(1, state(one.fate()).name());
            statement.setBoolean(2, one.fate() != Fate.ARRIVED && row.uncertain());
            statement.setString(3, run);
            statement.setLong(4, row.sequence());
            statement.setString(5, replay);
        });
        for (ReplayProgress.News one : news) {
            DirtyRecord failed = one.failed();
            if (failed != null) {
                fail(order, one, failed);
            }
        }
    }

    private static DirtyState state(Fate fate) {
        return switch (fate) {
            case ARRIVED -> DirtyState.REPLAYED;
            case LEFT_OUT -> DirtyState.FILTERED;
            case NOT_SENT -> DirtyState.REPLAYING;
            case DIRTY -> DirtyState.OPEN;
        };
    }

    private void fail(ReplayOrder order, ReplayProgress.News news, DirtyRecord failed) {
        DirtyRow row = order.records().get(news.record());
        batches.update(
                FAIL,
                failed.code().name(),
                column(row, failed),
                DirtyRepository.name(failed.columnName()),
                failed.message(),
                row.uncertain() || news.doubtful(),
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

    /** Lets go of everything the replay still has in hand. */
    void release(RunPlace run, UUID replay) {
        in(RELEASE, run).param("replay", replay.toString()).update();
    }

    /** Somebody has seen a record in the target of which nobody knew. False when it is not such a one any more. */
    boolean arrived(RunPlace run, DirtyRow row) {
        return in(ARRIVED_BY_HAND, run)
                        .param("sequence", row.sequence())
                        .param("revision", row.revision())
                        .update()
                == 1;
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
