package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.sqlite.SqliteFiles;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final String JOB = """
            {"type": "job", "version": "2.0",
             "steps": [
              {"stepType": "sqlite", "category": "reader", "name": "Reader",
               "parameter": {"datasource": "db", "table": "a", "column": "*"}},
              {"stepType": "%s", "category": "writer", "name": "Writer", "parameter": %s}],
             "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": 1}, "verify": %s}}
            """;
    private static final String TABLE_B = "{\"datasource\": \"db\", \"table\": \"b\", \"column\": \"*\"}";

    @TempDir
    private Path folder;

    private final TestDatabase database = SqliteFiles.database();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fill() {
        database.run(
                "create table a (id bigint primary key, \"v \"\"1\" text)",
                "create table b (id bigint primary key, \"v \"\"1\" text)",
                "insert into a values (1, 'one'), (2, null)");
    }

    private int execute(String command, String stepType, String writer, boolean verify) throws IOException {
        Path sources = Files.writeString(
                folder.resolve("sources.json"),
                "{\"db\": {\"type\": \"sqlite\", \"path\": \"%s\"}}".formatted(database.name()));
        Path job = Files.writeString(folder.resolve("job.json"), JOB.formatted(stepType, writer, verify));
        out.getBuffer().setLength(0);
        return SluiceCommand.execute(
                new PrintWriter(out),
                new PrintWriter(err),
                command,
                job.toString(),
                "--datasources",
                sources.toString(),
                "--json");
    }

    @Test
    void tellsProgramsHowSourceAndTargetCompare() throws IOException {
        assertThat(execute("run", "sqlite", TABLE_B, true)).as("%s", err).isZero();
        assertThat(err.toString()).contains("Source and target are equal: 2 rows");
        assertThat(execute("verify", "sqlite", TABLE_B, false)).isZero();
        assertThat(out.toString())
                .startsWith("{\"state\":\"EQUAL\",\"sourceRecords\":2,\"targetRecords\":2,\"unfitRecords\":0,"
                        + "\"missing\":0,\"additional\":0,\"different\":0,\"keyed\":true,\"complete\":true,"
                        + "\"differences\":[],\"seconds\":")
                .endsWith("\"error\":null}\n");

        database.run("update b set \"v \"\"1\" = '' where id = 2");
        assertThat(execute("verify", "sqlite", TABLE_B, false)).isEqualTo(1);
        assertThat(out.toString())
                .contains("\"state\":\"DIFFERENT\"")
                .contains("[{\"kind\":\"DIFFERENT\",\"key\":{\"id\":\"2\"},\"columns\":[\"v \\\"1\"]}]");
    }

    @Test
    void aTableThatIsGoneIsAFailureAndNoDifference() throws IOException {
        database.run("drop table b");
        assertThat(execute("verify", "sqlite", TABLE_B, false)).isEqualTo(1);
        assertThat(out.toString()).contains("\"state\":\"FAILED\"", "\"code\":\"TABLE_UNKNOWN\"");
    }

    @Test
    void aTargetThatCannotBeReadBackIsRefusedBeforeTheRun() throws IOException {
        assertThat(execute("run", "stream", "{\"print\": false}", true)).isEqualTo(2);
        assertThat(out.toString()).contains("NOT_SUPPORTED", "verify");
        assertThat(execute("verify", "stream", "{\"print\": false}", false)).isEqualTo(1);
        assertThat(out.toString()).contains("\"state\":\"FAILED\"", "NOT_SUPPORTED");
    }
}
