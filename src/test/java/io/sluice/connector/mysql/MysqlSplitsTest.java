package io.sluice.connector.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.spi.Reader;
import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cutting tables by keys of all kinds, and going on where a split was left, on a real server. */
class MysqlSplitsTest {
    private static final TestDatabase DATABASE = MariaDbServer.shared().database();
    private static final int ROWS = 300;
    private static final int BATCH = 7;

    private final RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(DATABASE));

    /** A table {@code t} whose key is {@code expression} of the numbers 1 to 300, and whose {@code n} is that number. */
    private static void create(String keyType, String expression) {
        DATABASE.run(
                "create or replace table t (n int not null, k " + keyType + ") character set utf8mb4",
                "insert into t (n, k) with numbers as (select cast(seq as signed) as seq from seq_1_to_" + ROWS
                        + ") select seq, " + expression + " from numbers",
                "analyze table t");
    }

    private static ConfigValue.Obj step(String... columns) {
        return Databases.step("t", columns);
    }

    private static final String ALL_KINDS = """
            bigint primary key;; seq
            bigint primary key;; if(seq < 290, seq, seq * 1000000007000)
            bigint primary key;; if(seq = 1, -9223372036854775808, if(seq = 300, 9223372036854775807, seq))
            bigint unsigned primary key;; 18446744073709551615 - cast(seq * seq as unsigned)
            smallint primary key;; seq * 100 - 30000
            decimal(40,12) primary key;; (seq - 150) * 12345678901234567890.123456789012
            varchar(40) primary key;; concat(if(seq % 2, 'Key', 'kEY'), seq, if(seq % 3, '', '😀'), '\\'\\\\', if(seq % 5, 'é', ''))
            varchar(40) collate utf8mb4_bin primary key;; concat(if(seq % 2, 'a', 'A'), seq % 150, if(seq > 150, ' ', ''), '"', if(seq > 150, '.', '-'))
            varchar(40) character set latin1 primary key;; concat(char(224 + seq % 30 using latin1), seq)
            char(10) primary key;; concat(conv(seq * 7919, 10, 36))
            varbinary(20) primary key;; unhex(concat('00', hex(seq * 7919)))
            binary(16) primary key;; unhex(left(sha2(seq, 256), 32))
            uuid primary key;; uuid()
            date primary key;; date_add('1582-10-01', interval seq * 400 day)
            datetime(6) primary key;; timestampadd(microsecond, seq * 999983, '2024-03-10 01:59:59.5')
            timestamp(3) not null primary key;; timestampadd(second, seq * 100, '2024-03-10 00:00:00.125')""";

    static List<String[]> kinds() {
        return ALL_KINDS
                .lines()
                .map(line -> line.strip().split(";; "))
                .filter(kind -> !MariaDbServer.isMySql() || !kind[0].startsWith("uuid"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void everyRowIsReadOnceByKeysOfAllKinds(int wanted) throws Exception {
        for (String[] kind : kinds()) {
            create(kind[0], kind[1]);
            try (Reader<?> reader = Steps.reader(new MysqlConnector(), step("n"), context)) {
                assertThat(read(reader, wanted, Integer.MAX_VALUE, () -> {}))
                        .as("%s %s", kind[0], kind[1])
                        .containsExactlyInAnyOrderElementsOf(numbers(1, ROWS));
            }
        }
        assertThat(context.logged()).noneMatch(line -> line.contains("read again"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "4, 1", "4, 3"})
    void whatRemainsGoesOnExactlyByKeysOfAllKinds(int wanted, int batches) throws Exception {
        for (String[] kind : kinds()) {
            create(kind[0], kind[1]);
            try (Reader<?> reader = Steps.reader(new MysqlConnector(), step("n"), context)) {
                assertThat(read(reader, wanted, batches, () -> {}))
                        .as("%s %s", kind[0], kind[1])
                        .containsExactlyInAnyOrderElementsOf(numbers(1, ROWS));
            }
        }
    }

    @Test
    void rowsThatComeAndGoBeforeThePositionMoveNothing() throws Exception {
        create("varchar(20) primary key", "concat('k', lpad(seq, 6, '0'))");
        int[] times = {0};
        try (Reader<?> reader = Steps.reader(new MysqlConnector(), step("n"), context)) {
            List<String> read = read(reader, 1, 3, () -> {
                times[0]++;
                DATABASE.run(
                        "delete from t where n <= " + times[0] * BATCH,
                        "insert into t values (%d, 'a%d'), (%d, 'b%d')"
                                .formatted(-times[0], times[0], -1000 - times[0], times[0]));
            });
            assertThat(times[0]).isGreaterThan(5);
            assertThat(read).containsExactlyElementsOf(numbers(1, ROWS));
        }
    }

    private static List<String> numbers(int from, int to) {
        List<String> numbers = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            numbers.add(Integer.toString(number));
        }
        return numbers;
    }

    @Test
    void skewedKeysAreCutEvenly() throws Exception {
        DATABASE.run(
                "create or replace table t (n int, k bigint primary key)",
                "insert into t select seq, if(seq <= 19000, seq, seq * 100000000000) from seq_1_to_20000",
                "analyze table t");
        try (Reader<?> reader = Steps.reader(new MysqlConnector(), step("k").with("splitPk", "k"), context)) {
            assertThat(largestPart(reader, 8)).isLessThan(20_000 / 3);
        }
        DATABASE.run("alter table t modify k varchar(40)", "analyze table t");
        try (Reader<?> reader = Steps.reader(new MysqlConnector(), step("k"), context)) {
            assertThat(largestPart(reader, 8)).isLessThan(20_000 / 7);
        }
    }

    private static <S extends Split> int largestPart(Reader<S> reader, int wanted) throws Exception {
        Schema schema = reader.discover();
        int largest = 0;
        List<S> splits = reader.plan(wanted);
        assertThat(splits).hasSizeBetween(wanted - 2, 2 * wanted);
        for (S split : splits) {
            List<String> rows = new ArrayList<>();
            readSome(reader, schema, split, Integer.MAX_VALUE, rows);
            largest = Math.max(largest, rows.size());
        }
        return largest;
    }

    @Test
    void rowsWithoutKeyHaveASplitOfTheirOwn() throws Exception {
        create("int unique", "if(seq % 10 = 0, null, seq)");
        try (Reader<?> reader = Steps.reader(new MysqlConnector(), step("n").with("splitPk", "k"), context)) {
            assertThat(read(reader, 4, Integer.MAX_VALUE, () -> {}))
                    .containsExactlyInAnyOrderElementsOf(numbers(1, ROWS));
        }
    }

    @Test
    void aFloatingPointKeyIsRefusedWithAReason() throws Exception {
        create("float primary key", "seq / 3");
        try (Reader<?> reader = Steps.reader(new MysqlConnector(), step("n").with("splitPk", "k"), context)) {
            reader.discover();
            assertThat(reader.plan(4)).hasSize(1);
        }
        assertThat(context.logged()).anyMatch(line -> line.startsWith("WARN") && line.contains("floating-point"));
    }

    @Test
    void aSourceWithoutKeyStartsAgainAndSaysSo() throws Exception {
        create("int", "seq");
        try (Reader<?> reader = Steps.reader(new MysqlConnector(), step("n"), context)) {
            startAgain(reader);
        }
        assertThat(context.logged()).anyMatch(line -> line.contains("read again"));
    }

    private static <S extends Split> void startAgain(Reader<S> reader) throws Exception {
        Schema schema = reader.discover();
        List<String> rows = new ArrayList<>();
        S rest = readSome(reader, schema, reader.plan(4).getFirst(), 2, rows);
        assertThat(rest.describe()).contains("again");
        List<String> second = new ArrayList<>();
        readSome(reader, schema, rest, Integer.MAX_VALUE, second);
        assertThat(second).containsExactlyInAnyOrderElementsOf(numbers(1, ROWS));
    }

    @Test
    void aggregatesAreNeverCut() throws Exception {
        create("int primary key", "seq");
        try (Reader<?> reader = Steps.reader(new MysqlConnector(), step("count(*)"), context)) {
            assertThat(read(reader, 4, Integer.MAX_VALUE, () -> {})).containsExactly("300");
        }
    }

    /** Reads all splits; after so many batches a split is left, {@code between} happens, and what remains is opened. */
    private static <S extends Split> List<String> read(Reader<S> reader, int wanted, int batches, Runnable between)
            throws Exception {
        Schema schema = reader.discover();
        List<String> rows = new ArrayList<>();
        for (S split : reader.plan(wanted)) {
            S rest = split;
            int before = -1;
            while (rows.size() > before) {
                before = rows.size();
                rest = readSome(reader, schema, rest, batches, rows);
                between.run();
            }
        }
        return rows;
    }

    private static <S extends Split> S readSome(
            Reader<S> reader, Schema schema, S split, int batches, List<String> into) throws Exception {
        RowBatch batch = new RowBatch(schema, BATCH, Long.MAX_VALUE);
        try (SplitReader<S> part = reader.open(split)) {
            Status status = Status.MORE;
            for (int i = 0; i < batches && status == Status.MORE; i++) {
                batch.clear();
                status = part.read(batch);
                for (int row = 0; row < batch.rows(); row++) {
                    into.add(batch.display(row, 0));
                }
            }
            return part.remaining();
        }
    }
}
