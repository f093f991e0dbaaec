package io.sluice.connector.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables of cases between real servers, judged by what the target server itself says. A fast selection runs every
 * case on every path; {@code -Dsluice.fidelity=complete} runs all combinations.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FidelityTest {
    private final FidelityServer mariaDb = FidelityServer.mariaDb();
    private final FidelityServer postgreSql = FidelityServer.postgreSql();
    private final Direction toPostgreSql = Direction.between("a", mariaDb, postgreSql, "mariadb-postgresql.txt");
    private final Direction toMariaDb = Direction.between("b", postgreSql, mariaDb, "postgresql-mariadb.txt");
    private final Direction inMariaDb = Direction.within("c", mariaDb, "mariadb-files.txt");
    private final Direction inPostgreSql = Direction.within("d", postgreSql, "postgresql-files.txt");

    @AfterAll
    void close() throws Exception {
        mariaDb.close();
        postgreSql.close();
    }

    List<FidelityRun> toPostgreSql() {
        return FidelityRuns.of(toPostgreSql);
    }

    List<FidelityRun> toMariaDb() {
        return FidelityRuns.of(toMariaDb);
    }

    List<FidelityRun> inMariaDb() {
        return FidelityRuns.of(inMariaDb);
    }

    List<FidelityRun> inPostgreSql() {
        return FidelityRuns.of(inPostgreSql);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("toPostgreSql")
    void mariaDbToPostgreSql(FidelityRun run) throws Exception {
        check(toPostgreSql, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("toMariaDb")
    void postgreSqlToMariaDb(FidelityRun run) throws Exception {
        check(toMariaDb, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inMariaDb")
    void mariaDbToMariaDb(FidelityRun run) throws Exception {
        check(inMariaDb, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inPostgreSql")
    void postgreSqlToPostgreSql(FidelityRun run) throws Exception {
        check(inPostgreSql, run);
    }

    private static void check(Direction direction, FidelityRun run) throws Exception {
        List<FidelityGroup> groups = FidelityRuns.far(run)
                ? direction.groups().stream().filter(FidelityGroup::temporal).toList()
                : direction.groups();
        assertThat(run.problems(direction, groups)).isEmpty();
    }
}
