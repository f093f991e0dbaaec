package io.sluice.connector.txtfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.testing.RecordingContext;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRangesTest {
    private static final int ROWS = 3000;
    private static final int CAPACITY = 100;
    private static final int LEAST_BYTES = 1000;

    @TempDir
    Path folder;

    private final RecordingContext context = RecordingContext.unrestricted(8);

    private TxtFileReader reader(ConfigValue.Obj parameters) {
        TxtFileReadConfig config =
                switch (ConfigSpec.of(TxtFileReadConfig.class).bind(parameters)) {
                    case Bound.Valid<TxtFileReadConfig> valid -> valid.value();
                    case Bound.Invalid<TxtFileReadConfig> invalid ->
                        throw new AssertionError(invalid.problems().toString());
                };
        return new TxtFileReader(config, context, CAPACITY, LEAST_BYTES);
    }

    private ConfigValue.Obj parameters() {
        return ConfigValue.Obj.EMPTY
                .with("path", folder.resolve("*").toString())
                .with("skipHeader", new ConfigValue.Bool(true));
    }

    /** Values of one to many lines, so that most line ends are none of a record. */
    private static String file(String lineEnd) {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("id,text").append(lineEnd);
        for (int id = 0; id < ROWS; id++) {
            text.append(id)
                    .append(",\"")
                    .append("1,\"\"张\n".repeat(random.nextInt(8)))
                    .append('"')
                    .append(lineEnd);
        }
        return text.toString();
    }

    private static List<String> ids(TxtFileReader reader, Schema schema, FileSplit split, int capacity)
            throws Exception {
        List<String> found = new ArrayList<>();
        FileSplit rest = split;
        Status status = Status.MORE;
        while (status == Status.MORE) {
            try (SplitReader<FileSplit> part = reader.open(rest)) {
                RowBatch batch = new RowBatch(schema, capacity, Long.MAX_VALUE);
                status = part.read(batch);
                for (int row = 0; row < batch.rows(); row++) {
                    found.add(batch.display(row, 0));
                }
                rest = part.remaining();
            }
        }
        return found;
    }

    private static List<String> expected() {
        List<String> ids = new ArrayList<>();
        for (int id = 0; id < ROWS; id++) {
            ids.add(Integer.toString(id));
        }
        return ids;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyRecordIsInOneSplit(int wanted) throws Exception {
        Files.writeString(folder.resolve("t.csv"), file(wanted % 2 == 0 ? "\n" : "\r\n"));
        try (TxtFileReader reader = reader(parameters())) {
            Schema schema = reader.discover();
            List<FileSplit> splits = reader.plan(wanted);
            List<String> ids = new ArrayList<>();
            for (FileSplit split : splits) {
                List<String> part = ids(reader, schema, split, 611);
                assertThat(part).hasSizeBetween(ROWS / wanted / 2, 2 * ROWS / wanted);
                ids.addAll(part);
            }
            assertThat(splits).hasSize(wanted);
            assertThat(ids).isEqualTo(expected());
        }
    }

    @Test
    void linesAreThoseOfTheWholeFile() throws Exception {
        Files.writeString(folder.resolve("t.csv"), file("\n") + "broken\n");
        long lines;
        try (var all = Files.lines(folder.resolve("t.csv"))) {
            lines = all.count();
        }
        try (TxtFileReader reader = reader(parameters())) {
            Schema schema = reader.discover();
            FileSplit last = reader.plan(4).getLast();
            ids(reader, schema, last, 100);
        }
        assertThat(context.rejected())
                .extracting(TaskContext.Rejected::place)
                .containsExactly(folder.toRealPath().resolve("t.csv") + " line " + lines);
    }

    @Test
    void aByteOrderMarkIsNoPartOfARecord() throws Exception {
        Files.writeString(folder.resolve("t.csv"), "\uFEFF" + file("\n"));
        try (TxtFileReader reader = reader(parameters())) {
            Schema schema = reader.discover();
            List<String> ids = new ArrayList<>();
            for (FileSplit split : reader.plan(3)) {
                ids.addAll(ids(reader, schema, split, 50));
            }
            assertThat(schema.column(0).name()).isEqualTo("id");
            assertThat(ids).isEqualTo(expected());
        }
    }

    @Test
    void aPackedFileStaysInOneSplitAndContinuesExactly() throws Exception {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("t.csv.gz")))) {
            packed.write(file("\n").getBytes(StandardCharsets.UTF_8));
        }
        try (TxtFileReader reader = reader(parameters().with("compress", "gzip"))) {
            Schema schema = reader.discover();
            List<FileSplit> splits = reader.plan(8);
            assertThat(splits).hasSize(1);
            assertThat(ids(reader, schema, splits.getFirst(), 400)).isEqualTo(expected());
        }
    }

    @Test
    void otherCharacterSetsStayInOneSplit() throws Exception {
        Files.write(folder.resolve("t.csv"), file("\n").getBytes("GBK"));
        try (TxtFileReader reader = reader(parameters().with("encoding", "GBK"))) {
            Schema schema = reader.discover();
            List<FileSplit> splits = reader.plan(8);
            assertThat(splits).hasSize(1);
            assertThat(ids(reader, schema, splits.getFirst(), 500)).isEqualTo(expected());
        }
    }

    @Test
    void whatIsBrokenIsLeftToTheReader() throws Exception {
        Files.writeString(folder.resolve("t.csv"), file("\n") + "1,\"never closed\n" + "x,y\n".repeat(1000));
        try (TxtFileReader reader = reader(parameters())) {
            reader.discover();
            List<FileSplit> splits = reader.plan(4);

            assertThat(splits).isNotEmpty();
            assertThat(splits.getLast().endByte()).isEqualTo(FileSplit.TO_THE_END);
        }
    }
}
