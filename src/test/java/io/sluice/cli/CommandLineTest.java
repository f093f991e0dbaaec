package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final String STREAM = """
            {"type": "job", "version": "2.0",
             "steps": [
              {"stepType": "stream", "category": "reader", "name": "Reader",
               "parameter": {"column": [{"type": "%s", "value": "${value}"}], "sliceRecordCount": "%s"}},
              {"stepType": "stream", "category": "writer", "name": "Writer", "parameter": {"print": true}}],
             "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": 2, "throttle": false}}}
            """;
    private static final String DATAX = """
            {"job": {"content": [{
              "reader": {"name": "streamreader", "parameter": {"column": [{"type": "long", "value": "7"}], "sliceRecordCount": 3}},
              "writer": {"name": "streamwriter", "parameter": {"print": false}}}],
             "setting": {"speed": {"channel": 1}, "errorLimit": {"record": 0}}}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return SluiceCommand.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private String job(String text) throws IOException {
        return Files.writeString(folder.resolve("job.json"), text).toString();
    }

    @Test
    void runsAJobAndSaysSoInOneLine() throws IOException {
        int code = execute("run", job(STREAM.formatted("string", "5")), "-p", "value=it's \"me\"", "--json");
        assertThat(code).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(out.toString())
                .startsWith("{\"state\":\"SUCCEEDED\",\"recordsRead\":10,\"recordsWritten\":10,\"recordsDirty\":0,"
                        + "\"recordsFiltered\":0,\"bytes\":90,\"seconds\":")
                .endsWith("\"error\":null}\n");
        assertThat(err.toString()).contains("it's \"me\"").contains("Run succeeded");
    }

    @Test
    void writesEveryDirtyRecordToAFile() throws IOException {
        Path numbers = Files.writeString(folder.resolve("numbers.csv"), "1\ntwo\n3\n\"fo\"\"ur\"\n");
        Path dirty = folder.resolve("dirty.jsonl");
        String text = """
                {"type": "job", "version": "2.0",
                 "steps": [
                  {"stepType": "txtfile", "category": "reader", "name": "Reader",
                   "parameter": {"path": "%s", "column": [{"index": 0, "type": "long"}]}},
                  {"stepType": "stream", "category": "writer", "name": "Writer", "parameter": {}}],
                 "setting": {"errorLimit": {"strategy": "Ignore"}, "speed": {"concurrent": 1, "throttle": false}}}
                """.formatted(numbers);
        assertThat(execute("run", job(text), "--dirty", dirty.toString())).isZero();
        assertThat(Files.readAllLines(dirty))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("{\"stage\":\"reader\",\"code\":\"VALUE_NOT_CONVERTIBLE\"")
                                .contains("line 2")
                                .endsWith("\"values\":[\"two\"]}"),
                        second -> assertThat(second).endsWith("\"values\":[\"fo\\\"ur\"]}"));
    }

    @Test
    void printsNothingOnTheStandardOutputWithoutJson() throws IOException {
        assertThat(execute("run", job(STREAM.formatted("string", "1")), "-p", "value=x"))
                .isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesAJobWithoutTheValueOfAParameter() throws IOException {
        int code = execute("run", job(STREAM.formatted("string", "5")), "--json");
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).startsWith("{\"state\":\"INVALID\"").contains("\"code\":\"S050\"", "CONFIGURATION");
        assertThat(err.toString()).contains("'value' has no value");
    }

    @Test
    void checkNamesEachProblemWithItsPlace() throws IOException {
        int code = execute("check", job(STREAM.formatted("string", "no number")), "-p", "value=x", "--json");
        assertThat(code).isEqualTo(2);
        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "\"level\":\"error\"", "\"path\":\"steps[0].parameter.sliceRecordCount\"", "\"line\":4")
                        .contains("\"code\":", "\"column\":", "\"message\":"));
    }

    @Test
    void checkIsContentWithAGoodJob() throws IOException {
        assertThat(execute("check", job(STREAM.formatted("string", "1")), "-p", "value=x"))
                .isZero();
        assertThat(out.toString()).isEqualTo("No problems found\n");
    }

    @Test
    void aValueThatFitsNoColumnIsFoundBeforeTheStart() throws IOException {
        int code = execute("run", job(STREAM.formatted("long", "5")), "-p", "value=seven", "--json");
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).contains("seven");
    }

    @Test
    void aCheckpointFileIsGoneWhenTheJobIsThrough() throws IOException {
        String checkpoint = folder.resolve("checkpoint").toString();
        assertThat(execute("run", job(DATAX), "--checkpoint", checkpoint, "--resume", "--json"))
                .isZero();
        assertThat(Path.of(checkpoint)).doesNotExist();
    }

    @Test
    void anOldCheckpointIsNeitherOverwrittenNorTakenUpUnasked() throws IOException {
        Path checkpoint = Files.writeString(folder.resolve("checkpoint"), "{}\n");
        assertThat(execute("run", job(DATAX), "--checkpoint", checkpoint.toString(), "--json"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("CHECKPOINT_EXISTS").contains("--resume");
        assertThat(checkpoint).hasContent("{}");
        assertThat(execute("run", job(DATAX), "--resume")).isEqualTo(2);
    }

    @Test
    void runsJobsOfDataX() throws IOException {
        assertThat(execute("run", job(DATAX), "--json")).isZero();
        assertThat(out.toString()).contains("\"recordsWritten\":3");
    }

    @Test
    void convertsBetweenDialects() throws IOException {
        assertThat(execute("convert", job(DATAX), "--to", "2.0")).isZero();
        assertThat(out.toString()).contains("\"steps\"", "\"stepType\"", "\"stream\"");
        String converted = job(out.toString());
        out.getBuffer().setLength(0);
        assertThat(execute("convert", converted, "--to", "datax")).isZero();
        assertThat(out.toString()).contains("streamreader", "streamwriter");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        assertThat(execute("run", folder.resolve("missing.json").toString())).isEqualTo(2);
        assertThat(execute("run", job("{"))).isEqualTo(2);
        assertThat(execute("fly")).isEqualTo(2);
        assertThat(execute("run")).isEqualTo(2);
        assertThat(execute("convert", job(DATAX), "--to", "3.0")).isEqualTo(2);
        assertThat(execute("run", job(DATAX), "--datasources", "missing.json")).isEqualTo(2);
    }

    @Test
    void tellsProgramsWhyAJobWasRefused() throws IOException {
        String denied = job(MYSQL.formatted("jdbc:mysql://127.0.0.1:3306/shop?allowLoadLocalInfile=true"));
        assertThat(execute("run", denied, "--json")).isEqualTo(2);
        assertThat(out.toString()).startsWith("{\"state\":\"INVALID\"").contains("\"code\":\"CONN_PROP_DENIED\"");
        assertThat(err.toString())
                .contains("CONN_PROP_DENIED", "allowLoadLocalInfile")
                .doesNotContain("Zx9!canary");
    }

    private static final String MYSQL = """
            {"job": {"content": [{
              "reader": {"name": "mysqlreader", "parameter": {"column": ["id"], "username": "u",
                "password": "Zx9!canary", "connection": [{"jdbcUrl": ["%s"], "table": ["t"]}]}},
              "writer": {"name": "streamwriter", "parameter": {}}}],
              "setting": {"speed": {"channel": 1}}}}
            """;
}
