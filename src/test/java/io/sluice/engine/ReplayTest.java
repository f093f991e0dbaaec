package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Status;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.testing.RecordingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that are kept as text and sent on again are the same records. */
class ReplayTest {
    private static final Schema ALL = Schema.of(
            new Column("bool", new LogicalType.Bool()),
            new Column("int", LogicalType.Int.INT64),
            new Column("unsigned", new LogicalType.Int(64, false)),
            new Column("real", new LogicalType.Real(64)),
            new Column("float", new LogicalType.Real(32)),
            new Column("decimal", new LogicalType.Decimal(12, 3)),
            new Column("wide", new LogicalType.Decimal(38, 10)),
            new Column("free", LogicalType.Decimal.UNBOUNDED),
            new Column("text", new LogicalType.Text(20)),
            new Column("binary", LogicalType.Binary.UNBOUNDED),
            new Column("bits", new LogicalType.Bits(4)),
            new Column("date", new LogicalType.Date()),
            new Column("time", new LogicalType.Time(6, LogicalType.Time.Range.DAY)),
            new Column("long time", new LogicalType.Time(6, LogicalType.Time.Range.HOURS_838)),
            new Column("timestamp", new LogicalType.Timestamp(6)),
            new Column("instant", new LogicalType.Instant(6)),
            new Column("interval", new LogicalType.Interval()),
            new Column("json", new LogicalType.Json()),
            new Column("uuid", new LogicalType.Uuid()));

    private static final List<@Nullable String> VALUES = List.of(
            "true",
            "-9223372036854775808",
            "18446744073709551615",
            "0.1",
            "0.1",
            "-123456789.001",
            "1234567890123456789012345678.0123456789",
            "12345678901234567890.123456789012345678901234567890",
            "  kept as it is ",
            "\\x00ff7f",
            "0101",
            "2026-11-25",
            "23:59:59.999999",
            "-838:59:59.000001",
            "2026-11-25 23:05:00.000001",
            "2026-11-25 23:05:00Z",
            "P1Y2M3DT4H5M6.000001S",
            "{\"a\": [1, 2.50]}",
            "123e4567-e89b-12d3-a456-426614174000");

    private final RecordingContext context = RecordingContext.unrestricted(1);

    private RowBatch read(Schema columns, List<List<@Nullable String>> records) throws Exception {
        RowBatch batch = new RowBatch(columns, records.size(), 1 << 20);
        try (ReplayReader reader = new ReplayReader(columns, records, context)) {
            for (ReplaySplit split : reader.plan(1)) {
                assertThat(reader.open(split).read(batch)).isEqualTo(Status.END);
            }
        }
        return batch;
    }

    private static List<@Nullable String> texts(RowBatch batch, int row) {
        List<@Nullable String> texts = new ArrayList<>();
        for (int column = 0; column < batch.schema().size(); column++) {
            texts.add(batch.text(row, column));
        }
        return texts;
    }

    @Test
    void valuesOfAllTypesComeBackAsTheyWere() throws Exception {
        List<@Nullable String> nulls = Arrays.asList(new @Nullable String[ALL.size()]);
        RowBatch batch = read(ALL, List.of(VALUES, nulls));
        assertThat(batch.rows()).isEqualTo(2);
        assertThat(texts(batch, 0)).isEqualTo(VALUES);
        assertThat(texts(batch, 1)).isEqualTo(nulls);
    }

    @ParameterizedTest
    @CsvSource({
        "real,NaN",
        "real,Infinity",
        "real,-Infinity",
        "date,infinity",
        "date,-infinity",
        "timestamp,infinity",
        "instant,-infinity",
        "date,+12345-01-01",
        "date,0001-01-01",
        "time,00:00:00.000000",
        "time,24:00:00.000000"
    })
    void valuesAtTheEdgesComeBackAsTheyWere(String name, String text) throws Exception {
        Column column = ALL.columns().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        RowBatch batch = read(Schema.of(column), List.of(List.of(text)));
        assertThat(batch.rows()).as(String.valueOf(context.rejected())).isEqualTo(1);
        assertThat(batch.text(0, 0)).isEqualTo(text);
    }

    @Test
    void emptyTextIsNoNull() throws Exception {
        Schema text =
                Schema.of(new Column("t", LogicalType.Text.UNBOUNDED), new Column("b", LogicalType.Binary.UNBOUNDED));
        RowBatch batch = read(text, List.of(List.of("", "\\x")));
        assertThat(texts(batch, 0)).containsExactly("", "\\x");
    }

    @Test
    void whatIsNoValueOfTheColumnIsRejected() throws Exception {
        Schema two = Schema.of(new Column("n", LogicalType.Int.INT32), new Column("b", LogicalType.Binary.UNBOUNDED));
        RowBatch batch = read(
                two,
                List.of(
                        List.of("one", "\\x"),
                        List.of("1", "ff"),
                        List.of("1", "\\xf"),
                        List.of("1"),
                        List.of("1", "\\x", "more")));
        assertThat(batch.rows()).isZero();
        assertThat(context.rejected()).hasSize(5);
    }

    @Test
    void schemasAreKeptAsText() {
        assertThat(SchemaText.read(SchemaText.write(ALL))).isEqualTo(ALL);
    }
}
