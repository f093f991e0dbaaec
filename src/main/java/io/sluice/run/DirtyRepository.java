package io.sluice.run;

import io.sluice.engine.DirtyRecord;
import io.sluice.engine.DirtyShape;
import io.sluice.engine.SchemaText;
import io.sluice.spi.data.Schema;
import io.sluice.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The dirty records of runs in the store, as they are found, read and corrected. */
@Repository
class DirtyRepository {
    private static final int BATCH = 500;
    private static final int LONGEST_NAME = 300;

    /** The shape of records whose own is lost. */
    private static final DirtyShape UNKNOWN = new DirtyShape(DirtyRecord.Stage.READER, 0, Schema.of(), Schema.of());

    private static final RowMapper<Long> NUMBER = (row, number) -> row.getLong("number");

    private static final String INSERT_SHAPE = """
            INSERT INTO dirty_shape (run_id, number, workspace_id, stage, step, source_columns, record_columns)
            VALUES (:run, :number, :workspace, :stage, :step, :source, :columns)
            """;

    private static final String SHAPES = """
            SELECT number, stage, step, source_columns, record_columns FROM dirty_shape
            WHERE workspace_id = :workspace AND run_id = :run ORDER BY number
            """;

    private static final String INSERT = """
            INSERT INTO dirty_record
                (run_id, sequence, workspace_id, shape, split, found_at, code, column_index, column_name, message, place,
                original, cut, state, uncertain, revision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', FALSE, 0)
            """;

    private static final String CAUSES = """
            SELECT c.code, c.column_name, c.found, c.still_open, c.doubtful, c.ready, d.message, d.shape, d.column_index
            FROM (
                SELECT code, column_name, COUNT(*) AS found, MIN(sequence) AS first_one,
                    SUM(CASE WHEN state IN ('OPEN', 'REPLAYING') THEN 1 ELSE 0 END) AS still_open,
                    SUM(CASE WHEN state = 'OPEN' AND uncertain = TRUE THEN 1 ELSE 0 END) AS doubtful,
                    SUM(CASE WHEN state = 'OPEN' AND uncertain = FALSE AND corrected IS NOT NULL THEN 1 ELSE 0 END)
                        AS ready
                FROM dirty_record WHERE workspace_id = :workspace AND run_id = :run GROUP BY code, column_name) c
            JOIN dirty_record d ON d.run_id = :run AND d.sequence = c.first_one
            ORDER BY c.found DESC, c.first_one
            """;

    private static final String ROWS = """
            SELECT sequence, shape, split, found_at, code, column_index, column_name, message, place, original, corrected,
                cut, state, uncertain, replay_id, revision
            FROM dirty_record WHERE workspace_id = :workspace AND run_id = :run
            """;

    private static final String MATCHING = """
             AND (:anyCause = 1 OR (code = :code AND column_name = :columnName))
             AND (:show = 'ALL' OR (:show = 'OPEN' AND state IN ('OPEN', 'REPLAYING'))
                OR (:show = 'READY' AND state = 'OPEN' AND uncertain = FALSE AND corrected IS NOT NULL)
                OR (:show = 'DOUBTFUL' AND state = 'OPEN' AND uncertain = TRUE)
                OR (:show = 'DONE' AND state IN ('REPLAYED', 'FILTERED', 'IGNORED')))
             AND (:anyText = 1 OR LOWER(COALESCE(corrected, original)) LIKE :text ESCAPE '!')
            """;

    /** The run stands in the order too, so that H2 reads along the primary key and does not sort every record for a page. */
    private static final String PAGE = ROWS + MATCHING + " ORDER BY run_id, sequence LIMIT :limit OFFSET :offset";

    private static final String NEXT =
            ROWS + MATCHING + " AND sequence > :after ORDER BY run_id, sequence LIMIT :limit";

    private static final String SEQUENCES =
            "SELECT sequence AS number FROM dirty_record WHERE workspace_id = :workspace AND run_id = :run" + MATCHING
                    + " AND state = 'OPEN' ORDER BY run_id, sequence";

    private static final String COUNT =
            "SELECT COUNT(*) AS number FROM dirty_record WHERE workspace_id = :workspace AND run_id = :run" + MATCHING;

    private static final String CUT = ROWS + " AND cut <> '[]'";

    private static final String SOME = ROWS + " AND sequence BETWEEN :first AND :last AND sequence IN (:sequences)";

    private static final String ONE = ROWS + " AND sequence = :sequence";

    private static final String IGNORE = """
            UPDATE dirty_record SET state = 'IGNORED', revision = revision + 1
            WHERE workspace_id = :workspace AND run_id = :run AND sequence BETWEEN :first AND :last
                AND sequence IN (:sequences) AND state = 'OPEN'
            """;

    private static final String REOPEN = """
            UPDATE dirty_record SET state = 'OPEN', revision = revision + 1
            WHERE workspace_id = :workspace AND run_id = :run AND sequence BETWEEN :first AND :last
                AND sequence IN (:sequences) AND state = 'IGNORED'
            """;

    private static final String FORGET = "DELETE FROM dirty_record WHERE found_at < :before";

    private final JdbcClient store;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final NumberedRows rows;

    DirtyRepository(
            JdbcClient store, JdbcTemplate batches, PlatformTransactionManager transactions, NumberedRows rows) {
        this.store = store;
        this.rows = rows;
        this.batches = batches;
        this.transaction = new TransactionTemplate(transactions);
    }

    void insertShape(RunPlace run, int number, DirtyShape shape) {
        NumberedRows.taken(() -> in(INSERT_SHAPE, run)
                .param("number", number)
                .param("stage", shape.stage().name())
                .param("step", shape.step())
                .param("source", SchemaText.write(shape.source()))
                .param("columns", SchemaText.write(shape.columns()))
                .update());
    }

    /** The shapes of a run's records by their numbers. */
    Map<Integer, DirtyShape> shapes(RunPlace run) {
        Map<Integer, DirtyShape> shapes = new HashMap<>();
        RowMapper<Integer> shape = (row, index) -> {
            int number = row.getInt("number");
            shapes.put(
                    number,
                    new DirtyShape(
                            DirtyRecord.Stage.valueOf(row.getString("stage")),
                            row.getInt("step"),
                            SchemaText.read(row.getString("source_columns")),
                            SchemaText.read(row.getString("record_columns"))));
            return number;
        };
        in(SHAPES, run).query(shape).list();
        return shapes;
    }

    void insert(RunPlace run, List<FoundRecord> records, Instant now) {
        rows.insert(INSERT, records, (statement, found) -> {
            DirtyRecord record = found.record();
            statement.setString(1, run.id().toString());
            statement.setLong(2, found.sequence());
            statement.setString(3, run.workspace().toString());
            statement.setInt(4, found.shape());
            statement.setInt(5, record.split());
            statement.setObject(6, Columns.time(now));
            statement.setString(7, record.code().name());
            statement.setInt(8, record.columnIndex());
            statement.setString(9, name(record.columnName()));
            statement.setString(10, record.message());
            statement.setString(11, record.place());
            statement.setString(12, RunJson.write(record.values()));
            statement.setString(13, RunJson.write(record.cut()));
        });
    }

    static String name(@Nullable String column) {
        String name = column == null ? "" : column;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    List<DirtyCause> causes(RunPlace run) {
        Map<Integer, DirtyShape> shapes = shapes(run);
        RowMapper<DirtyCause> cause = (row, number) -> {
            DirtyShape form = shapes.getOrDefault(row.getInt("shape"), UNKNOWN);
            return new DirtyCause(
                    new DirtyCause.Key(row.getString("code"), row.getString("column_name")),
                    row.getString("message"),
                    new DirtyCause.Place(form, row.getInt("column_index")),
                    row.getLong("found"),
                    row.getLong("still_open"),
                    row.getLong("doubtful"),
                    row.getLong("ready"));
        };
        return in(CAUSES, run).query(cause).list();
    }

    List<DirtyRow> page(RunPlace run, DirtyQuery query, int offset, int limit) {
        return matching(in(PAGE, run), query)
                .param("limit", limit)
                .param("offset", offset)
                .query(rows(run))
                .list();
    }

    long count(RunPlace run, DirtyQuery query) {
        return matching(in(COUNT, run), query).query(NUMBER).single();
    }

    private static JdbcClient.StatementSpec matching(JdbcClient.StatementSpec statement, DirtyQuery query) {
        DirtyCause.Key cause = query.cause();
        String text = query.text().toLowerCase(Locale.ROOT);
        String quoted = RunJson.write(text);
        String inside = quoted.substring(1, quoted.length() - 1)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return statement
                .param("anyCause", cause == null ? 1 : 0)
                .param("code", cause == null ? "" : cause.code())
                .param("columnName", cause == null ? "" : cause.columnName())
                .param("show", query.show().name())
                .param("anyText", text.isEmpty() ? 1 : 0)
                .param("text", "%" + inside + "%");
    }

    /** The matching records behind one, in their order. */
    List<DirtyRow> next(RunPlace run, DirtyQuery query, long after, int limit) {
        return matching(in(NEXT, run), query)
                .param("after", after)
                .param("limit", limit)
                .query(rows(run))
                .list();
    }

    /** The matching records that can be written, in their order. */
    List<Long> sequences(RunPlace run, DirtyQuery query) {
        return matching(in(SEQUENCES, run), query).query(NUMBER).list();
    }

    /** Records by their sequences. @param sequences at least one */
    Map<Long, DirtyRow> find(RunPlace run, List<Long> sequences) {
        return SequenceBatch.of(sequences, BATCH).stream()
                .flatMap(batch -> batch.into(in(SOME, run)).query(rows(run)).list().stream())
                .collect(Collectors.toMap(DirtyRow::sequence, Function.identity()));
    }

    Optional<DirtyRow> find(RunPlace run, long sequence) {
        return in(ONE, run).param("sequence", sequence).query(rows(run)).optional();
    }

    /** The records some of whose values are not whole. */
    Set<Long> incomplete(RunPlace run) {
        return in(CUT, run).query(rows(run)).list().stream()
                .filter(row -> !row.complete())
                .map(DirtyRow::sequence)
                .collect(Collectors.toSet());
    }

    /** False when the record was changed or claimed meanwhile. */
    boolean correct(RunPlace run, CorrectedRow corrected) {
        return correct(run, List.of(corrected)) == 1;
    }

    /** Leaves out records that were changed or claimed meanwhile. @return how many were corrected */
    int correct(RunPlace run, List<CorrectedRow> corrected) {
        return Objects.requireNonNull(transaction.execute(status -> CorrectionBatch.of(corrected).stream()
                .mapToInt(batch -> batch.update(batches, run))
                .sum()));
    }

    /** Reads records together with the columns of their shapes. */
    RowMapper<DirtyRow> rows(RunPlace run) {
        Map<Integer, DirtyShape> shapes = shapes(run);
        return (row, number) -> {
            DirtyShape shape = shapes.get(row.getInt("shape"));
            return row(row, shape == null ? UNKNOWN : shape);
        };
    }

    private static DirtyRow row(ResultSet row, DirtyShape form) throws SQLException {
        String replay = row.getString("replay_id");
        return new DirtyRow(
                row.getLong("sequence"),
                row.getInt("shape"),
                form,
                row.getInt("split"),
                Columns.time(row, "found_at"),
                new DirtyRow.Cause(
                        row.getString("code"),
                        row.getInt("column_index"),
                        row.getString("column_name"),
                        row.getString("message"),
                        row.getString("place")),
                RunJson.values(row.getString("original")),
                row.getString("corrected") == null ? null : RunJson.values(row.getString("corrected")),
                RunJson.numbers(row.getString("cut")),
                DirtyState.valueOf(row.getString("state")),
                row.getBoolean("uncertain"),
                replay == null ? null : UUID.fromString(replay),
                row.getLong("revision"));
    }

    /** Settles that open records are not written; all of them or, when it fails, none. @return how many */
    int ignore(RunPlace run, List<Long> sequences) {
        return inBatches(IGNORE, run, sequences);
    }

    /** Takes that back, in the same way. @return how many are open again */
    int reopen(RunPlace run, List<Long> sequences) {
        return inBatches(REOPEN, run, sequences);
    }

    private int inBatches(String sql, RunPlace run, List<Long> sequences) {
        return Objects.requireNonNull(transaction.execute(status -> SequenceBatch.of(sequences, BATCH).stream()
                .mapToInt(batch -> batch.into(in(sql, run)).update())
                .sum()));
    }

    /** Forgets what was found before; of every workspace, as records are kept for a time only. */
    int forget(Instant before) {
        return store.sql(FORGET).param("before", Columns.time(before)).update();
    }

    private JdbcClient.StatementSpec in(String sql, RunPlace run) {
        return store.sql(sql)
                .param("workspace", run.workspace().toString())
                .param("run", run.id().toString());
    }
}
