package io.sluice.connector.txtfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Steps;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.Receipt;
import io.sluice.spi.Writer;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.data.Temporal;
import io.sluice.testing.RecordingContext;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The column "DB to CSV" of the fidelity cases: what stands in the file for each type. */
class TxtFileFidelityTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "T01 {0}")
    @CsvSource({"18446744073709551615", "9223372036854775808", "0", "5"})
    void unsignedNumbers(String digits) throws Exception {
        assertThat(written(
                        new LogicalType.Int(64, false),
                        (batch, row) -> batch.longs(0).set(row, Long.parseUnsignedLong(digits))))
                .isEqualTo(digits);
    }

    @Test
    void theSmallestNumber() throws Exception {
        assertThat(written(LogicalType.Int.INT64, (batch, row) -> batch.longs(0).set(row, Long.MIN_VALUE)))
                .isEqualTo("-9223372036854775808");
    }

    @Test
    void truthValues() throws Exception {
        assertThat(written(
                        new LogicalType.Bool(), (batch, row) -> batch.bools(0).set(row, true)))
                .isEqualTo("true");
        assertThat(written(
                        new LogicalType.Bool(), (batch, row) -> batch.bools(0).set(row, false)))
                .isEqualTo("false");
    }

    @ParameterizedTest(name = "T08 T10 {2}")
    @CsvSource({
        "65, 30, 12345678901234567890123456789012345.123456789012345678901234567890",
        "10, 2, 1.10",
        "10, 1, -0.1",
        "18, 18, 0.000000000000000001",
        "18, 0, -999999999999999999",
        "0, 0, NaN"
    })
    void decimals(int precision, int scale, String digits) throws Exception {
        assertThat(written(new LogicalType.Decimal(precision, scale), (batch, row) -> {
                    if (digits.equals("NaN")) {
                        batch.decimals(0).setText(row, digits);
                    } else {
                        batch.decimals(0).set(row, new BigDecimal(digits));
                    }
                }))
                .isEqualTo(digits);
    }

    @ParameterizedTest(name = "T14 T16 {0}")
    @CsvSource({"1.7976931348623157E308", "4.9E-324", "0.30000000000000004", "NaN", "-Infinity", "-0.0"})
    void doubles(String text) throws Exception {
        assertThat(written(
                        new LogicalType.Real(64),
                        (batch, row) -> batch.doubles(0).set(row, Double.parseDouble(text))))
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "T17 {0}")
    @CsvSource({"0.1", "1.6777216E7", "3.4028235E38"})
    void floats(String text) throws Exception {
        assertThat(written(
                        new LogicalType.Real(32),
                        (batch, row) -> batch.doubles(0).set(row, Float.parseFloat(text))))
                .isEqualTo(text);
    }

    @Test
    void datesAndTimes() throws Exception {
        long day = LocalDate.of(1582, 10, 10).toEpochDay();
        assertThat(written(
                        new LogicalType.Date(), (batch, row) -> batch.longs(0).set(row, day)))
                .isEqualTo("1582-10-10");
        assertThat(written(
                        new LogicalType.Date(),
                        (batch, row) -> batch.longs(0)
                                .set(row, LocalDate.of(5_874_897, 12, 31).toEpochDay())))
                .isEqualTo("+5874897-12-31");
        assertThat(written(
                        new LogicalType.Timestamp(6),
                        (batch, row) -> batch.longs(0).set(row, day * Temporal.MICROS_PER_DAY + 45_296_123_456L)))
                .isEqualTo("1582-10-10 12:34:56.123456");
        assertThat(written(
                        new LogicalType.Instant(0),
                        (batch, row) -> batch.longs(0).set(row, 0)))
                .isEqualTo("1970-01-01 00:00:00Z");
        assertThat(written(
                        new LogicalType.Time(6, LogicalType.Time.Range.HOURS_838),
                        (batch, row) -> batch.longs(0).set(row, -3_020_399_999_999L)))
                .isEqualTo("-838:59:59.999999");
    }

    @Test
    void binary() throws Exception {
        byte[] bytes = {0, (byte) 0xFF, 0x27, 0};
        assertThat(written(
                        LogicalType.Binary.UNBOUNDED,
                        (batch, row) -> batch.bytes(0).set(row, bytes)))
                .isEqualTo("\\x00ff2700");
        assertThat(written(
                        LogicalType.Binary.UNBOUNDED,
                        (batch, row) -> batch.bytes(0).set(row, new byte[0])))
                .isEqualTo("\\x");
    }

    @Test
    void textInBothForms() throws Exception {
        String text = "é 😀 \u2028 \\ \t";
        assertThat(written(
                        LogicalType.Text.UNBOUNDED,
                        (batch, row) -> batch.bytes(0).set(row, text)))
                .isEqualTo(text);
        assertThat(written(
                        LogicalType.Text.UNBOUNDED,
                        (batch, row) -> batch.bytes(0).set(row, text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(text);
    }

    @Test
    void jsonBitsAndUuidsKeepTheirText() throws Exception {
        assertThat(written(
                        new LogicalType.Json(), (batch, row) -> batch.bytes(0).set(row, "{\"b\":1, \"a\": 1.0}")))
                .isEqualTo("\"{\"\"b\"\":1, \"\"a\"\": 1.0}\"");
        assertThat(written(
                        new LogicalType.Bits(8), (batch, row) -> batch.bytes(0).set(row, "10000001")))
                .isEqualTo("10000001");
    }

    @Test
    void nullHasATextOfItsOwn() throws Exception {
        assertThat(written(LogicalType.Int.INT64, (batch, row) -> batch.longs(0).setNull(row)))
                .isEqualTo("\\N");
    }

    private String written(LogicalType type, ObjIntConsumer<RowBatch> value) throws Exception {
        RowBatch batch = new RowBatch(Schema.of(new Column("a", type)), 1, Long.MAX_VALUE);
        value.accept(batch, 0);
        batch.endRow();
        ConfigValue.Obj parameters =
                ConfigValue.Obj.EMPTY.with("path", folder.toString()).with("fileName", "value.csv");
        try (Writer<?> writer = Steps.writer(new TxtFileConnector(), parameters, RecordingContext.unrestricted(1))) {
            write(writer, batch);
        }
        String text = Files.readString(folder.resolve("value.csv"));
        assertThat(text).endsWith("\n");
        return text.substring(0, text.length() - 1);
    }

    private static <K extends Receipt> void write(Writer<K> writer, RowBatch batch) throws Exception {
        writer.prepare(batch.schema());
        try (BatchWriter<K> worker = writer.open(0)) {
            worker.write(batch, 0, batch.rows());
            writer.commit(worker.flush());
        }
    }
}
