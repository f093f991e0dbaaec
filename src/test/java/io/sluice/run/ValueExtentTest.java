package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.DirtyRecord;
import io.sluice.engine.DirtyShape;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Decimal;
import io.sluice.spi.data.LogicalType.Int;
import io.sluice.spi.data.LogicalType.Text;
import io.sluice.spi.data.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueExtentTest {
    private static final Schema COLUMNS = Schema.of(new Column("v", Text.UNBOUNDED, true, "text", false));

    private static DirtyRow row(@Nullable String value, List<Integer> cut) {
        return new DirtyRow(
                1,
                0,
                new DirtyShape(DirtyRecord.Stage.CONVERSION, 0, COLUMNS, COLUMNS),
                0,
                Instant.EPOCH,
                new DirtyRow.Cause("VALUE_OUT_OF_RANGE", 0, "v", "too long", ""),
                Arrays.asList(value),
                null,
                cut,
                DirtyState.OPEN,
                false,
                null,
                0);
    }

    private static ValueExtent extent(@Nullable String... values) {
        ValueExtent extent = ValueExtent.NONE;
        for (String value : values) {
            extent = extent.with(row(value, List.of()));
        }
        return extent;
    }

    private static Optional<LogicalType> wider(LogicalType present, @Nullable String... values) {
        return extent(values).wider(present);
    }

    @Test
    void textGetsTheNextUsualLength() {
        assertThat(wider(new Text(20), "x".repeat(21), null)).contains(new Text(50));
        assertThat(wider(new Text(20), "x".repeat(201))).contains(new Text(255));
        assertThat(wider(new Text(255), "😀".repeat(256))).contains(new Text(500));
        assertThat(wider(new Text(255, true), "x".repeat(256))).contains(new Text(500, true));
        assertThat(wider(new Text(255), "x".repeat(12_345))).contains(new Text(12_345));
        assertThat(wider(new Text(255), "x".repeat(100))).contains(new Text(255));
        assertThat(wider(Text.ofBytes(255), "ä".repeat(200))).contains(Text.ofBytes(400));
    }

    @Test
    void whatIsNotWholeAsksForAnyLength() {
        ValueExtent extent = ValueExtent.NONE.with(row("x".repeat(100), List.of(0)));
        assertThat(extent.wider(new Text(20))).contains(Text.UNBOUNDED);
        assertThat(extent.wider(Int.INT32)).isEmpty();
    }

    @Test
    void numbersGetTheNextTypeThatHoldsThem() {
        assertThat(wider(Int.INT16, "40000")).contains(Int.INT32);
        assertThat(wider(Int.INT32, "-2147483649")).contains(Int.INT64);
        assertThat(wider(Int.INT32, "9223372036854775808")).contains(new Decimal(24, 0));
        assertThat(wider(new Int(8, false), "256")).contains(new Int(16, false));
        assertThat(wider(new Int(8, false), "-1")).contains(Int.INT16);
        assertThat(wider(Int.INT32, "1.5")).contains(new Decimal(11, 1));
        assertThat(wider(Int.INT32, "1.00")).contains(Int.INT32);
        assertThat(wider(new Decimal(6, 2), "12345.678", "-1")).contains(new Decimal(9, 3));
        assertThat(wider(new Decimal(8, 2), "999999.99")).contains(new Decimal(8, 2));
        assertThat(wider(Decimal.UNBOUNDED, "1.5")).contains(Decimal.UNBOUNDED);
        assertThat(wider(new LogicalType.Real(32), "0.123456789")).contains(new LogicalType.Real(64));
        assertThat(wider(new LogicalType.Real(32), "0.12345678901234567890")).isEmpty();
        assertThat(wider(Int.INT32, "twelve")).isEmpty();
        assertThat(wider(new Decimal(6, 2), "1e9")).isEmpty();
    }

    @Test
    void timesGetTheDigitsTheyHave() {
        assertThat(wider(new LogicalType.Timestamp(0), "2026-11-26 10:00:00.120"))
                .contains(new LogicalType.Timestamp(2));
        assertThat(wider(new LogicalType.Instant(3), "2026-11-26T10:00:00.123456Z"))
                .contains(new LogicalType.Instant(6));
        assertThat(wider(new LogicalType.Timestamp(3), "2026-11-26 10:00:00")).contains(new LogicalType.Timestamp(3));
    }

    @Test
    void typesThatHaveNoWiderOneStayWhatTheyAre() {
        assertThat(wider(new LogicalType.Date(), "99999-01-01")).isEmpty();
        assertThat(wider(new LogicalType.Bool(), "2")).isEmpty();
        assertThat(wider(new LogicalType.Uuid(), "x")).isEmpty();
    }
}
