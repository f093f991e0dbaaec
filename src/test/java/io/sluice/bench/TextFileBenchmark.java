package io.sluice.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Steps;
import io.sluice.connector.txtfile.TxtFileConnector;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.Reader;
import io.sluice.spi.Receipt;
import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.Writer;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.RowBatch;
import io.sluice.testing.RecordingContext;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the text file connector alone costs: reads a CSV file with the columns of {@code bench/table-postgresql.sql} and
 * throws the rows away, and writes such rows. Prints nanoseconds of the thread for each row. Settings:
 * {@code -Dsluice.bench.rows} (500,000), {@code -Dsluice.bench.runs} (7).
 */
class TextFileBenchmark {
    private static final int ROWS = Integer.getInteger("sluice.bench.rows", 500_000);
    private static final int RUNS = Integer.getInteger("sluice.bench.runs", 7);
    private static final int BATCH = 2048;
    private static final List<String> TYPES = List.of(
            "long", "long", "long", "long", "decimal", "decimal", "string", "string", "date", "date", "date", "double",
            "double", "string");

    @TempDir
    Path folder;

    private final RecordingContext context = RecordingContext.unrestricted(1);

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void readsAndWritesTheTable() throws Exception {
        Path file = folder.resolve("t.csv");
        write(file);
        double bytes = (double) Files.size(file) / ROWS;
        for (int run = 0; run < RUNS; run++) {
            long start = cpu();
            long rows = read(file);
            assertThat(context.rejected()).isEmpty();
            double reading = (double) (cpu() - start) / rows;
            start = cpu();
            long written = copy(file);
            double copying = (double) (cpu() - start) / written;
            System.out.printf(
                    Locale.ROOT,
                    "run %d: read %.0f ns/row (%.0f MB/s), read and write %.0f ns/row, write alone %.0f ns/row (%.0f MB/s)%n",
                    run,
                    reading,
                    bytes / reading * 1000,
                    copying,
                    copying - reading,
                    bytes / (copying - reading) * 1000);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private Reader<?> reader(Path file) throws Exception {
        List<ConfigValue> columns = new java.util.ArrayList<>();
        for (int index = 0; index < TYPES.size(); index++) {
            columns.add(ConfigValue.Obj.EMPTY
                    .with("index", new ConfigValue.Num(index))
                    .with("type", TYPES.get(index)));
        }
        ConfigValue.Obj parameters = ConfigValue.Obj.EMPTY
                .with("path", file.toString())
                .with("nullFormat", "")
                .with("column", new ConfigValue.Array(columns));
        return Steps.reader(new TxtFileConnector(), parameters, context);
    }

    private long read(Path file) throws Exception {
        try (Reader<?> reader = reader(file)) {
            return read(reader);
        }
    }

    private static <S extends Split> long read(Reader<S> reader) throws Exception {
        RowBatch batch = new RowBatch(reader.discover(), BATCH, 4 << 20);
        long rows = 0;
        try (SplitReader<S> split = reader.open(reader.plan(1).getFirst())) {
            Status status = Status.MORE;
            while (status == Status.MORE) {
                batch.clear();
                status = split.read(batch);
                rows += batch.rows();
            }
        }
        return rows;
    }

    private long copy(Path file) throws Exception {
        ConfigValue.Obj parameters = ConfigValue.Obj.EMPTY
                .with("path", folder.toString())
                .with("fileName", "copy.csv")
                .with("nullFormat", "");
        try (Reader<?> reader = reader(file);
                Writer<?> writer = Steps.writer(new TxtFileConnector(), parameters, context)) {
            return copy(reader, writer);
        }
    }

    private static <S extends Split, K extends Receipt> long copy(Reader<S> reader, Writer<K> writer) throws Exception {
        RowBatch batch = new RowBatch(reader.discover(), BATCH, 4 << 20);
        writer.prepare(batch.schema());
        long rows = 0;
        try (SplitReader<S> split = reader.open(reader.plan(1).getFirst());
                BatchWriter<K> worker = writer.open(0)) {
            Status status = Status.MORE;
            while (status == Status.MORE) {
                batch.clear();
                status = split.read(batch);
                worker.write(batch, 0, batch.rows());
                rows += batch.rows();
            }
        }
        writer.abort(List.of());
        return rows;
    }

    private static void write(Path file) throws IOException {
        Random random = new Random(42);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int id = 1; id <= ROWS; id++) {
                out.write(row(id, random));
            }
        }
    }

    private static String row(int id, Random random) {
        String hash = Long.toHexString(random.nextLong() | Long.MIN_VALUE) + Long.toHexString(random.nextLong());
        LocalDateTime created = LocalDateTime.ofEpochSecond(
                1_104_537_600L + random.nextInt(600_000_000), random.nextInt(1_000_000) * 1000, ZoneOffset.UTC);
        return id
                + "," + (random.nextInt(2_000_000_000) - 1_000_000_000)
                + "," + id % 30_000
                + "," + (id % 7 == 0 ? "" : random.nextInt(100_000))
                + "," + random.nextInt(1_000_000_000) + "." + digits(4, random)
                + "," + (id % 5 == 0 ? "" : random.nextInt(1_000_000) - 500_000 + "." + digits(4, random))
                + "," + name(id, hash)
                + "," + (id % 3 == 0 ? "" : "SKU-" + hash.substring(0, 10).toUpperCase(Locale.ROOT))
                + "," + created.format(MICROS)
                + "," + (id % 4 == 0 ? "" : created.plusYears(3).format(MICROS))
                + "," + (id % 11 == 0 ? "" : LocalDate.of(1950, 1, 1).plusDays(id % 25_000))
                + "," + random.nextDouble() * 1e6
                + "," + (id % 6 == 0 ? "" : random.nextDouble())
                + "," + (id % 10 == 4 ? (hash + " ").repeat(6) : "") + "\n";
    }

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private static String digits(int count, Random random) {
        return Integer.toString(random.nextInt(10_000) + 10_000).substring(1, 1 + count);
    }

    private static String name(int id, String hash) {
        return switch (id % 10) {
            case 0 -> "\"Zoë \"\"Zo\"\" O'Brien 😀 #" + id + " " + hash.substring(0, 12) + "\"";
            case 1 -> "\"line1\nline2, \"\"q\"\" " + id + " " + hash.substring(0, 14) + "\"";
            case 2 -> "张伟 测试客户 名称 " + id + " " + hash.substring(0, 8);
            case 3 -> "\"tab\there, back\\slash " + id + hash.substring(0, 12) + "\"";
            default -> "Customer Name " + id + " " + hash.substring(0, 20);
        };
    }
}
