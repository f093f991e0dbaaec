package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values that break other tools (cases/fidelity.md), copied between real servers in a batch with good rows around
 * them, in a JVM far from UTC; compared by what the target server itself says.
 */
class FidelityTest {
    private static final TestDatabase MARIADB = MariaDbServer.shared().database();
    private static final TestDatabase POSTGRESQL = PostgreSqlServer.shared().database();
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final String FREE_SESSION = "set sql_mode = '', time_zone = '+00:00'";

    @BeforeAll
    static void liveInAnotherZone() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        POSTGRESQL.run("create type mood as enum ('happy', 'sad')");
    }

    @AfterAll
    static void comeHome() {
        TimeZone.setDefault(ZONE);
    }

    static List<FidelityCase> fromMariaDb() {
        return FidelityCase.load("fidelity-mariadb-postgresql.txt");
    }

    static List<FidelityCase> fromPostgreSql() {
        return FidelityCase.load("fidelity-postgresql-mariadb.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fromMariaDb")
    void mariaDbToPostgreSqlByInsert(FidelityCase one) throws Exception {
        check(one, mariaDb(), postgreSql(), "insert");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fromMariaDb")
    void mariaDbToPostgreSqlByCopy(FidelityCase one) throws Exception {
        check(one, mariaDb(), postgreSql(), "copy");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fromPostgreSql")
    void postgreSqlToMariaDb(FidelityCase one) throws Exception {
        check(one, postgreSql(), mariaDb(), "insert");
    }

    /** A server's side of a case. */
    private record End(String type, TestDatabase database, String session) {
        void createSource(String columnType, String literal) {
            database.run(
                    session,
                    "drop table if exists s",
                    "create table s (id int primary key, v " + columnType + ")",
                    "insert into s values (1, null)",
                    "insert into s values (2, " + literal + ")",
                    "insert into s values (3, null)");
        }

        void createTarget(String columnType) {
            database.run(
                    session, "drop table if exists t", "create table t (id int primary key, v " + columnType + ")");
        }
    }

    private static End mariaDb() {
        return new End("mysql", MARIADB, FREE_SESSION);
    }

    private static End postgreSql() {
        return new End("postgresql", POSTGRESQL, "set timezone = 'UTC'");
    }

    private static void check(FidelityCase one, End source, End target, String mode) throws Exception {
        source.createSource(one.sourceType(), one.literal());
        target.createTarget(one.targetType());
        Copy copy = new Copy()
                .with("from", source.type(), Databases.settings(source.database()))
                .with("to", target.type(), Databases.settings(target.database()));

        RunResult result = copy.run(
                new Copy.Step(source.type(), Databases.step("s", "*").with("datasource", "from")),
                new Copy.Step(
                        target.type(),
                        Databases.step("t", "*").with("datasource", "to").with("writeMode", mode)));

        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        List<String> stored = target.database().rows("select id, " + one.compared() + " from t order by id");
        if (one.dirty()) {
            assertThat(stored).containsExactly("1|∅", "3|∅");
            assertThat(copy.dirty()).hasSize(1);
        } else {
            assertThat(copy.dirty()).isEmpty();
            assertThat(stored).containsExactly("1|∅", "2|" + one.expected(), "3|∅");
        }
    }
}
