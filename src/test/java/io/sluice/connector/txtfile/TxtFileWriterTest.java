package io.sluice.connector.txtfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.sluice.connector.Steps;
import io.sluice.connector.WriterContract;
import io.sluice.connector.file.FileError;
import io.sluice.spi.Attempt;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.Connector;
import io.sluice.spi.Receipt;
import io.sluice.spi.SupportsDiscard;
import io.sluice.spi.TaskContext;
import io.sluice.spi.Writer;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.RecordingContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TxtFileWriterTest extends WriterContract {
    @TempDir
    Path folder;

    @Override
    protected Connector connector() {
        return new TxtFileConnector();
    }

    @Override
    protected Writer<?> writer(TaskContext context) throws Exception {
        return Steps.writer(connector(), withHeader(), context);
    }

    /** UTF-8 holds every text; an older encoding does not. */
    @Override
    protected Writer<?> narrowWriter(TaskContext context) throws Exception {
        return Steps.writer(connector(), withHeader().with("encoding", "ISO-8859-1"), context);
    }

    private ConfigValue.Obj withHeader() {
        return parameters().with("header", ConfigValue.Array.ofTexts(List.of("id", "name")));
    }

    private ConfigValue.Obj parameters() {
        return ConfigValue.Obj.EMPTY.with("path", folder.toString()).with("fileName", "out.csv");
    }

    @Override
    protected String refusedName() {
        return "名前";
    }

    @Override
    protected List<String> leftovers() throws IOException {
        return names().stream().filter(name -> name.endsWith(".part")).toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Reads the files by the rules of RFC 4180, character by character and without the reader of the product. */
    @Override
    protected List<List<@Nullable String>> stored() throws IOException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (String name : names()) {
            if (!name.startsWith(".")) {
                List<List<@Nullable String>> all = parse(Files.readString(folder.resolve(name)));
                assertThat(all.getFirst()).containsExactly("id", "name");
                rows.addAll(all.subList(1, all.size()));
            }
        }
        return rows;
    }

    private static List<List<@Nullable String>> parse(String text) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        List<@Nullable String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean inside = false;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (inside && sign == '"' && text.startsWith("\"\"", at)) {
                field.append(sign);
                at++;
            } else if (sign == '"') {
                inside = !inside;
                quoted = true;
            } else if (!inside && (sign == ',' || sign == '\n')) {
                row.add(!quoted && field.toString().equals("\\N") ? null : field.toString());
                field.setLength(0);
                quoted = false;
                if (sign == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                field.append(sign);
            }
        }
        assertThat(row).isEmpty();
        return rows;
    }

    private void write(ConfigValue.Obj parameters, @Nullable String... names) throws Exception {
        try (Writer<?> writer = Steps.writer(connector(), parameters, RecordingContext.unrestricted(1))) {
            write(writer, rows(Arrays.asList(names)));
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void quotesOnlyWhatCouldBeMistaken() throws Exception {
        write(parameters(), "plain", null, "", "\\N", "a,b", "say \"so\"", "two\nlines", " blank ", "\uFEFFmark");

        assertThat(text("out.csv")).isEqualTo("""
                        0,plain
                        1,\\N
                        2,""
                        3,"\\N"
                        4,"a,b"
                        5,"say ""so""\"
                        6,"two
                        lines"
                        7, blank\s
                        8,"\uFEFFmark"
                        """);
    }

    @Test
    void replacesTheFilesOfEarlierRunsAndNoOthers() throws Exception {
        for (String name :
                List.of("out.csv", "out__1.csv", "out__2.csv", "out_backup.csv", "outer.csv", "out__x.csv")) {
            Files.writeString(folder.resolve(name), "old\n");
        }

        write(parameters(), "new");

        assertThat(names()).containsExactly("out.csv", "out__x.csv", "out_backup.csv", "outer.csv");
        assertThat(text("out.csv")).isEqualTo("0,new\n");
    }

    @Test
    void keepsTheOldFileUntilTheNewOneIsComplete() throws Exception {
        Files.writeString(folder.resolve("out.csv"), "old\n");
        try (Writer<?> writer = Steps.writer(connector(), parameters(), RecordingContext.unrestricted(1))) {
            writer.prepare(TWO_COLUMNS);
            try (BatchWriter<?> worker = writer.open(0)) {
                worker.write(rows(List.of("new")), 0, 1);
                worker.flush();
            }
            assertThat(text("out.csv")).isEqualTo("old\n");
            writer.abort(List.of());
        }
        assertThat(text("out.csv")).isEqualTo("old\n");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void appendsFilesWithTheNextNumber() throws Exception {
        ConfigValue.Obj append = parameters().with("writeMode", "append");
        write(append, "first");
        write(append, "second");
        write(append, "third");

        assertThat(names()).containsExactly("out.csv", "out__1.csv", "out__2.csv");
        assertThat(text("out__2.csv")).isEqualTo("0,third\n");
    }

    @Test
    void refusesToOverwriteWhenAsked() throws Exception {
        ConfigValue.Obj careful = parameters().with("writeMode", "nonConflict");
        write(careful, "first");

        Exception failure = catchException(() -> write(careful, "second"));

        assertThat(connector().classify(failure)).isEqualTo(FileError.FILE_EXISTS);
        assertThat(text("out.csv")).isEqualTo("0,first\n");
    }

    @Test
    void numbersTheFilesOfSeveralChannelsWithoutGaps() throws Exception {
        try (Writer<?> writer = Steps.writer(connector(), parameters(), RecordingContext.unrestricted(4))) {
            writeWithWorkers(writer, 3, 1);
        }

        assertThat(names()).containsExactly("out.csv", "out__1.csv");
        assertThat(text("out.csv") + text("out__1.csv")).isEqualTo("0,worker 1\n0,worker 3\n");
    }

    private static <K extends Receipt> void writeWithWorkers(Writer<K> writer, int... workers) throws Exception {
        writer.prepare(TWO_COLUMNS);
        List<K> receipts = new ArrayList<>();
        for (int worker : workers) {
            try (BatchWriter<K> opened = writer.open(worker)) {
                opened.write(rows(List.of("worker " + worker)), 0, 1);
                receipts.addAll(opened.flush());
            }
        }
        writer.commit(receipts);
        writer.finish();
    }

    @Test
    void turnsASecondRunAwayFromTheSameFile() throws Exception {
        try (Writer<?> first = Steps.writer(connector(), parameters(), RecordingContext.unrestricted(1))) {
            first.prepare(TWO_COLUMNS);
            try (BatchWriter<?> worker = first.open(0)) {
                worker.write(rows(List.of("first")), 0, 1);
                Exception failure = catchException(() -> write(parameters(), "second"));
                assertThat(connector().classify(failure)).isEqualTo(FileError.FILE_BUSY);
            }
            first.abort(List.of());
        }
    }

    /** Whether or not a run can be resumed: what its parts are called must not let two write the same file. */
    @Test
    void turnsARunOfAnyKindAway() throws Exception {
        RecordingContext only = RecordingContext.unrestricted(1).attempt(attempt(Attempt.Entry.ONLY));
        try (Writer<?> first = Steps.writer(connector(), parameters(), only)) {
            first.prepare(TWO_COLUMNS);
            Exception failure = catchException(() -> write(parameters(), "second"));
            assertThat(connector().classify(failure)).isEqualTo(FileError.FILE_BUSY);
            assertThat(failure).hasMessageContaining("/out.csv");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void removesWhatAnEndedProcessLeftThatCouldNotBeResumed() throws Exception {
        Files.writeString(folder.resolve(".out__0.csv.part"), "a long remainder of a run that was killed\n");
        Files.writeString(folder.resolve(".out__7.csv.part"), "another channel's\n");
        Files.writeString(folder.resolve(".out.csv.4711-1732600000000.lock"), "");

        write(parameters(), "new");

        assertThat(names()).containsExactly("out.csv");
        assertThat(text("out.csv")).isEqualTo("0,new\n");
    }

    @Test
    void partsOfAnotherLoadStayUntilThatIsGivenUp() throws Exception {
        Attempt suspended = attempt(Attempt.Entry.LOADING);
        String part = ".out__0.csv." + suspended.shortName() + ".part";
        Files.writeString(folder.resolve(part), "complete, and about to be published\n");

        write(parameters(), "new");
        assertThat(names()).containsExactly(part, "out.csv");

        discard(attempt(Attempt.Entry.LOADING));
        assertThat(names()).containsExactly(part, "out.csv");

        discard(suspended);
        assertThat(names()).containsExactly("out.csv");
    }

    private static Attempt attempt(Attempt.Entry entry) {
        return new Attempt(UUID.randomUUID().toString(), 1, entry);
    }

    private void discard(Attempt load) throws Exception {
        RecordingContext context = RecordingContext.unrestricted(1).attempt(load);
        try (Writer<?> writer = Steps.writer(connector(), parameters(), context)) {
            ((SupportsDiscard) writer).discard();
        }
    }

    /** An attempt with fewer channels has no use for the parts of those that are missing. */
    @Test
    void partsOfAttemptsBeforeGoWithTheLoad() throws Exception {
        Attempt load = attempt(Attempt.Entry.LOADING);
        Files.writeString(folder.resolve(".out__3.csv." + load.shortName() + ".part"), "of the attempt before\n");
        RecordingContext context = RecordingContext.unrestricted(1).attempt(load);
        try (Writer<?> writer = Steps.writer(connector(), parameters(), context)) {
            writeWithWorkers(writer, 0);
        }
        assertThat(names()).containsExactly("out.csv");
        assertThat(text("out.csv")).isEqualTo("0,worker 0\n");
    }

    @Test
    void packsWithGzipAcrossSeveralFlushes() throws Exception {
        ConfigValue.Obj packed = parameters().with("compress", "gzip").with("fileName", "out.csv.gz");
        try (Writer<?> writer = Steps.writer(connector(), packed, RecordingContext.unrestricted(1))) {
            flushTwice(writer);
        }
        try (GZIPInputStream content = new GZIPInputStream(Files.newInputStream(folder.resolve("out.csv.gz")))) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("0,a\n0,b\n");
        }
    }

    private static <K extends Receipt> void flushTwice(Writer<K> writer) throws Exception {
        writer.prepare(TWO_COLUMNS);
        List<K> receipts = new ArrayList<>();
        try (BatchWriter<K> worker = writer.open(0)) {
            worker.write(rows(List.of("a")), 0, 1);
            receipts.addAll(worker.flush());
            worker.write(rows(List.of("b")), 0, 1);
            receipts.addAll(worker.flush());
        }
        writer.commit(receipts);
    }

    @Test
    void writesOtherEncodings() throws Exception {
        write(parameters().with("encoding", "GBK"), "中文");
        assertThat(Files.readAllBytes(folder.resolve("out.csv"))).isEqualTo("0,中文\n".getBytes("GBK"));

        write(parameters().with("encoding", "UTF-16"), "中文");
        assertThat(Files.readString(folder.resolve("out.csv"), StandardCharsets.UTF_16))
                .isEqualTo("0,中文\n");

        Exception failure = catchException(() -> write(parameters().with("encoding", "US-ASCII"), "中文"));
        assertThat(connector().classify(failure)).isEqualTo(FileError.FIELD_NOT_WRITABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a\nb", "a\rb", "\\N"})
    void refusesInPlainTextWhatCouldBeMistaken(String value) {
        Exception failure = catchException(() -> write(parameters().with("fileFormat", "text"), value));

        assertThat(connector().classify(failure)).isEqualTo(FileError.FIELD_NOT_WRITABLE);
    }

    @Test
    void protectsNumbersFromUnusualDelimiters() throws Exception {
        write(parameters().with("fieldDelimiter", "0").with("nullFormat", "1"), "a", "b", null);

        assertThat(text("out.csv")).isEqualTo("\"0\"0a\n\"1\"0b\n201\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.csv", "a/b.csv", ".hidden", "a\\b"})
    void refusesFileNamesThatLeaveTheFolder(String name) {
        Exception failure = catchException(() -> write(parameters().with("fileName", name), "x"));

        assertThat(failure).hasMessageContaining("fileName");
    }
}
