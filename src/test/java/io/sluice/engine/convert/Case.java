package io.sluice.engine.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Binary;
import io.sluice.spi.data.LogicalType.Date;
import io.sluice.spi.data.LogicalType.Instant;
import io.sluice.spi.data.LogicalType.Int;
import io.sluice.spi.data.LogicalType.Real;
import io.sluice.spi.data.LogicalType.Time;
import io.sluice.spi.data.LogicalType.Timestamp;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.data.Vector;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a value is, where it goes, and what arrives.
 *
 * @param value as a batch displays it
 * @param expected as a batch displays it; null means that the row is dirty
 */
record Case(
        LogicalType from,
        String value,
        LogicalType to,
        @Nullable String expected) {
    /** The value stands between a NULL and two good neighbours, as in a batch. */
    void check(ConversionRules rules) {
        Schema source = Schema.of(new Column("a", from), new Column("n", Int.INT64));
        Schema target = Schema.of(new Column("a", to), new Column("n", Int.INT64));
        Conversion conversion = Conversion.plan(source, target, rules, true);
        Kind kind = conversion.mappings().getFirst().kind();
        if (kind == Kind.IMPOSSIBLE) {
            assertThat(expected).as("impossible").isNull();
            assertThat(conversion.impossible()).hasSize(1);
            return;
        }
        RowBatch batch = new RowBatch(source, 70, 1 << 20);
        for (int row = 0; row < 3; row++) {
            if (row == 1) {
                set(batch.vector(0), from, row, value);
            } else {
                batch.vector(0).setNull(row);
            }
            batch.longs(1).set(row, row);
            batch.endRow();
        }
        Rejects rejects = new Rejects();
        RowBatch converted = conversion.target(batch);
        conversion.apply(batch, converted, rejects);
        converted.remove(rejects.rows());
        if (expected == null) {
            assertThat(rejects.all()).as("rejects").hasSize(1);
            assertThat(rejects.all().getFirst().message()).isNotBlank();
            assertThat(kind).isEqualTo(Kind.LOSSY);
            assertThat(converted.rows()).isEqualTo(2);
            assertThat(converted.longs(1).get(1)).isEqualTo(2);
        } else {
            assertThat(rejects.all()).as("rejects").isEmpty();
            assertThat(converted.rows()).isEqualTo(3);
            assertThat(converted.display(1, 0)).isEqualTo(expected);
        }
        assertThat(converted.display(0, 0)).isEqualTo("NULL");
        assertThat(converted.display(converted.rows() - 1, 0)).isEqualTo("NULL");
    }

    static void set(Vector vector, LogicalType type, int row, String value) {
        switch (vector) {
            case BoolVector bools -> bools.set(row, Boolean.parseBoolean(value));
            case DoubleVector doubles ->
                doubles.set(row, type.equals(new Real(32)) ? Float.parseFloat(value) : Double.parseDouble(value));
            case DecimalVector decimals -> decimals.setText(row, value);
            case LongVector longs -> longs.set(row, number(type, value));
            case BytesVector bytes ->
                bytes.set(
                        row,
                        type instanceof Binary
                                ? HexFormat.of().parseHex(value.substring(2))
                                : value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static long number(LogicalType type, String value) {
        if (value.equals("infinity") || value.equals("-infinity")) {
            return value.startsWith("-") ? Temporal.NEGATIVE_INFINITY : Temporal.POSITIVE_INFINITY;
        }
        return switch (type) {
            case Date ignored -> LocalDate.parse(value).toEpochDay();
            case Timestamp ignored ->
                java.time.temporal.ChronoUnit.MICROS.between(
                        java.time.LocalDateTime.of(1970, 1, 1, 0, 0), java.time.LocalDateTime.parse(value));
            case Instant ignored ->
                java.time.temporal.ChronoUnit.MICROS.between(
                        java.time.Instant.EPOCH,
                        java.time.OffsetDateTime.parse(value).toInstant());
            case Time ignored -> time(value);
            default -> type.equals(new Int(64, false)) ? Long.parseUnsignedLong(value) : Long.parseLong(value);
        };
    }

    private static long time(String value) {
        String[] parts = value.replace("-", "").split("[:.]");
        long seconds = Long.parseLong(parts[0]) * 3600 + Long.parseLong(parts[1]) * 60 + Long.parseLong(parts[2]);
        long micros = seconds * Temporal.MICROS_PER_SECOND + Long.parseLong(parts[3]);
        return value.startsWith("-") ? -micros : micros;
    }
}
