package io.sluice.connector.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole CSV files on their way into a table (T81, T90); the reader's own tests are TxtFileReaderTest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesToServersTest {
    private final FidelityServer postgreSql = FidelityServer.postgreSql();
    private Copy copy = new Copy();

    @TempDir
    Path folder;

    @BeforeEach
    void anew() {
        copy = new Copy().with("db", "postgresql", postgreSql.settings());
        postgreSql.run("drop table if exists t", "create table t (id text, v text)");
    }

    @AfterAll
    void close() throws Exception {
        postgreSql.close();
    }

    private ConfigValue.Obj file(String name) {
        return ConfigValue.Obj.EMPTY.with("path", folder.resolve(name).toString());
    }

    private RunResult load(ConfigValue.Obj file, String... columns) throws Exception {
        return copy.run(
                new Copy.Step("txtfile", file),
                new Copy.Step("postgresql", Databases.step("t", columns).with("writeMode", "copy")));
    }

    private List<String> rows() {
        return postgreSql.database().rows("select * from t");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,UTF-8,",
        "UTF-8,UTF-8,BOM",
        "UTF-16LE,UTF-8,BOM",
        "UTF-16BE,UTF-16,BOM",
        "GBK,GBK,",
        "GB18030,GB18030,"
    })
    void encodingsAreTakenFromTheMarkOrTheDeclaration(String written, String declared, String mark) throws Exception {
        String text = (mark == null ? "" : "\uFEFF") + "1,中文\n2,é\n".replace("é", written.equals("GBK") ? "文" : "é");
        Files.write(folder.resolve("encoded.csv"), text.getBytes(Charset.forName(written)));

        RunResult result = load(file("encoded.csv").with("encoding", declared), "id", "v");

        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(rows()).contains("1|中文").hasSize(2);
    }

    @Test
    void packedFilesArriveAsTheirContent() throws Exception {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed.csv.gz")))) {
            packed.write("1,a\n2,\\N\n".getBytes(Charset.forName("UTF-8")));
        }

        load(file("packed.csv.gz").with("compress", "gzip"), "id", "v");

        assertThat(rows()).containsExactlyInAnyOrder("1|a", "2|∅");
    }

    @Test
    void raggedRowsAreDirtyWithTheirLineAndTheOthersArrive() throws Exception {
        Files.writeString(folder.resolve("ragged.csv"), "1,\"a\na\"\n2\n3,c,d\n4,d\n");

        load(file("ragged.csv"), "id", "v");

        assertThat(rows()).containsExactlyInAnyOrder("1|a\na", "4|d");
        assertThat(copy.dirty()).hasSize(2);
        assertThat(copy.dirty().toString()).contains("line 3").contains("line 4");
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheRunAndSaysWhereItOpened() throws Exception {
        Files.writeString(folder.resolve("open.csv"), "1,a\n2,\"b\n" + "3,c\n".repeat(1000));

        RunResult result = load(file("open.csv"), "id", "v");

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.failure())
                .hasToString(String.valueOf(result.failure()))
                .asString()
                .contains("line 2");
        assertThat(rows()).noneMatch(row -> row.contains("3,c"));
    }

    @Test
    void namesThatAreMissingInTheHeaderOrStandTwiceThereAreRefused() throws Exception {
        Files.writeString(folder.resolve("header.csv"), "id,v,v\n1,a,b\n");
        ConfigValue.Obj named = file("header.csv").with("skipHeader", new ConfigValue.Bool(true));

        for (String name : List.of("v", "w")) {
            RunResult result = load(named.with("column", ConfigValue.Array.ofTexts(List.of("id", name))), "id", "v");
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        }
        assertThat(rows()).isEmpty();
    }

    @Test
    void aLineOfAMillionFieldsIsOneRecord() throws Exception {
        String line =
                IntStream.rangeClosed(1, 1_000_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        Files.writeString(folder.resolve("wide.csv"), line + "\n" + line + "\n");
        ConfigValue columns = new ConfigValue.Array(List.of(column(0), column(99_999)));

        RunResult result = load(file("wide.csv").with("column", columns), "id", "v");

        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(rows()).containsExactly("1|100000", "1|100000");
    }

    private static ConfigValue.Obj column(int index) {
        return ConfigValue.Obj.EMPTY.with("index", new ConfigValue.Num(index));
    }

    @Test
    void linesThatEndInCarriageReturnsAreLines() throws Exception {
        Files.writeString(folder.resolve("old.csv"), "1,a\r2,\"b\rb\"\r3,c");

        load(file("old.csv"), "id", "v");

        assertThat(rows()).containsExactlyInAnyOrder("1|a", "2|b\rb", "3|c");
    }

    @Test
    void oneColumnTellsNullEmptyAndNothingApart() throws Exception {
        postgreSql.run(
                "drop table if exists s",
                "create table s (n int generated always as identity, v text)",
                "insert into s (v) values (''), (null), ('a'), (' ')");
        for (String nullText : List.of("\\N", "")) {
            roundTrip("one.csv", nullText, "select v from s order by n");
            assertThat(postgreSql.database().rows("select '[' || v || ']' from t"))
                    .containsExactlyInAnyOrder("[]", "∅", "[a]", "[ ]");
            postgreSql.run("delete from t");
        }
        postgreSql.run("delete from s");
        roundTrip("none.csv", "\\N", "select v from s");

        assertThat(Files.size(folder.resolve("none.csv"))).isZero();
        assertThat(rows()).isEmpty();
    }

    private void roundTrip(String name, String nullText, String query) throws IOException, Exception {
        ConfigValue.Obj source = ConfigValue.Obj.EMPTY.with("datasource", "db").with("querySql", query);
        ConfigValue.Obj target = ConfigValue.Obj.EMPTY
                .with("path", folder.toString())
                .with("fileName", name)
                .with("nullFormat", nullText);
        copy.run(new Copy.Step("postgresql", source), new Copy.Step("txtfile", target));
        ConfigValue columns = new ConfigValue.Array(List.of(column(0)));
        RunResult back = load(file(name).with("nullFormat", nullText).with("column", columns), "v");
        assertThat(back.outcome()).as("%s", back.failure()).isEqualTo(Outcome.SUCCEEDED);
    }
}
