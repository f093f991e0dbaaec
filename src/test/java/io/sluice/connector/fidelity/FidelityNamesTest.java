package io.sluice.connector.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of tables and columns that break other tools (T79, T80). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FidelityNamesTest {
    private static final int LONGEST_IN_POSTGRESQL = 63;
    private static final List<String> NAMES = List.of(
            "order",
            "Select",
            "a b",
            "a\"b",
            "a`b",
            "a.b",
            "a'b",
            "名前",
            "ÄÖ",
            "x".repeat(LONGEST_IN_POSTGRESQL),
            "1st",
            "%",
            "%s",
            ":p",
            "?",
            "--",
            ";",
            "\\",
            "${x}",
            "$1");

    private final FidelityServer mariaDb = FidelityServer.mariaDb();
    private final FidelityServer postgreSql = FidelityServer.postgreSql();

    @AfterAll
    void close() throws Exception {
        mariaDb.close();
        postgreSql.close();
    }

    static List<String> names() {
        return NAMES;
    }

    private static String quoted(FidelityServer server, String name) {
        return server.isMariaDb() ? "`" + name.replace("`", "``") + "`" : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String columns(FidelityServer server, String type) {
        return NAMES.stream().map(name -> quoted(server, name) + type).collect(Collectors.joining(", "));
    }

    private RunResult run(FidelityServer from, FidelityServer to, Copy.Step reader, Copy.Step writer) throws Exception {
        return new Copy()
                .with("from", from.type(), from.settings())
                .with("to", to.type(), to.settings())
                .run(
                        new Copy.Step(reader.type(), reader.parameters().with("datasource", "from")),
                        new Copy.Step(writer.type(), writer.parameters().with("datasource", "to")));
    }

    private static Copy.Step step(FidelityServer server, String table, String... columns) {
        return new Copy.Step(server.type(), Databases.step(table, columns));
    }

    private static void succeeded(RunResult result) {
        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void columnsKeepTheirNamesInBothDirections() throws Exception {
        String values = IntStream.rangeClosed(1, NAMES.size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        String expected = values.replace(", ", "|");
        for (FidelityServer server : List.of(mariaDb, postgreSql)) {
            server.run(
                    "create table s (" + columns(server, " int") + ")",
                    "create table t (" + columns(server, " int") + ")");
            server.run("insert into s values (" + values + ")");
        }

        succeeded(run(mariaDb, postgreSql, step(mariaDb, "s", "*"), step(postgreSql, "t", "*")));
        succeeded(run(postgreSql, mariaDb, step(postgreSql, "s", "*"), step(mariaDb, "t", "*")));

        assertThat(postgreSql.database().rows("select " + columns(postgreSql, "") + " from t"))
                .containsExactly(expected);
        assertThat(mariaDb.database().rows("select " + columns(mariaDb, "") + " from t"))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("names")
    void tablesAndListedColumnsKeepTheirNames(String name) throws Exception {
        for (FidelityServer server : List.of(mariaDb, postgreSql)) {
            String table = quoted(server, name);
            server.run(
                    "drop table if exists " + table,
                    "create table " + table + " (id int primary key, other int, " + table + " int)");
        }
        mariaDb.run("insert into " + quoted(mariaDb, name) + " values (1, 2, 3)");
        Copy.Step inMariaDb = step(mariaDb, quoted(mariaDb, name), "id", quoted(mariaDb, name), "other");
        Copy.Step inPostgreSql = step(postgreSql, quoted(postgreSql, name), "id", quoted(postgreSql, name), "other");

        succeeded(run(mariaDb, postgreSql, inMariaDb, inPostgreSql));
        mariaDb.run("delete from " + quoted(mariaDb, name));
        succeeded(run(postgreSql, mariaDb, inPostgreSql, inMariaDb));

        assertThat(postgreSql.database().rows("select * from " + quoted(postgreSql, name)))
                .containsExactly("1|2|3");
        assertThat(mariaDb.database().rows("select * from " + quoted(mariaDb, name)))
                .containsExactly("1|2|3");
    }

    /** PostgreSQL would take the first 63 bytes for the name, without an error. */
    @Test
    void aNameThatPostgreSqlWouldCutIsNotFound() throws Exception {
        String cut = "y".repeat(LONGEST_IN_POSTGRESQL);
        postgreSql.run(
                "create table \"" + cut + "\" (id int)", "create table long_column (id int, \"" + cut + "\" int)");
        mariaDb.run("create table names (id int)", "insert into names values (1)");

        RunResult table = run(mariaDb, postgreSql, step(mariaDb, "names", "id"), step(postgreSql, cut + "y", "id"));
        RunResult column =
                run(mariaDb, postgreSql, step(mariaDb, "names", "id"), step(postgreSql, "long_column", cut + "y"));
        RunResult source = run(postgreSql, mariaDb, step(postgreSql, cut + "y", "id"), step(mariaDb, "names", "id"));

        for (RunResult result : List.of(table, column, source)) {
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        }
        assertThat(postgreSql.database().rows("select count(*) from \"" + cut + "\""))
                .containsExactly("0");
    }

    @Test
    void columnsThatDifferInCaseAreTwoInPostgreSqlAndRefusedInMariaDb() throws Exception {
        postgreSql.run(
                "create table twins (\"ID\" int, id int)",
                "create table twins_copy (id int, \"ID\" int)",
                "insert into twins values (1, 2)");
        mariaDb.run("create table twins (id int, other int)");

        succeeded(run(
                postgreSql,
                postgreSql,
                step(postgreSql, "twins", "ID", "id"),
                step(postgreSql, "twins_copy", "ID", "id")));
        RunResult refused =
                run(postgreSql, mariaDb, step(postgreSql, "twins", "ID", "id"), step(mariaDb, "twins", "ID", "id"));

        assertThat(postgreSql.database().rows("select \"ID\", id from twins_copy"))
                .containsExactly("1|2");
        assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void tablesThatDifferInCaseAreTwo() throws Exception {
        for (FidelityServer server : List.of(mariaDb, postgreSql)) {
            server.run(
                    "create table " + quoted(server, "Orders") + " (id int)",
                    "create table " + quoted(server, "orders") + " (id int)");
        }
        mariaDb.run("insert into `Orders` values (1)", "insert into `orders` values (2), (3)");

        for (String name : List.of("Orders", "orders")) {
            succeeded(run(
                    mariaDb, postgreSql, step(mariaDb, name, "*"), step(postgreSql, quoted(postgreSql, name), "*")));
        }

        assertThat(postgreSql.database().rows("select id from \"Orders\"")).containsExactly("1");
        assertThat(postgreSql.database().rows("select id from \"orders\"")).containsExactlyInAnyOrder("2", "3");
    }
}
