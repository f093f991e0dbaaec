package io.sluice.connector.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Reader;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.data.RowBatch;
import io.sluice.testing.RecordingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamReaderTest {
    private static final int ROWS = 10_000;
    private static final String DATE_FORMAT = "yyyy-MM-dd HH:mm:ss";
    private static final String DATES = "2020-01-01 00:00:00,2020-01-01 00:00:03";

    @Test
    void randomNumbersFillTheirBoundsAndNothingElse() throws Exception {
        assertThat(column(StreamType.LONG, "-2,3")).containsOnly("-2", "-1", "0", "1", "2", "3");
        assertThat(column(StreamType.LONG, Long.MIN_VALUE + "," + Long.MAX_VALUE))
                .doesNotHaveDuplicates();
        assertThat(column(StreamType.DATE, DATES))
                .containsOnly("2020-01-01T00:00", "2020-01-01T00:00:01", "2020-01-01T00:00:02", "2020-01-01T00:00:03");
        assertThat(column(StreamType.DOUBLE, "-1,1").stream().map(Double::valueOf))
                .allMatch(value -> value >= -1 && value < 1)
                .anyMatch(value -> value < -0.99)
                .anyMatch(value -> value > 0.99)
                .doesNotHaveDuplicates();
    }

    @Test
    void randomTruthFollowsItsWeights() throws Exception {
        List<String> values = column(StreamType.BOOL, "1,9");
        assertThat(values).containsOnly("true", "false");
        assertThat(values.stream().filter("true"::equals).count()).isBetween(ROWS * 88L / 100, ROWS * 92L / 100);
        assertThat(column(StreamType.BOOL, "1,0")).containsOnly("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,0", "0,1", "7,9", "8,8", "8,12", "15,17", "0,300"})
    void randomTextHasEveryLengthBetweenItsBounds(String bounds) throws Exception {
        int least = Integer.parseInt(bounds.split(",")[0]);
        int most = Integer.parseInt(bounds.split(",")[1]);
        List<String> texts = column(StreamType.STRING, bounds);
        assertThat(texts.stream().map(String::length).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(least, most).boxed().toList());
        assertThat(texts).allMatch(text -> text.chars().allMatch(StreamReaderTest::digitOrLetter));
    }

    @Test
    void randomTextUsesAllDigitsAndLettersAndRepeatsNothing() throws Exception {
        List<String> texts = column(StreamType.STRING, "16,20");
        assertThat(texts).doesNotHaveDuplicates();
        assertThat(String.join("", texts).chars().distinct().count()).isEqualTo(62);
        assertThat(texts.stream().map(text -> text.substring(0, 8))).doesNotHaveDuplicates();
        assertThat(texts.stream().map(text -> text.substring(8, 16))).doesNotHaveDuplicates();
    }

    private static boolean digitOrLetter(int letter) {
        return letter < 128 && Character.isLetterOrDigit(letter);
    }

    @Test
    void aConstantIsInEveryRow() throws Exception {
        String wide = "é".repeat(50_000);
        StreamReadConfig config = config(
                20,
                0,
                constant(StreamType.STRING, "hello"),
                constant(StreamType.STRING, ""),
                constant(StreamType.BOOL, "true"),
                constant(StreamType.STRING, wide),
                constant(StreamType.LONG, "-7"),
                constant(StreamType.DOUBLE, "1.5"));
        assertThat(rows(config, 0, 6))
                .hasSize(20)
                .containsOnly(String.join("|", "hello", "", "true", wide, "-7", "1.5"));
    }

    @Test
    void aRowDependsOnItsNumberOnly() throws Exception {
        StreamReadConfig config = everyKind(ROWS, 5);
        List<String> expected = rows(config, 0, ROWS);
        assertThat(expected).doesNotHaveDuplicates();
        for (int capacity : new int[] {1, 3, 1000, 4096}) {
            assertThat(rows(config, 0, capacity)).isEqualTo(expected);
        }
        List<String> rest = read(new StreamSplit(0, 777, ROWS), config, 50);
        assertThat(rest).isEqualTo(expected.subList(777, ROWS));
    }

    @Test
    void tasksAndSeedsDiffer() throws Exception {
        List<String> first = rows(everyKind(100, 0), 0, 64);
        assertThat(rows(everyKind(100, 0), 1, 64)).doesNotContainAnyElementsOf(first);
        assertThat(rows(everyKind(100, 1), 0, 64)).doesNotContainAnyElementsOf(first);
        assertThat(rows(everyKind(100, 0), 0, 64)).isEqualTo(first);
    }

    @Test
    void longRandomTextKeepsToItsBounds() throws Exception {
        StreamColumn column = random(StreamType.STRING, "100000,300000");
        assertThat(rows(config(20, 0, column), 0, 7))
                .hasSize(20)
                .allMatch(text -> text.length() >= 100_000 && text.length() <= 300_000);
    }

    private static StreamReadConfig everyKind(long rows, long seed) {
        return config(
                rows,
                seed,
                random(StreamType.LONG, "1,1000000"),
                random(StreamType.DOUBLE, "0,1"),
                random(StreamType.DATE, DATES),
                random(StreamType.BOOL, "1,1"),
                random(StreamType.STRING, "8,12"),
                random(StreamType.BYTES, "0,40"),
                constant(StreamType.STRING, "same"));
    }

    private static List<String> column(StreamType type, String bounds) throws Exception {
        return rows(config(ROWS, 0, random(type, bounds)), 0, 1024);
    }

    private static StreamColumn random(StreamType type, String bounds) {
        return new StreamColumn(type, null, bounds, DATE_FORMAT, null);
    }

    private static StreamColumn constant(StreamType type, String value) {
        return new StreamColumn(type, value, null, DATE_FORMAT, null);
    }

    private static StreamReadConfig config(long rows, long seed, StreamColumn... columns) {
        return new StreamReadConfig(Stream.of(columns).toList(), rows, seed);
    }

    private static List<String> rows(StreamReadConfig config, int task, int capacity) throws Exception {
        Reader<StreamSplit> reader = new StreamReader(config, RecordingContext.unrestricted(task + 1));
        return read(reader.plan(1).get(task), config, capacity);
    }

    private static List<String> read(StreamSplit split, StreamReadConfig config, int capacity) throws Exception {
        StreamReader reader = new StreamReader(config, RecordingContext.unrestricted(1));
        List<String> rows = new ArrayList<>();
        RowBatch batch = new RowBatch(reader.discover(), capacity, 1 << 20);
        try (SplitReader<StreamSplit> source = reader.open(split)) {
            Status status = Status.MORE;
            while (status == Status.MORE) {
                batch.clear();
                status = source.read(batch);
                for (int row = 0; row < batch.rows(); row++) {
                    rows.add(line(batch, row));
                }
            }
        }
        return rows;
    }

    private static String line(RowBatch batch, int row) {
        return String.join(
                "|",
                IntStream.range(0, batch.schema().size())
                        .mapToObj(column -> batch.display(row, column))
                        .toList());
    }
}
