package io.sluice.connector.txtfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Steps;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.Reader;
import io.sluice.spi.Receipt;
import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.Writer;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.testing.RecordingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever text goes to a CSV file comes back as it was, NULL included. */
class TxtFileRoundTripTest {
    private static final int TABLES = 15;
    private static final List<String> PIECES = List.of(
            "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "\\N", "\\", "NULL", " ", "a", "ab", "0", "\uFEFF", "é",
            "中", "😀", "\u2028", "\u0000", "'", "#", "|");

    @TempDir
    Path folder;

    private final TxtFileConnector connector = new TxtFileConnector();
    private final RecordingContext context = RecordingContext.unrestricted(1);

    @ParameterizedTest
    @CsvSource(
            delimiterString = "~",
            value = {
                ",~\\N~UTF-8~none",
                ";~''~UTF-8~gzip",
                "|~NULL~UTF-16~none",
                "TAB~null~UTF-16LE~none",
                "a~0~GB18030~gzip",
                "é~0~UTF-8~none"
            })
    void textComesBackAsItWas(String delimiter, String nullText, String encoding, String compression) throws Exception {
        ConfigValue.Obj format = ConfigValue.Obj.EMPTY
                .with("fieldDelimiter", delimiter.equals("TAB") ? "\t" : delimiter)
                .with("nullFormat", nullText)
                .with("encoding", encoding)
                .with("compress", compression);
        Random random = new Random(encoding.hashCode() + delimiter.hashCode());
        for (int table = 0; table < TABLES; table++) {
            List<List<@Nullable String>> rows = table(random);
            write(format, rows);
            assertThat(read(format)).isEqualTo(rows);
        }
        assertThat(context.rejected()).isEmpty();
    }

    private static List<List<@Nullable String>> table(Random random) {
        int columns = 1 + random.nextInt(4);
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int row = 1 + random.nextInt(80); row > 0; row--) {
            List<@Nullable String> values = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                values.add(random.nextInt(5) == 0 ? null : text(random));
            }
            rows.add(values);
        }
        return rows;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(5); piece > 0; piece--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private void write(ConfigValue.Obj format, List<List<@Nullable String>> rows) throws Exception {
        Schema schema =
                new Schema(Collections.nCopies(rows.getFirst().size(), new Column("a", LogicalType.Text.UNBOUNDED)));
        RowBatch batch = new RowBatch(schema, rows.size(), Long.MAX_VALUE);
        for (List<@Nullable String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                String value = row.get(column);
                if (value == null) {
                    batch.bytes(column).setNull(batch.rows());
                } else {
                    batch.bytes(column).set(batch.rows(), value);
                }
            }
            batch.endRow();
        }
        ConfigValue.Obj parameters = format.with("path", folder.toString()).with("fileName", "text.csv");
        try (Writer<?> writer = Steps.writer(connector, parameters, context)) {
            writeAll(writer, batch);
        }
    }

    private static <K extends Receipt> void writeAll(Writer<K> writer, RowBatch batch) throws Exception {
        writer.prepare(batch.schema());
        try (BatchWriter<K> worker = writer.open(0)) {
            worker.write(batch, 0, batch.rows());
            writer.commit(worker.flush());
        }
    }

    private List<List<@Nullable String>> read(ConfigValue.Obj format) throws Exception {
        ConfigValue.Obj parameters =
                format.with("path", folder.resolve("text.csv").toString());
        try (Reader<?> reader = Steps.reader(connector, parameters, context)) {
            return readAll(reader);
        }
    }

    private static <S extends Split> List<List<@Nullable String>> readAll(Reader<S> reader) throws Exception {
        RowBatch batch = new RowBatch(reader.discover(), 100, Long.MAX_VALUE);
        try (SplitReader<S> part = reader.open(reader.plan(1).getFirst())) {
            assertThat(part.read(batch)).isEqualTo(Status.END);
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            List<@Nullable String> values = new ArrayList<>();
            for (int column = 0; column < batch.schema().size(); column++) {
                values.add(
                        batch.vector(column).isNull(row)
                                ? null
                                : batch.bytes(column).string(row));
            }
            rows.add(values);
        }
        return rows;
    }
}
