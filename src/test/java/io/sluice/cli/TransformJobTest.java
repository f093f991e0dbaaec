package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs with steps between reader and writer, from the script to the rows in the target. */
class TransformJobTest {
    private static final String CSV = """
            id,customer,email,amount,details
            1,Anna,anna@example.org,12.50,"{""city"": ""Köln"", ""tags"": [""a"", ""b""]}"
            2,Bert,bert@example.org,3.00,"{""city"": null}"
            3,Cleo 😀,c@example.org,99.99,"{""city"": ""Rom""}"
            4,Dora,dora@example.org,7.25,no json
            """;
    private static final String JOB = """
            {"type": "job", "version": "2.0",
             "steps": [
              {"stepType": "txtfile", "category": "reader", "name": "Reader",
               "parameter": {"path": "%s", "skipHeader": true, "column": [
                {"name": "id", "type": "long"}, {"name": "customer", "type": "string"},
                {"name": "email", "type": "string"}, {"name": "amount", "type": "double"},
                {"name": "details", "type": "string"}]}},
              %s,
              {"stepType": "sqlite", "category": "writer", "name": "Writer",
               "parameter": {"datasource": "target", "table": "orders", "column": %s}}],
             "setting": {"errorLimit": {"record": "%d"}, "speed": {"concurrent": 1, "throttle": false}}
             %s}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path csv;
    private Path database;
    private Path sources;

    @BeforeEach
    void makeBothEnds() throws IOException, SQLException {
        csv = Files.writeString(folder.resolve("orders.csv"), CSV);
        database = folder.resolve("orders.db");
        sources = Files.writeString(
                folder.resolve("sources.json"), "{\"target\": {\"type\": \"sqlite\", \"path\": \"" + database + "\"}}");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE orders (id INTEGER, customer TEXT, email TEXT, city TEXT, source TEXT)");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database);
    }

    private int run(String maps, String columns, int dirty, String order) throws IOException {
        Path job = Files.writeString(folder.resolve("job.json"), JOB.formatted(csv, maps, columns, dirty, order));
        return SluiceCommand.execute(
                new PrintWriter(out),
                new PrintWriter(err),
                "run",
                job.toString(),
                "--datasources",
                sources.toString(),
                "--json",
                "-p",
                "origin=shop",
                "-p",
                "least=5");
    }

    private List<String> stored() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet all = statement.executeQuery("SELECT * FROM orders ORDER BY id")) {
            while (all.next()) {
                rows.add(all.getString(1) + "|" + all.getString(2) + "|" + all.getString(3) + "|" + all.getString(4)
                        + "|" + all.getString(5));
            }
        }
        return rows;
    }

    private static final String MAPS = """
            {"stepType": "filter", "category": "map", "name": "Large", "parameter": {
              "name": "amount", "operator": ">", "value": "${least}"}},
            {"stepType": "jsonparse", "category": "map", "name": "Details", "parameter": {
              "name": "details", "keep": false, "fields": [{"path": "$.city", "name": "city"}]}},
            {"stepType": "mask", "category": "map", "name": "Hide", "parameter": {
              "name": "email", "method": "email"}},
            {"stepType": "fieldassign", "category": "map", "name": "Origin", "parameter": {
              "fields": [{"name": "source", "value": "${origin}"}]}},
            {"stepType": "project", "category": "map", "name": "Choose", "parameter": {
              "name": ["id", "customer", "email", "city", "source"]}}
            """;

    @Test
    void changesRecordsOnTheWay() throws Exception {
        int code = run(MAPS, "[\"id\", \"customer\", \"email\", \"city\", \"source\"]", 1, "");
        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .startsWith("{\"state\":\"SUCCEEDED\",\"recordsRead\":4,\"recordsWritten\":2,\"recordsDirty\":1,"
                        + "\"recordsFiltered\":1,");
        assertThat(stored()).containsExactly("1|Anna|a***@example.org|Köln|shop", "3|Cleo 😀|*@example.org|Rom|shop");
        assertThat(err.toString())
                .contains("records filtered 1")
                .contains("Dirty record found by the transform, column details: VALUE_NOT_CONVERTIBLE, step 'Details':")
                .contains("no json");
    }

    @Test
    void goesTheWayOfTheHops() throws Exception {
        String maps = """
                {"stepType": "digest", "category": "map", "name": "Second", "parameter": {
                  "columnIndex": 0, "algorithm": "md5"}},
                {"stepType": "substring", "category": "map", "name": "First", "parameter": {
                  "columnIndex": 0, "start": 0, "length": 1}},
                {"stepType": "project", "category": "map", "name": "Third", "parameter": {"columnIndex": [1, 0]}}
                """;
        String order = """
                , "order": {"hops": [{"from": "Reader", "to": "First"}, {"from": "First", "to": "Second"},
                  {"from": "Second", "to": "Third"}, {"from": "Third", "to": "Writer"}]}
                """;
        int code = run(maps, "[\"customer\", \"email\"]", 0, order);
        assertThat(code).as(err.toString()).isZero();
        assertThat(stored()).contains("null|Anna|c4ca4238a0b923820dcc509a6f75849b|null|null");
    }

    @Test
    void aStepThatFitsNoColumnFailsTheRunAtItsPlace() throws Exception {
        int code = run("""
                {"stepType": "cast", "category": "map", "name": "Types", "parameter": {
                  "fields": [{"name": "amuont", "type": "int64"}]}}
                """, "[\"id\", \"customer\", \"email\", \"city\", \"source\"]", 0, "");
        assertThat(code).isNotZero();
        assertThat(out.toString())
                .contains("PARAMETER_INVALID")
                .contains("There is no column 'amuont'; did you mean 'amount'?");
        assertThat(err.toString()).contains("PARAMETER_INVALID in step Types");
        assertThat(stored()).isEmpty();
    }

    @Test
    void evaluatesExpressions() throws Exception {
        int code = run("""
                {"stepType": "filter", "category": "map", "name": "Which", "parameter": {
                  "expression": "id % 2 == 1 && email.endsWith('.org')"}},
                {"stepType": "fieldassign", "category": "map", "name": "Add", "parameter": {"fields": [
                  {"name": "customer", "expression": "customer.upperAscii() + ' #' + string(id)"},
                  {"name": "city", "expression": "amount > 50 ? 'large' : 'small'"},
                  {"name": "email", "value": ""}]}},
                {"stepType": "project", "category": "map", "name": "Choose", "parameter": {
                  "name": ["id", "customer", "email", "city", "city"]}}
                """, "[\"id\", \"customer\", \"email\", \"city\", \"source\"]", 0, "");
        assertThat(code).as(err.toString()).isZero();
        assertThat(stored()).containsExactly("1|ANNA #1||small|small", "3|CLEO 😀 #3||large|large");
        assertThat(out.toString()).contains("\"recordsFiltered\":2");
    }

    @Test
    void timesMeetTextInTheZoneOfTheSetting() throws Exception {
        String maps = """
                {"stepType": "fieldassign", "category": "map", "name": "Time", "parameter": {"fields": [
                  {"name": "city", "value": "1704067200001", "type": "int64"},
                  {"name": "source", "value": "2024-01-01 23:30:00", "type": "timestamp"}]}},
                {"stepType": "cast", "category": "map", "name": "Instants", "parameter": {"fields": [
                  {"name": "city", "type": "instant"}, {"name": "source", "type": "instant"},
                  {"name": "city", "type": "text"}, {"name": "source", "type": "text", "timeZone": "UTC"}]}},
                {"stepType": "project", "category": "map", "name": "Choose", "parameter": {
                  "name": ["id", "customer", "email", "city", "source"]}}
                """;
        Path job = Files.writeString(
                folder.resolve("zone.json"),
                JOB.formatted(csv, maps, "[\"id\", \"customer\", \"email\", \"city\", \"source\"]", 0, "")
                        .replace(
                                "\"setting\": {",
                                "\"setting\": {\"common\": {\"column\": {\"timeZone\": \"GMT+8\"}}, "));
        int code = SluiceCommand.execute(
                new PrintWriter(out), new PrintWriter(err), "run", job.toString(), "--datasources", sources.toString());
        assertThat(code).as(err.toString()).isZero();
        assertThat(stored()).hasSize(4).allMatch(row -> row.endsWith("|2024-01-01 08:00:00.001|2024-01-01 15:30:00"));
    }

    @Test
    void anExpressionThatCannotBeReadIsFoundBeforeTheStart() throws Exception {
        int code = run("""
                {"stepType": "filter", "category": "map", "name": "Which", "parameter": {"expression": "id >"}}
                """, "[\"id\", \"customer\", \"email\", \"city\", \"source\"]", 0, "");
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).contains("\"state\":\"INVALID\"", "mismatched input");
    }
}
