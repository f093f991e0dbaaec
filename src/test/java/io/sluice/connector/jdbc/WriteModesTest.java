package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.engine.EngineError;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.CommonError;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What writers do with rows that are already there, and with columns they must not touch. */
class WriteModesTest {
    private static final TestDatabase MARIADB = MariaDbServer.shared().database();
    private static final TestDatabase POSTGRESQL = PostgreSqlServer.shared().database();
    private static final String PAIRS = "select 1 as id, 'new' as a, 'new' as b union all select 2, 'two', 'two'";

    private final Copy copy = new Copy()
            .with("my", "mysql", Databases.settings(MARIADB))
            .with("pg", "postgresql", Databases.settings(POSTGRESQL));

    @BeforeEach
    void oneOldRow() {
        for (TestDatabase database : List.of(MARIADB, POSTGRESQL)) {
            database.run(
                    "drop table if exists t",
                    "create table t (id int primary key, a varchar(9), b varchar(9), c varchar(9))",
                    "insert into t values (1, 'old', 'old', 'old')");
        }
    }

    private static Copy.Step query(String sql) {
        return new Copy.Step(
                "mysql", ConfigValue.Obj.EMPTY.with("datasource", "my").with("querySql", sql));
    }

    private static Copy.Step mariaDb(String mode, String... columns) {
        return new Copy.Step(
                "mysql", Databases.step("t", columns).with("datasource", "my").with("writeMode", mode));
    }

    private static Copy.Step postgreSql(String mode, String... columns) {
        return new Copy.Step(
                "postgresql",
                Databases.step("t", columns).with("datasource", "pg").with("writeMode", mode));
    }

    private static Copy.Step with(Copy.Step step, String name, ConfigValue value) {
        return new Copy.Step(step.type(), step.parameters().with(name, value));
    }

    private static List<String> rows(TestDatabase database) {
        return database.rows("select * from t order by id");
    }

    @Test
    void insertMakesADirtyRecordOfAKnownKey() throws Exception {
        RunResult result = copy.run(query(PAIRS), mariaDb("insert", "id", "a", "b"));

        assertThat(result.statistics().recordsDirty()).isEqualTo(1);
        assertThat(rows(MARIADB)).containsExactly("1|old|old|old", "2|two|two|∅");
    }

    @Test
    void updateChangesTheListedColumns() throws Exception {
        copy.run(query(PAIRS), with(mariaDb("update", "id", "a", "b"), "updateColumn", new ConfigValue.Text("a")));
        copy.run(query(PAIRS), postgreSql("upsert", "id", "a", "b"));

        assertThat(rows(MARIADB)).containsExactly("1|new|old|old", "2|two|two|∅");
        assertThat(rows(POSTGRESQL)).containsExactly("1|new|new|old", "2|two|two|∅");
    }

    @Test
    void replaceForgetsColumnsThatAreNotListed() throws Exception {
        copy.run(query(PAIRS), mariaDb("replace", "id", "a", "b"));

        assertThat(rows(MARIADB)).containsExactly("1|new|new|∅", "2|two|two|∅");
    }

    @Test
    void aKeyMayComeTwiceInOneUpsert() throws Exception {
        copy.run(
                query("select 5 as id, 'x' as a, 'x' as b union all select 5, 'y', 'y'"),
                postgreSql("upsert", "id", "a", "b"));

        assertThat(rows(POSTGRESQL)).hasSize(2).anyMatch(row -> row.startsWith("5|"));
        assertThat(copy.dirty()).isEmpty();
    }

    @Test
    void aWrongNumberOfColumnsIsFoundBeforeTheTableIsEmptied() throws Exception {
        Copy.Step emptying = with(mariaDb("insert", "id"), "preSql", new ConfigValue.Text("truncate table @table"));

        RunResult result = copy.run(query(PAIRS), emptying);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Objects.requireNonNull(result.failure()).code()).isEqualTo(CommonError.COLUMN_COUNT);
        assertThat(rows(MARIADB)).containsExactly("1|old|old|old");
    }

    @Test
    void aFailureBeforeTheFirstRowLeavesNoStagingTable() throws Exception {
        Copy.Step bytes = query("select 1 as id, point(1, 2) as a");
        for (Copy.Step writer : List.of(mariaDb("insert", "b", "id"), postgreSql("copy", "b", "id"))) {
            RunResult result = copy.run(bytes, with(writer, "loadMode", new ConfigValue.Text("staging")));

            assertThat(Objects.requireNonNull(result.failure()).code()).isEqualTo(EngineError.TYPES_NOT_CONVERTIBLE);
        }
        String ours =
                "select table_name from information_schema.tables where table_name like 'sluice%' and table_schema = ";
        assertThat(MARIADB.rows(ours + "database()")).isEmpty();
        assertThat(POSTGRESQL.rows(ours + "current_schema()")).isEmpty();
    }

    @Test
    void statementsRunBeforeAndAfter() throws Exception {
        Copy.Step emptying =
                with(mariaDb("insert", "id", "a", "b"), "preSql", new ConfigValue.Text("delete from @table"));

        copy.run(query(PAIRS), with(emptying, "postSql", new ConfigValue.Text("update @table set c = 'after'")));

        assertThat(rows(MARIADB)).containsExactly("1|new|new|after", "2|two|two|after");
    }

    @Test
    void allColumnsAreThoseThatCanBeWritten() throws Exception {
        MARIADB.run("create or replace table t (id int auto_increment primary key, a varchar(9),"
                + " size int generated always as (length(a)) stored)");
        POSTGRESQL.run(
                "drop table t",
                "create table t (id int generated always as identity primary key, a text,"
                        + " twice int generated always as (id * 2) stored)");

        copy.run(query("select 0 as id, 'zero' as a union all select null, 'none'"), mariaDb("insert", "*"));
        copy.run(query("select 7 as id, 'seven' as a"), postgreSql("insert", "*"));

        assertThat(rows(MARIADB)).containsExactly("0|zero|4");
        assertThat(rows(POSTGRESQL)).containsExactly("7|seven|14");
        assertThat(copy.dirty()).hasSize(1);
    }

    @Test
    void rangesOfTablesAreReadAsOne() throws Exception {
        MARIADB.run(
                "create or replace table p_0 (id int primary key, a varchar(9))",
                "create or replace table p_1 like p_0",
                "insert into p_0 values (10, 'x')",
                "insert into p_1 values (11, 'y')");
        Copy.Step both =
                new Copy.Step("mysql", Databases.step("p_[0-1]", "id", "a").with("datasource", "my"));

        copy.run(both, postgreSql("copy", "id", "a"));

        assertThat(rows(POSTGRESQL)).containsExactly("1|old|old|old", "10|x|∅|∅", "11|y|∅|∅");
    }
}
