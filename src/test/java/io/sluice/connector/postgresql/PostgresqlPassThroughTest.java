package io.sluice.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that travel between two PostgreSQL databases as the bytes of the wire. */
class PostgresqlPassThroughTest {
    private static final TestDatabase SOURCE = PostgreSqlServer.shared().database();
    private static final TestDatabase TARGET = PostgreSqlServer.shared().database();

    private final Copy copy = new Copy()
            .with("from", "postgresql", Databases.settings(SOURCE))
            .with("to", "postgresql", Databases.settings(TARGET));

    @BeforeEach
    void createTables() {
        SOURCE.run(
                "drop table if exists t",
                "create table t (id int primary key, name varchar(20), price numeric(10,2), at timestamptz)",
                "insert into t select i, case when i % 5 > 0 then 'name ' || i end, i / 4.0, '2024-01-01Z'::timestamptz"
                        + " + i * interval '1 second' from generate_series(1, 2000) i");
        TARGET.run(
                "drop table if exists t",
                "create table t (id int primary key, name varchar(20), price numeric(10,2), at timestamptz)");
    }

    private RunResult run(String... columns) throws Exception {
        ConfigValue.Obj reading = Databases.step("t", columns).with("datasource", "from");
        ConfigValue.Obj writing = Databases.step("t", columns)
                .with("datasource", "to")
                .with("writeMode", "copy")
                .with("batchSize", new ConfigValue.Num(300));
        RunResult result = copy.run(new Copy.Step("postgresql", reading), new Copy.Step("postgresql", writing));
        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        return result;
    }

    private boolean passedUndecoded() {
        return copy.log().stream().anyMatch(line -> line.contains("rows pass undecoded"));
    }

    private static void requireEqualTables(String condition) {
        String all = "select * from t where " + condition + " order by id";
        assertThat(TARGET.rows(all)).isEqualTo(SOURCE.rows(all));
    }

    @Test
    void arrivesUnchanged() throws Exception {
        RunResult result = run("*");

        assertThat(passedUndecoded()).isTrue();
        assertThat(result.statistics().recordsWritten()).isEqualTo(2000);
        assertThat(result.statistics().bytes()).isBetween(2000L * 40, 2000L * 100);
        requireEqualTables("true");
    }

    @Test
    void arrivesUnchangedThroughSeveralChannels() throws Exception {
        SOURCE.run("insert into t select i, 'more', 1, now() from generate_series(2001, 200000) i");
        copy.channels(4);

        assertThat(run("*").statistics().recordsWritten()).isEqualTo(200_000);
        assertThat(passedUndecoded()).isTrue();
        assertThat(copy.log()).anyMatch(line -> line.contains("channels: 4"));
        requireEqualTables("true");
    }

    @Test
    void aBadRowIsIsolatedAndShown() throws Exception {
        TARGET.run("alter table t add check (id <> 777)", "insert into t values (1500, 'old', 0, null)");

        RunResult result = run("*");

        assertThat(passedUndecoded()).isTrue();
        assertThat(result.statistics().recordsDirty()).isEqualTo(2);
        assertThat(copy.dirty())
                .extracting(dirty -> dirty.values().toString())
                .containsExactlyInAnyOrder(
                        "[777, name 777, 194.25, 2024-01-01 00:12:57Z]", "[1500, null, 375.00, 2024-01-01 00:25:00Z]");
        requireEqualTables("id not in (777, 1500)");
        assertThat(TARGET.value("select count(*) from t")).isEqualTo("1999");
    }

    @Test
    void aNarrowerTargetIsGivenDecodedValues() throws Exception {
        TARGET.run("alter table t alter name type varchar(8)");
        SOURCE.run("update t set name = 'four    ' where id = 4", "update t set name = 'nine     ' where id = 9");

        RunResult result = run("*");

        assertThat(passedUndecoded()).isFalse();
        assertThat(result.statistics().recordsDirty())
                .isEqualTo(Long.parseLong(
                        String.valueOf(SOURCE.value("select count(*) from t where char_length(name) > 8"))));
        assertThat(TARGET.value("select count(*) from t where id = 9")).isEqualTo("0");
        assertThat(TARGET.value("select name || '|' from t where id = 4")).isEqualTo("four    |");
    }

    @Test
    void aWiderTextTakesTheBytesAsTheyAre() throws Exception {
        TARGET.run("alter table t alter name type text");

        run("*");

        assertThat(passedUndecoded()).isTrue();
        requireEqualTables("true");
    }

    @Test
    void anotherTypeIsGivenDecodedValues() throws Exception {
        TARGET.run("alter table t alter id type bigint, alter price type numeric(12,2)");

        run("*");

        assertThat(passedUndecoded()).isFalse();
        requireEqualTables("true");
    }

    @Test
    void numbersThatTheTargetWouldRoundAreDirty() throws Exception {
        SOURCE.run("alter table t alter price type numeric(5,0) using id");
        TARGET.run("alter table t alter price type numeric(3,-2)");

        RunResult result = run("*");

        assertThat(passedUndecoded()).isFalse();
        assertThat(result.statistics().recordsDirty()).isEqualTo(1980);
        requireEqualTables("id % 100 = 0");
        assertThat(TARGET.value("select count(*) from t")).isEqualTo("20");
    }

    @Test
    void theNameThatHoldsZerosIsADirtyRecord() throws Exception {
        SOURCE.run("alter table t add raw bytea", "update t set raw = '\\x610062' where id = 10");
        TARGET.run("alter table t add raw text");

        RunResult result = run("id", "raw");

        assertThat(result.statistics().recordsDirty()).isEqualTo(1);
        assertThat(TARGET.value("select count(*) from t")).isEqualTo("1999");
    }
}
