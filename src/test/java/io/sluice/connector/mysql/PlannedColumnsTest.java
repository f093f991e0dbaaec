package io.sluice.connector.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.connector.jdbc.RowDecoder;
import io.sluice.spi.Reader;
import io.sluice.spi.Split;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are changed between the plan of a run and the moment they are read. */
class PlannedColumnsTest {
    private static final String QUERY = "select * from t";

    private final TestDatabase database = MariaDbServer.shared().database();

    private Schema planned = Schema.of();

    private Reader<?> reader(ConfigValue.Obj step) throws Exception {
        RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(database));
        Reader<?> reader = Steps.reader(new MysqlConnector(), step, context);
        planned = reader.discover();
        return reader;
    }

    private <S extends Split> int rows(Reader<S> reader) throws Exception {
        return Steps.count(reader, reader.plan(1), planned);
    }

    private static ConfigValue.Obj query() {
        return ConfigValue.Obj.EMPTY.with("datasource", "db").with("querySql", QUERY);
    }

    private void createTable(String type, String value) {
        database.run(
                "create table t (id bigint primary key, x " + type + ")",
                "insert into t values (1, " + value + "), (2, null)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "decimal(12,4); 1.5; double",
                "decimal(12,4); 1.5; decimal(12,2)",
                "decimal(12,4); 1.5; varchar(20)",
                "int; 7; bigint",
                "int; 7; int unsigned",
                "float; 0.5; double",
                "datetime(6); '2024-01-01 00:00:00'; datetime",
                "timestamp(3) null; '2024-01-01 00:00:00'; datetime(3)",
                "bit(1); b'1'; bit(8)",
                "bit(8); b'1'; bit(9)",
                "enum('a','b'); 'a'; varchar(10)",
                "varchar(10); 'a'; varchar(11)",
                "year; 2024; smallint",
                "varbinary(10); 'a'; blob"
            })
    void aColumnThatHasBecomeAnotherIsNotRead(String before, String value, String after) throws Exception {
        createTable(before, value);
        for (ConfigValue.Obj step : List.of(Databases.step("t", "id", "x").with("splitPk", "id"), query())) {
            database.run("alter table t modify x " + before);
            try (Reader<?> reader = reader(step)) {
                assertThat(rows(reader)).isEqualTo(2);
                database.run("alter table t modify x " + after);
                SluiceException refused = catchThrowableOfType(SluiceException.class, () -> rows(reader));
                assertThat(refused).as("%s to %s", before, after).isNotNull();
                assertThat(refused.code()).isEqualTo(JdbcError.SOURCE_CHANGED);
                assertThat(refused).hasMessageContaining("The column x of ");
            }
        }
    }

    /** A query for all columns gives those of the same type that stand in their place now. */
    @ParameterizedTest
    @ValueSource(
            strings = {"add column a bigint default 9 first", "rename column x to y", "drop column x", "drop column id"
            })
    void aQueryForAllColumnsGetsTheSameOnes(String change) throws Exception {
        createTable("bigint", "5");
        try (Reader<?> reader = reader(query())) {
            database.run("alter table t " + change);
            SluiceException refused = catchThrowableOfType(SluiceException.class, () -> rows(reader));
            assertThat(refused.code()).isEqualTo(JdbcError.SOURCE_CHANGED);
        }
    }

    /** The server prepares the statement again without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"double", "decimal(12,2)", "varchar(20)", "bigint"})
    void aChangeBetweenAskingAndReadingIsSeenToo(String type) throws Exception {
        createTable("decimal(12,4)", "1.5");
        MysqlDialect dialect = new MysqlDialect();
        try (Connection connection = database.connect()) {
            List<ResultColumn> columns = dialect.describe(connection, QUERY);
            RowDecoder decoder = dialect.rows(columns);
            RowBatch batch = new RowBatch(
                    new Schema(columns.stream().map(ResultColumn::column).toList()), 10, Long.MAX_VALUE);
            try (Statement statement = dialect.statement(connection, QUERY, 10)) {
                database.run("alter table t modify x " + type);
                try (ResultSet row = dialect.execute(statement, QUERY)) {
                    assertThat(row.next()).isTrue();
                    SluiceException refused =
                            catchThrowableOfType(SluiceException.class, () -> decoder.decode(row, batch));
                    assertThat(refused.code()).isEqualTo(JdbcError.SOURCE_CHANGED);
                }
            }
        }
    }

    @Test
    void furtherColumnsOfATableAreNotLookedAt() throws Exception {
        createTable("bigint", "5");
        try (Reader<?> reader = reader(Databases.step("t", "id", "x"))) {
            database.run("alter table t add column a bigint default 9 first, add index (x)");
            assertThat(rows(reader)).isEqualTo(2);
        }
    }

    /** Servers may announce other types for these than they then send. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select max(x) as m, count(*) as c, sum(x) as s, avg(x) as a from t",
                "select x, group_concat(id) as g, min(id) as i from t group by x order by 3",
                "select id, x from t union select 3, 'text' union select 4, null",
                "select if(id = 1, x, 'n') as a, coalesce(x, 1) as b, concat(id, x) as c, null as d from t",
                "select distinct date_add('2024-01-01', interval id day) as d, now(6) as n, cast(x as char(3)) as c from t",
                "with q as (select id / 3 as third, id * 1e0 as r from t) select * from q where third is not null",
                "select id, row_number() over (order by id) as n, lag(x) over (order by id) as l from t"
            })
    void queriesOfAPersonsOwnAreReadAsBefore(String query) throws Exception {
        createTable("decimal(12,4)", "1.5");
        try (Reader<?> reader = reader(query().with("querySql", query))) {
            assertThat(rows(reader)).isPositive();
        }
    }
}
