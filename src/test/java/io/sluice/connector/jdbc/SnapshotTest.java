package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.Copy;
import io.sluice.connector.Steps;
import io.sluice.connector.mysql.MysqlConnector;
import io.sluice.connector.postgresql.PostgresqlConnector;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.Attempt;
import io.sluice.spi.Connector;
import io.sluice.spi.Reader;
import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.Category;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What readers see while others move rows from one part to another. */
class SnapshotTest {
    private static final TestDatabase MARIA_DB = MariaDbServer.shared().database();
    private static final TestDatabase POSTGRE_SQL = PostgreSqlServer.shared().database();
    private static final int ROWS = 3000;
    private static final int CHANNELS = 3;
    private static final int AMOUNTS = 100_000;

    /** The ways rows are read in parts. */
    enum Way {
        MARIADB_KEY_RANGES(MARIA_DB, new MysqlConnector(), step -> step.with("splitPk", "id")),
        POSTGRESQL_BLOCKS(POSTGRE_SQL, new PostgresqlConnector(), step -> step),
        POSTGRESQL_KEY_RANGES(POSTGRE_SQL, new PostgresqlConnector(), step -> step.with("splitPk", "id")),
        POSTGRESQL_CURSORS(
                POSTGRE_SQL,
                new PostgresqlConnector(),
                step -> step.with("splitPk", "id").with("readMode", "cursor"));

        private final TestDatabase database;
        private final Connector connector;
        private final UnaryOperator<ConfigValue.Obj> parameters;

        Way(TestDatabase database, Connector connector, UnaryOperator<ConfigValue.Obj> parameters) {
            this.database = database;
            this.connector = connector;
            this.parameters = parameters;
        }

        boolean isMariaDb() {
            return database == MARIA_DB;
        }

        void createTable() {
            database.run(
                    "drop table if exists moving",
                    "create table moving (id bigint primary key, pad varchar(3000))",
                    (isMariaDb()
                                    ? "insert into moving select seq * 10, repeat('x', 2000) from seq_1_to_%d"
                                    : "insert into moving select seq * 10, repeat(md5(seq::text), 60) from generate_series(1, %d) seq")
                            .formatted(ROWS));
        }

        ConfigValue.Obj step(String consistency) {
            return parameters.apply(Databases.step("moving", "id", "pad")).with("consistency", consistency);
        }

        RecordingContext context() {
            return RecordingContext.unrestricted(CHANNELS).with("db", Databases.settings(database));
        }
    }

    /** Deletes the last row and puts it to the front; a table read by blocks gets it behind everything else. */
    private static void moveRows(Way way) {
        way.database.run(
                "update moving set id = id - " + ROWS * 10 + " where id > " + (ROWS - 50) * 10,
                "update moving set id = id + " + ROWS * 20 + " where id between 1 and 500",
                "delete from moving where id = 1000");
    }

    private static List<Long> idsReadWhileRowsMove(Way way, String consistency) throws Exception {
        way.createTable();
        RecordingContext context = way.context();
        try (Reader<?> reader = Steps.reader(way.connector, way.step(consistency), context)) {
            return ids(reader, way);
        }
    }

    private static <S extends Split> List<Long> ids(Reader<S> reader, Way way) throws Exception {
        Schema schema = reader.discover();
        List<S> splits = reader.plan(CHANNELS);
        assertThat(splits).hasSizeGreaterThan(2);
        List<Long> ids = new ArrayList<>();
        for (int number = 0; number < splits.size(); number++) {
            read(reader, splits.get(number), schema, ids);
            if (number == 0) {
                moveRows(way);
            }
        }
        return ids;
    }

    private static <S extends Split> void read(Reader<S> reader, S split, Schema schema, List<Long> ids)
            throws Exception {
        try (SplitReader<S> rows = reader.open(split)) {
            RowBatch batch = new RowBatch(schema, 100, 1 << 20);
            Status status = Status.MORE;
            while (status == Status.MORE) {
                batch.clear();
                status = rows.read(batch);
                for (int row = 0; row < batch.rows(); row++) {
                    ids.add(batch.longs(0).get(row));
                }
            }
        }
    }

    private static List<Long> original() {
        return IntStream.rangeClosed(1, ROWS).mapToObj(row -> row * 10L).toList();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void partsByThemselvesMissOrRepeatRowsThatMove(Way way) throws Exception {
        assertThat(idsReadWhileRowsMove(way, "statement")).isNotEqualTo(original());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aSnapshotHasEveryRowOnceWhereItWas(Way way) throws Exception {
        assertThat(idsReadWhileRowsMove(way, "snapshot")).containsExactlyInAnyOrderElementsOf(original());
    }

    /** Each writer moves an amount from one row to another, so that the sum is the same in every state. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void theSumOfASnapshotIsRightWhileAmountsAreMoved(Way way) throws Exception {
        way.database.run(
                "drop table if exists moving",
                "drop table if exists moved",
                "create table moving (id bigint primary key, pad bigint)",
                "create table moved (id bigint, pad bigint)",
                (way.isMariaDb()
                                ? "insert into moving select seq, 100 from seq_1_to_%d"
                                : "insert into moving select seq, 100 from generate_series(1, %d) seq")
                        .formatted(AMOUNTS));
        AtomicBoolean ends = new AtomicBoolean();
        List<Thread> writers = List.of(
                Thread.ofPlatform().start(() -> transfer(way, ends, 1)),
                Thread.ofPlatform().start(() -> transfer(way, ends, 7)));
        try {
            for (int round = 0; round < 3; round++) {
                way.database.run("delete from moved");
                Copy copy = new Copy()
                        .with("db", way.connector.id(), Databases.settings(way.database))
                        .channels(CHANNELS);
                RunResult result = copy.run(
                        new Copy.Step(way.connector.id(), way.step("snapshot")),
                        new Copy.Step(way.connector.id(), Databases.step("moved", "id", "pad")));

                assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
                assertThat(way.database.value(
                                "select concat(count(*), ' ', count(distinct id), ' ', sum(pad)) from moved"))
                        .isEqualTo("%1$d %1$d %1$d00".formatted(AMOUNTS));
            }
        } finally {
            ends.set(true);
            for (Thread writer : writers) {
                writer.join();
            }
        }
    }

    private static void transfer(Way way, AtomicBoolean ends, int seed) {
        try (Connection connection = way.database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int turn = seed; !ends.get(); turn++) {
                long one = turn * 7_919L % AMOUNTS + 1;
                long other = turn * 104_729L % AMOUNTS + 1;
                statement.execute("update moving set pad = pad - 1 where id = " + Math.min(one, other));
                statement.execute("update moving set pad = pad + 1 where id = " + Math.max(one, other));
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLoadThatGoesOnIsRefusedBecauseItsSnapshotIsGone(Way way) throws Exception {
        way.createTable();
        RecordingContext context =
                way.context().attempt(new Attempt(UUID.randomUUID().toString(), 2, Attempt.Entry.LOADING));
        try (Reader<?> reader = Steps.reader(way.connector, way.step("snapshot"), context)) {
            assertRefused(reader::discover, JdbcError.SNAPSHOT_GONE, "ended with the run before");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aSnapshotThatIsLostEndsTheReadingWithItsReason(Way way) throws Exception {
        way.createTable();
        try (Reader<?> reader = Steps.reader(way.connector, way.step("snapshot"), way.context())) {
            assertLost(reader, way);
        }
    }

    private static <S extends Split> void assertLost(Reader<S> reader, Way way) throws Exception {
        Schema schema = reader.discover();
        List<S> splits = reader.plan(CHANNELS);
        read(reader, splits.getFirst(), schema, new ArrayList<>());
        if (way.isMariaDb()) {
            SplitReader<S> half = reader.open(splits.get(1));
            half.close();
        } else {
            way.database.rows(
                    "select pg_terminate_backend(pid, 20000) from pg_stat_activity"
                            + " where datname = current_database() and query like '%pg_export_snapshot%' and pid <> pg_backend_pid()");
        }
        assertRefused(() -> reader.open(splits.get(2)), JdbcError.SNAPSHOT_GONE, "was lost");
    }

    private static void assertRefused(ThrowingCallable call, JdbcError code, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SluiceException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal).hasMessageContaining(words);
        });
    }

    @Test
    void oneConnectionReadsQueriesAndSeveralTablesOfMariaDbInOneSnapshot() throws Exception {
        MARIA_DB.run("create or replace table first (id int primary key)", "insert into first values (1), (2)");
        MARIA_DB.run("create or replace table second (id int primary key)", "insert into second values (3)");
        ConfigValue.Obj step = ConfigValue.Obj.EMPTY
                .with("datasource", "db")
                .with("querySql", ConfigValue.Array.ofTexts(List.of("select id from first", "select id from second")))
                .with("consistency", "snapshot");
        RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(MARIA_DB));
        try (Reader<?> reader = Steps.reader(new MysqlConnector(), step, context)) {
            assertThat(idsOfBothTables(reader)).containsExactly(1L, 2L, 3L);
        }
        RecordingContext several = RecordingContext.unrestricted(2).with("db", Databases.settings(MARIA_DB));
        try (Reader<?> reader = Steps.reader(new MysqlConnector(), step, several)) {
            reader.discover();
            assertRefused(() -> reader.plan(2), JdbcError.SNAPSHOT_REFUSED, "which tables a query reads");
        }
    }

    private static <S extends Split> List<Long> idsOfBothTables(Reader<S> reader) throws Exception {
        Schema schema = reader.discover();
        List<Long> ids = new ArrayList<>();
        for (S split : reader.plan(1)) {
            read(reader, split, schema, ids);
            MARIA_DB.run("insert into second select max(id) + 1 from second");
        }
        return ids;
    }

    @Test
    void tablesWithoutSnapshotsAreRefused() throws Exception {
        MARIA_DB.run("create or replace table plain (id int primary key, pad int) engine = MyISAM");
        ConfigValue.Obj step = Databases.step("plain", "*").with("consistency", "snapshot");
        RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(MARIA_DB));
        try (Reader<?> reader = Steps.reader(new MysqlConnector(), step, context)) {
            reader.discover();
            assertRefused(() -> reader.plan(1), JdbcError.SNAPSHOT_REFUSED, "engine MyISAM");
        }
    }

    @Test
    void whoMayNotLockTablesIsToldWhatIsMissing() throws Exception {
        Way.MARIADB_KEY_RANGES.createTable();
        MARIA_DB.run(
                "create or replace user looker@'%' identified by 'looks-only'",
                "grant select on `" + MARIA_DB.name() + "`.* to looker@'%'");
        MariaDbServer.shared().admit("looker", "looks-only");
        ConfigValue.Obj settings =
                Databases.settings(MARIA_DB).with("username", "looker").with("password", "looks-only");
        RecordingContext context = RecordingContext.unrestricted(CHANNELS).with("db", settings);
        ConfigValue.Obj step = Way.MARIADB_KEY_RANGES.step("snapshot");
        try (Reader<?> reader = Steps.reader(new MysqlConnector(), step, context)) {
            reader.discover();
            assertRefused(() -> reader.plan(CHANNELS), JdbcError.SNAPSHOT_REFUSED, "LOCK TABLES");
        }
        MARIA_DB.run("drop user looker@'%'");
    }

    @Test
    void theLockWaitsForOpenTransactionsOfWriters() throws Exception {
        Way.MARIADB_KEY_RANGES.createTable();
        try (Connection writer = MARIA_DB.connect();
                Statement statement = writer.createStatement();
                Reader<?> reader = Steps.reader(
                        new MysqlConnector(),
                        Way.MARIADB_KEY_RANGES.step("snapshot"),
                        Way.MARIADB_KEY_RANGES.context())) {
            writer.setAutoCommit(false);
            statement.execute("update moving set pad = 'open' where id = 10");
            reader.discover();
            FutureTask<List<? extends Split>> plan = new FutureTask<>(() -> reader.plan(CHANNELS));
            Thread.ofPlatform().start(plan);

            assertThatThrownBy(() -> plan.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            writer.commit();
            assertThat(plan.get(20, TimeUnit.SECONDS)).isNotEmpty();
        }
    }

    /** The server says that the snapshot is older than the table; no rows at all would be no error to anybody. */
    @ParameterizedTest
    @CsvSource({
        "table, 'truncate moving; insert into moving values (1, ''new'')'",
        "query, 'truncate moving; insert into moving values (1, ''new'')'",
        "view, 'truncate moving; insert into moving values (1, ''new'')'",
        "table, 'create table other like moving; insert into other values (1, ''new''); rename table moving to old, other to moving'",
        "query, 'create table other like moving; insert into other values (1, ''new''); rename table moving to old, other to moving'",
        "view, 'create table other like moving; insert into other values (1, ''new''); rename table moving to old, other to moving'",
        "table, 'alter table moving engine=InnoDB, force, algorithm=copy'"
    })
    void aMariaDbTableThatWasRewrittenAfterItsSnapshotIsNotReadAsEmpty(String source, String statements)
            throws Exception {
        Way way = Way.MARIADB_KEY_RANGES;
        MARIA_DB.run("drop table if exists other, old", "drop view if exists seen");
        way.createTable();
        MARIA_DB.run("create view seen as select * from moving");
        ConfigValue.Obj step = switch (source) {
            case "table" -> Databases.step("moving", "id", "pad");
            case "view" -> Databases.step("seen", "id", "pad");
            default -> ConfigValue.Obj.EMPTY.with("datasource", "db").with("querySql", "select id, pad from moving");
        };
        RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(MARIA_DB));
        try (Reader<?> reader = Steps.reader(way.connector, step.with("consistency", "snapshot"), context)) {
            assertThatThrownBy(() -> readAfter(reader, statements))
                    .isInstanceOf(SQLException.class)
                    .satisfies(failure -> assertThat(
                                    way.connector.classify((Exception) failure).category())
                            .isNotEqualTo(Category.DATA));
        }
    }

    private static <S extends Split> void readAfter(Reader<S> reader, String statements) throws Exception {
        Schema schema = reader.discover();
        List<S> splits = reader.plan(1);
        MARIA_DB.run(statements.split("; "));
        List<Long> ids = new ArrayList<>();
        for (S split : splits) {
            read(reader, split, schema, ids);
        }
        throw new AssertionError("Read " + ids.size() + " rows: " + ids);
    }
}
