package io.sluice.connector.txtfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.sluice.connector.ReaderContract;
import io.sluice.connector.Steps;
import io.sluice.connector.file.FileError;
import io.sluice.spi.Connector;
import io.sluice.spi.Reader;
import io.sluice.spi.TaskContext;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.CommonError;
import io.sluice.testing.RecordingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TxtFileReaderTest extends ReaderContract {
    @TempDir
    Path folder;

    private final RecordingContext context = RecordingContext.unrestricted(1);

    @Override
    protected Connector connector() {
        return new TxtFileConnector();
    }

    @Override
    protected Reader<?> sampleReader(TaskContext lent) throws Exception {
        write("part-1.csv", "id,name\n" + lines(0, 12));
        write("part-2.csv", "id,name\n" + lines(12, 13));
        write("part-3.csv", "id,name\n" + lines(13, 40));
        return Steps.reader(connector(), parameters("part-*.csv").with("skipHeader", new ConfigValue.Bool(true)), lent);
    }

    private static String lines(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int id = from; id < to; id++) {
            text.append(id)
                    .append(',')
                    .append(id % 3 == 0 ? "\\N" : "\"name, " + id + "\"")
                    .append('\n');
        }
        return text.toString();
    }

    @Override
    protected Reader<?> emptyReader(TaskContext lent) throws Exception {
        write("empty.csv", "id,name\n");
        return Steps.reader(connector(), parameters("empty.csv").with("skipHeader", new ConfigValue.Bool(true)), lent);
    }

    @Override
    protected List<String> expectedColumns() {
        return List.of("id", "name");
    }

    @Override
    protected List<List<@Nullable String>> expectedRows() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int id = 0; id < 40; id++) {
            rows.add(Arrays.asList(Integer.toString(id), id % 3 == 0 ? null : "name, " + id));
        }
        return rows;
    }

    private ConfigValue.Obj parameters(String pattern) {
        return ConfigValue.Obj.EMPTY.with("path", folder.resolve(pattern).toString());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<List<@Nullable String>> read(ConfigValue.Obj parameters) throws Exception {
        try (Reader<?> reader = Steps.reader(connector(), parameters, context)) {
            return readAll(reader, 1, 100);
        }
    }

    private static ConfigValue columns(String type, @Nullable String format) {
        ConfigValue.Obj column =
                ConfigValue.Obj.EMPTY.with("index", new ConfigValue.Num(0)).with("type", type);
        return new ConfigValue.Array(List.of(format == null ? column : column.with("format", format)));
    }

    @Test
    void tellsNullFromEmptyAndFromTheTextThatMeansNull() throws Exception {
        write("nulls.csv", "\\N,\"\\N\",,\"\"\n");

        assertThat(read(parameters("nulls.csv"))).containsExactly(Arrays.asList(null, "\\N", "", ""));
        assertThat(read(parameters("nulls.csv").with("nullFormat", "")))
                .containsExactly(Arrays.asList("\\N", "\\N", null, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\r\nb",
                "say \"so\"",
                "comma, semicolon;",
                " blanks ",
                "\uFEFF",
                "\u2028",
                "\\.",
                "👨‍👩‍👧 𠮷"
            })
    void readsQuotedTextAsItIs(String value) throws Exception {
        write("text.csv", "\"" + value.replace("\"", "\"\"") + "\",end\n");

        assertThat(read(parameters("text.csv"))).containsExactly(List.of(value, "end"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,a\n2,b\n", "1,a\r\n2,b\r\n", "1,a\r2,b\r", "1,a\n2,b"})
    void knowsAllLineEnds(String text) throws Exception {
        write("lines.csv", text);

        assertThat(read(parameters("lines.csv"))).containsExactly(List.of("1", "a"), List.of("2", "b"));
    }

    @Test
    void rejectsRaggedRecordsWithTheirLine() throws Exception {
        write("ragged.csv", "1,a\n2\n3,\"c\nc\"\n4,d,e\n\n5,f\n");

        assertThat(read(parameters("ragged.csv")))
                .containsExactly(List.of("1", "a"), List.of("3", "c\nc"), List.of("5", "f"));
        assertThat(context.rejected()).extracting(TaskContext.Rejected::code).containsOnly(FileError.WRONG_FIELD_COUNT);
        assertThat(context.rejected())
                .extracting(one -> one.place().replaceFirst(".* line", "line"))
                .containsExactly("line 2", "line 5", "line 6");
        assertThat(context.rejected().get(1).values()).containsExactly("4", "d", "e");
    }

    @Test
    void skipsEmptyLinesOnDemand() throws Exception {
        write("gaps.csv", "1,a\n\n2,b\n\n");
        ConfigValue switches = ConfigValue.Obj.EMPTY.with("skipEmptyRecords", new ConfigValue.Bool(true));

        assertThat(read(parameters("gaps.csv").with("csvReaderConfig", switches)))
                .containsExactly(List.of("1", "a"), List.of("2", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,a\n2,\"b\n3,c\n", "1,a\n2,\"b\"x\n3,c\n"})
    void endsAtABrokenQuoteAndSaysWhere(String text) throws Exception {
        write("broken.csv", text);

        Exception failure = catchException(() -> read(parameters("broken.csv")));

        assertThat(connector().classify(failure)).isEqualTo(FileError.QUOTE_NOT_CLOSED);
        assertThat(failure).hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "GBK", "ISO-8859-1"})
    void readsTheDeclaredEncoding(String encoding) throws Exception {
        String text = encoding.equals("GBK") ? "中文" : "äöü";
        Files.write(folder.resolve("encoded.csv"), ("1," + text + "\n").getBytes(Charset.forName(encoding)));

        assertThat(read(parameters("encoded.csv").with("encoding", encoding))).containsExactly(List.of("1", text));
    }

    @Test
    void takesOffByteOrderMarks() throws Exception {
        Files.write(folder.resolve("a.csv"), "\uFEFF1,é\n".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("b.csv"), "\uFEFF2,é\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(read(parameters("?.csv"))).containsExactly(List.of("1", "é"), List.of("2", "é"));
    }

    @Test
    void refusesBytesOfAnotherEncoding() throws Exception {
        Files.write(folder.resolve("latin.csv"), "1,é\n".getBytes(StandardCharsets.ISO_8859_1));

        Exception failure = catchException(() -> read(parameters("latin.csv")));

        assertThat(connector().classify(failure)).isEqualTo(FileError.CHARSET_MISMATCH);
    }

    @Test
    void unpacksGzip() throws Exception {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed.csv.gz")))) {
            packed.write("1,a\n".getBytes(StandardCharsets.UTF_8));
        }
        write("plain.csv", "1,a\n");

        assertThat(read(parameters("packed.csv.gz").with("compress", "gzip"))).containsExactly(List.of("1", "a"));
        Exception failure = catchException(() -> read(parameters("plain.csv").with("compress", "gzip")));
        assertThat(connector().classify(failure)).isEqualTo(FileError.COMPRESSION_BROKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "long, -9223372036854775808, -9223372036854775808",
        "long, +7, 7",
        "double, 0.30000000000000004, 0.30000000000000004",
        "double, 4.9E-324, 4.9E-324",
        "double, -0.5, -0.5",
        "double, NaN, NaN",
        "double, -Infinity, -Infinity",
        "decimal, 12345678901234567890123456789012345.123456789012345678901234567890, 12345678901234567890123456789012345.123456789012345678901234567890",
        "decimal, 1.10, 1.10",
        "decimal, 1.5e3, 1500",
        "boolean, TRUE, true",
        "date, 2024-02-29, 2024-02-29T00:00",
        "date, 0001-01-01, 0001-01-01T00:00",
        "date, 1582-10-10 23:59:59.123456, 1582-10-10T23:59:59.123456",
        "date, 2024-06-01T12:34, 2024-06-01T12:34",
        "date, +294246-12-31, +294246-12-31T00:00",
        "date, infinity, infinity",
        "bytes, \\x00FF27, \\x00ff27",
        "bytes, \\x, \\x"
    })
    void readsDeclaredTypes(String type, String text, String expected) throws Exception {
        write("typed.csv", text + "\n");

        assertThat(read(parameters("typed.csv").with("column", columns(type, null))))
                .containsExactly(List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "long|9223372036854775808",
                "long|' 1'",
                "long|1.0",
                "long|0x1F",
                "long|１２",
                "long|''",
                "double|1,5",
                "double|0x1p3",
                "double|1d",
                "double|12345678901234567.89",
                "double|1e999",
                "decimal|--1",
                "decimal|1e99999",
                "boolean|1",
                "boolean|yes",
                "date|2024-02-30",
                "date|2024-2-3",
                "date|02/03/2024",
                "date|2024-01-01 24:00:00",
                "date|2024-01-01 00:00:00.1234567",
                "date|+5874897-12-31",
                "bytes|00ff",
                "bytes|\\xabc"
            })
    void rejectsWhatIsNotOfTheType(String type, String text) throws Exception {
        write("wrong.csv", "\"" + text + "\"\n");

        assertThat(read(parameters("wrong.csv").with("column", columns(type, null))))
                .isEmpty();
        assertThat(context.rejected()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo(CommonError.VALUE_NOT_CONVERTIBLE);
            assertThat(one.column()).isZero();
            assertThat(one.values()).containsExactly(text);
            assertThat(one.place()).endsWith("wrong.csv line 1");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date|dd/MM/yyyy|02/03/2024|2024-03-02",
                "date|yyyyMMddHHmmss|20240302010203|2024-03-02T01:02:03",
                "date|yyyy-MM-dd'T'HH:mm:ssXXX|2024-03-02T01:02:03+08:00|2024-03-01T17:02:03Z",
                "boolean|Y/N|Y|true",
                "boolean|是/否|否|false"
            })
    void readsDeclaredFormats(String type, String format, String text, String expected) throws Exception {
        write("formats.csv", text + "\n");

        assertThat(read(parameters("formats.csv").with("column", columns(type, format))))
                .containsExactly(List.of(expected));
    }

    @Test
    void declaredFormatsAreStrict() throws Exception {
        write("strict.csv", "30/02/2024\n1/2/2024\n01/02/2024\n");

        assertThat(read(parameters("strict.csv").with("column", columns("date", "dd/MM/yyyy"))))
                .containsExactly(List.of("2024-02-01"));
        assertThat(context.rejected()).hasSize(2);
    }

    @Test
    void deliversConstantsAndFieldsInAnyOrder() throws Exception {
        write("order.csv", "a,b,c\n");
        ConfigValue columns = new ConfigValue.Array(List.of(
                ConfigValue.Obj.EMPTY.with("index", new ConfigValue.Num(2)),
                ConfigValue.Obj.EMPTY.with("value", "x").with("type", "string"),
                ConfigValue.Obj.EMPTY.with("index", new ConfigValue.Num(0)),
                ConfigValue.Obj.EMPTY.with("index", new ConfigValue.Num(0))));

        assertThat(read(parameters("order.csv").with("column", columns))).containsExactly(List.of("c", "x", "a", "a"));
    }

    @Test
    void findsColumnsByTheirNameInTheHeader() throws Exception {
        write("named.csv", "id,name\n1,a\n");
        ConfigValue.Obj named = parameters("named.csv").with("column", ConfigValue.Array.ofTexts(List.of("name")));

        assertThat(read(named.with("skipHeader", new ConfigValue.Bool(true)))).containsExactly(List.of("a"));
        Exception withoutHeader = catchException(() -> read(named));
        assertThat(withoutHeader).hasMessageContaining("skipHeader");
    }

    @Test
    void refusesFilesWithDifferentHeaders() throws Exception {
        write("h1.csv", "id,name\n1,a\n");
        write("h2.csv", "name,id\na,1\n");

        Exception failure =
                catchException(() -> read(parameters("h?.csv").with("skipHeader", new ConfigValue.Bool(true))));

        assertThat(connector().classify(failure)).isEqualTo(FileError.HEADER_DIFFERS);
    }

    @Test
    void readsPlainText() throws Exception {
        write("plain.txt", "1||\"a\"||\\N\r\n2||b\"||\n");

        assertThat(read(parameters("plain.txt").with("fileFormat", "text").with("fieldDelimiter", "||")))
                .containsExactly(Arrays.asList("1", "\"a\"", null), List.of("2", "b\"", ""));
    }

    @Test
    void saysWhenThereIsNoFile() {
        Exception plain = catchException(() -> read(parameters("missing.csv")));
        Exception pattern = catchException(() -> read(parameters("missing-*.csv")));

        assertThat(connector().classify(plain)).isEqualTo(FileError.FILE_NOT_FOUND);
        assertThat(connector().classify(pattern)).isEqualTo(FileError.FILE_NOT_FOUND);
        assertThat(plain).hasMessageMatching("There is no file '.*missing\\.csv'");
        assertThat(pattern).hasMessageMatching("No file matches '.*missing-\\*\\.csv'");
    }

    @Test
    void readsAllFilesOfAFolderButNoHiddenOnes() throws Exception {
        write("b.csv", "2\n");
        write("a.csv", "1\n");
        write(".c.csv.part", "3\n");

        assertThat(read(parameters(""))).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void readsAFieldOfManyMegabytes() throws Exception {
        write("wide.csv", "\"" + "ü".repeat(8 << 20) + "\",end\n");

        assertThat(read(parameters("wide.csv")).getFirst().getFirst()).hasSize(8 << 20);
    }
}
