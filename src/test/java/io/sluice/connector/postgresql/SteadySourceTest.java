package io.sluice.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are emptied, filled and changed between the plan of a run and the moment they are read. */
class SteadySourceTest {
    private static final String WAITING =
            "select count(*) from pg_locks where not granted and database = (select oid from pg_database where"
                    + " datname = current_database())";

    private final TestDatabase database = PostgreSqlServer.shared().database();

    private Schema planned = Schema.of();

    private PostgresqlReader reader(ConfigValue.Obj step) throws Exception {
        RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(database));
        PostgresqlReader reader = (PostgresqlReader) Steps.reader(new PostgresqlConnector(), step, context);
        planned = reader.discover();
        return reader;
    }

    private int rows(PostgresqlReader reader, List<PostgresqlSplit> splits) throws Exception {
        return Steps.count(reader, splits, planned);
    }

    private void createTables() {
        database.run(
                "create table t (id bigint primary key, x numeric(12,4))",
                "insert into t select i, i from generate_series(1, 700) i",
                "create table p (id bigint, x numeric(12,4)) partition by range (id)",
                "create table p1 partition of p for values from (0) to (100000)",
                "insert into p select i, i from generate_series(1, 700) i",
                "create view v as select * from t");
    }

    private ConfigValue.Obj step(String source) {
        return source.startsWith("select")
                ? ConfigValue.Obj.EMPTY.with("datasource", "db").with("querySql", source)
                : Databases.step(source, "id", "x").with("splitPk", "id");
    }

    private static String tableOf(String source) {
        return source.contains("p") && !source.startsWith("select") ? "p1" : "t";
    }

    /** As a load does that publishes its staging table; the reader waits for it in the middle. */
    @ParameterizedTest
    @ValueSource(strings = {"t", "p", "v", "select id, x from t", "select id, x from t where id > 0 order by x"})
    void whoWaitsForNewContentReadsIt(String source) throws Exception {
        createTables();
        try (PostgresqlReader reader = reader(step(source));
                Connection publishing = database.connect();
                Statement statement = publishing.createStatement()) {
            List<PostgresqlSplit> splits = reader.plan(1);
            publishing.setAutoCommit(false);
            statement.execute("truncate " + tableOf(source));
            statement.execute("insert into " + tableOf(source) + " select i, i from generate_series(1, 900) i");
            FutureTask<Integer> reading = new FutureTask<>(() -> rows(reader, splits));
            Thread.ofPlatform().daemon().start(reading);
            while ("0".equals(database.value(WAITING))) {
                Thread.sleep(10);
            }
            publishing.commit();
            assertThat(reading.get(30, TimeUnit.SECONDS)).isEqualTo(900);
        }
    }

    /** Its values would be taken for those of the column that was there before. */
    @ParameterizedTest
    @CsvSource({
        "real, copy", "'numeric(12,2)', copy", "varchar(20), copy",
        "real, cursor", "'numeric(12,2)', cursor", "varchar(20), cursor"
    })
    void aColumnThatHasBecomeAnotherIsNotRead(String type, String readMode) throws Exception {
        createTables();
        database.run("drop view v");
        try (PostgresqlReader reader = reader(step("t").with("readMode", readMode))) {
            List<PostgresqlSplit> splits = reader.plan(1);
            database.run("alter table t alter x type " + type);
            SluiceException refused = catchThrowableOfType(SluiceException.class, () -> rows(reader, splits));
            assertThat(refused.code()).isEqualTo(JdbcError.SOURCE_CHANGED);
            assertThat(refused).hasMessageContaining("column x").hasMessageContaining("numeric");
        }
    }

    /** The ways a source is read that may be rewritten. */
    static Stream<Arguments> waysOfReading() {
        return Stream.of("t", "p", "v", "select id, x from t", "select t.id, v.x from v left join t using (id)")
                .flatMap(source -> Stream.of("copy", "cursor").map(readMode -> Arguments.of(source, readMode)));
    }

    /** The snapshot is of the time before, and the rows of that time are gone. */
    @ParameterizedTest
    @MethodSource("waysOfReading")
    void aSnapshotThatCannotSeeItsRowsAnyMoreIsRefused(String source, String readMode) throws Exception {
        createTables();
        try (PostgresqlReader reader =
                reader(step(source).with("consistency", "snapshot").with("readMode", readMode))) {
            List<PostgresqlSplit> splits = reader.plan(1);
            database.run(
                    "truncate " + tableOf(source),
                    "insert into " + tableOf(source) + " select i, i from generate_series(1, 900) i");
            SluiceException refused = catchThrowableOfType(SluiceException.class, () -> rows(reader, splits));
            assertThat(refused).hasMessageContaining(tableOf(source));
            assertThat(refused.code()).isEqualTo(JdbcError.SOURCE_REWRITTEN);
        }
    }

    /** As a load does that publishes its staging table under the name of the old one. */
    @ParameterizedTest
    @CsvSource({"t, copy", "t, cursor", "'select id, x from t', copy", "'select id, x from t', cursor"})
    void aTableThatWasReplacedAfterTheSnapshotIsRefused(String source, String readMode) throws Exception {
        createTables();
        try (PostgresqlReader reader =
                reader(step(source).with("consistency", "snapshot").with("readMode", readMode))) {
            List<PostgresqlSplit> splits = reader.plan(1);
            database.run(
                    "create table other (id bigint primary key, x numeric(12,4))",
                    "insert into other select i, i from generate_series(1, 900) i",
                    "alter table t rename to old",
                    "alter table other rename to t");
            SluiceException refused = catchThrowableOfType(SluiceException.class, () -> rows(reader, splits));
            assertThat(refused.code()).isEqualTo(JdbcError.SOURCE_REWRITTEN);
        }
    }

    /** An index is no source of rows. */
    @ParameterizedTest
    @ValueSource(strings = {"copy", "cursor"})
    void aSnapshotOutlivesNewIndexes(String readMode) throws Exception {
        createTables();
        try (PostgresqlReader reader =
                reader(step("t").with("consistency", "snapshot").with("readMode", readMode))) {
            List<PostgresqlSplit> splits = reader.plan(1);
            database.run("reindex table t", "create index on t (x)", "vacuum t");
            assertThat(rows(reader, splits)).isEqualTo(700);
        }
    }

    @Test
    void aTableThatIsOnlyFilledMeanwhileIsReadInItsSnapshot() throws Exception {
        createTables();
        try (PostgresqlReader reader = reader(step("t").with("consistency", "snapshot"))) {
            List<PostgresqlSplit> splits = reader.plan(1);
            database.run("insert into t select i, i from generate_series(701, 900) i");
            assertThat(rows(reader, splits)).isEqualTo(700);
        }
    }
}
