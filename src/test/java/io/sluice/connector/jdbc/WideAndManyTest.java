package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tables as wide and names as long as servers take them, and schemas with thousands of tables. */
@Timeout(180)
class WideAndManyTest {
    private static final TestDatabase MARIA_DB = MariaDbServer.shared().database();
    private static final TestDatabase POSTGRE_SQL = PostgreSqlServer.shared().database();

    private static Copy copy() {
        return new Copy()
                .with("mysql", "mysql", Databases.settings(MARIA_DB))
                .with("postgresql", "postgresql", Databases.settings(POSTGRE_SQL));
    }

    private static Copy.Step step(String type, String table) {
        return new Copy.Step(type, Databases.step(table, "*").with("datasource", type));
    }

    private static Copy.Step staged(String type, String table) {
        Copy.Step step = step(type, table);
        return new Copy.Step(type, step.parameters().with("loadMode", "staging"));
    }

    private static RunResult succeeds(Copy copy, Copy.Step reader, Copy.Step writer) throws Exception {
        RunResult result = copy.run(reader, writer);
        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        return result;
    }

    private static String columns(int count, String type) {
        return IntStream.range(1, count).mapToObj(c -> ", c" + c + " " + type).collect(Collectors.joining());
    }

    @Test
    void asManyColumnsAsPostgreSqlTakes() throws Exception {
        String values = IntStream.range(1, 1_600).mapToObj(c -> ", i").collect(Collectors.joining());
        POSTGRE_SQL.run(
                "create table wide (id int primary key" + columns(1_600, "smallint") + ")",
                "create table wide_copy (id int primary key" + columns(1_600, "smallint") + ")",
                "insert into wide select i" + values + " from generate_series(1, 300) i");
        for (String readMode : new String[] {"copy", "cursor"}) {
            POSTGRE_SQL.run("truncate wide_copy");
            Copy.Step reader = new Copy.Step(
                    "postgresql", step("postgresql", "wide").parameters().with("readMode", readMode));
            succeeds(copy().verifying().channels(4), reader, step("postgresql", "wide_copy"));
            assertThat(POSTGRE_SQL.value("select count(*) || ' ' || sum(c1599) from wide_copy"))
                    .isEqualTo("300 45150");
        }
        POSTGRE_SQL.run("truncate wide_copy");
        succeeds(copy(), step("postgresql", "wide"), staged("postgresql", "wide_copy"));
        assertThat(POSTGRE_SQL.value("select sum(c1599) from wide_copy")).isEqualTo("45150");
    }

    @Test
    void asManyColumnsAsMariaDbTakes() throws Exception {
        String values = IntStream.range(1, 1_017).mapToObj(c -> ", seq").collect(Collectors.joining());
        MARIA_DB.run(
                "create table wide (id int primary key" + columns(1_017, "smallint") + ")",
                "create table wide_copy (id int primary key" + columns(1_017, "smallint") + ")",
                "insert into wide select seq" + values + " from seq_1_to_300");
        POSTGRE_SQL.run("create table wide_from (id int primary key" + columns(1_017, "smallint") + ")");
        succeeds(copy().verifying().channels(4), step("mysql", "wide"), step("postgresql", "wide_from"));
        succeeds(copy().verifying(), step("postgresql", "wide_from"), step("mysql", "wide_copy"));
        assertThat(MARIA_DB.value("select concat(count(*), ' ', sum(c1016)) from wide_copy"))
                .isEqualTo("300 45150");
    }

    @Test
    void oneColumnAndNoRows() throws Exception {
        for (String insert : new String[] {"", "(null)", "(1), (null), (1)"}) {
            MARIA_DB.run("drop table if exists thin", "create table thin (a int)");
            POSTGRE_SQL.run("drop table if exists thin", "create table thin (a int)");
            if (!insert.isEmpty()) {
                MARIA_DB.run("insert into thin values " + insert);
            }
            for (int channels : new int[] {1, 16}) {
                POSTGRE_SQL.run("truncate thin");
                succeeds(copy().verifying().channels(channels), step("mysql", "thin"), step("postgresql", "thin"));
                MARIA_DB.run("delete from thin");
                succeeds(copy().verifying().channels(channels), step("postgresql", "thin"), step("mysql", "thin"));
            }
        }
    }

    /** Two tables whose names differ in the last character only, loaded by way of tables beside them at the same time. */
    @Test
    void namesOfTheGreatestLengthKeepTheirStagingTablesApart() throws Exception {
        for (String type : new String[] {"postgresql", "mysql"}) {
            TestDatabase database = type.equals("mysql") ? MARIA_DB : POSTGRE_SQL;
            String stem = "é".repeat(type.equals("mysql") ? 63 : 31);
            database.run(
                    "create table two (id int primary key, v varchar(5))", "insert into two values (1, 'a'), (2, 'b')");
            for (String last : new String[] {"x", "y"}) {
                database.run("create table " + stem + last + " (id int primary key, v varchar(5))");
                database.run("insert into " + stem + last + " values (7, 'old')");
            }
            RunHandle first = copy().start(step(type, "two"), staged(type, stem + "x"));
            RunHandle second = copy().start(step(type, "two"), staged(type, stem + "y"));
            for (RunResult result : new RunResult[] {first.await(), second.await()}) {
                assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
            }
            for (String last : new String[] {"x", "y"}) {
                assertThat(database.rows("select id, v from " + stem + last + " order by id"))
                        .containsExactly("1|a", "2|b");
            }
        }
    }

    @Test
    void tablesAmongTenThousandAreFoundAtOnce() throws Exception {
        for (int part = 0; part < 5; part++) {
            POSTGRE_SQL.run(
                    "do $$ begin for i in %d..%d loop execute 'create table many_' || i || ' (id int, v text)'; end loop; end $$"
                            .formatted(2_000 * part, 2_000 * part + 1_999));
        }
        POSTGRE_SQL.run("insert into many_7777 values (1, 'a')", "create table many_copy (id int, v text)");
        RunResult one = succeeds(copy(), step("postgresql", "many_7777"), staged("postgresql", "many_copy"));
        assertThat(one.statistics().elapsed()).isLessThan(Duration.ofSeconds(10));
        assertThat(POSTGRE_SQL.value("select count(*) from many_copy")).isEqualTo("1");
        ConfigValue.Obj all = Databases.step("many_[0-499]", "id", "v").with("datasource", "postgresql");
        RunResult result =
                succeeds(copy().channels(16), new Copy.Step("postgresql", all), step("postgresql", "many_copy"));
        assertThat(result.statistics().recordsRead()).isZero();
        assertThat(result.statistics().splitsTotal()).isEqualTo(500);
    }
}
