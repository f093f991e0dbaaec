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

/** When the insert mode uses COPY, and when it must not. */
class PostgresqlInsertTest {
    private static final TestDatabase DATABASE = PostgreSqlServer.shared().database();

    private final Copy copy = new Copy().with("db", "postgresql", Databases.settings(DATABASE));

    @BeforeEach
    void createTable() {
        DATABASE.run(
                "drop table if exists t cascade",
                "create table t (id int primary key, name varchar(5))",
                "drop table if exists kept",
                "create table kept (id int)");
    }

    private RunResult insertInto(String table, String query) throws Exception {
        ConfigValue.Obj reading = ConfigValue.Obj.EMPTY.with("datasource", "db").with("querySql", query);
        RunResult result =
                copy.run(new Copy.Step("postgresql", reading), new Copy.Step("postgresql", Databases.step(table, "*")));
        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        return result;
    }

    private String way() {
        return copy.log().stream()
                .filter(line -> line.contains("text=Writing "))
                .map(line -> line.replaceAll(".*text=Writing |]$", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPlainTableIsLoadedByCopy() throws Exception {
        RunResult result = insertInto(
                "t",
                "select i as id, case when i = 4000 then 'too long' else 'ok' end as name from generate_series(1, 5000) i");

        assertThat(way()).isEqualTo("\"t\" by COPY in binary form");
        assertThat(result.statistics().recordsDirty()).isEqualTo(1);
        assertThat(DATABASE.value("select count(*) from t")).isEqualTo("4999");
    }

    @Test
    void triggersOfTheTableFire() throws Exception {
        DATABASE.run(
                "create or replace function keep() returns trigger language plpgsql as"
                        + " 'begin insert into kept values (new.id); return new; end'",
                "create trigger keeping before insert on t for each row execute function keep()");

        insertInto("t", "select i as id, 'a' as name from generate_series(1, 10) i");

        assertThat(way()).isEqualTo("\"t\" by COPY in binary form");
        assertThat(DATABASE.value("select count(*) from kept")).isEqualTo("10");
    }

    @Test
    void rulesOfTheTableSeeEveryRow() throws Exception {
        DATABASE.run("create rule keeping as on insert to t do also insert into kept values (new.id)");

        RunResult result = insertInto("t", "select i as id, 'a' as name from generate_series(1, 3000) i");

        assertThat(way()).isEqualTo("\"t\" by INSERT, because it has rules");
        assertThat(result.statistics().recordsWritten()).isEqualTo(3000);
        assertThat(DATABASE.value("select count(*) from kept")).isEqualTo("3000");
    }

    @Test
    void aViewIsWrittenByStatements() throws Exception {
        DATABASE.run("create view v as select id, name from t");

        insertInto("v", "select 1 as id, 'a' as name");

        assertThat(way()).isEqualTo("\"v\" by INSERT, because it is no plain table");
        assertThat(DATABASE.rows("select * from t")).containsExactly("1|a");
    }

    @Test
    void aTypeWithoutKnownBinaryFormIsWrittenAsText() throws Exception {
        DATABASE.run("alter table t alter name type inet using null");

        insertInto("t", "select 1 as id, '10.0.0.1' as name");

        assertThat(way()).isEqualTo("\"t\" by COPY in text form, because name is of type inet");
        assertThat(DATABASE.rows("select * from t")).containsExactly("1|10.0.0.1");
    }
}
