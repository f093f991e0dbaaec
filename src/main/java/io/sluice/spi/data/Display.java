package io.sluice.spi.data;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as a person reads them in a log or a dirty record, and the same value in a spelling that is read again. */
final class Display {
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

    private Display() {}

    static String of(Vector vector, LogicalType type, int row) {
        return vector.isNull(row) ? "NULL" : value(vector, type, row);
    }

    /** The exact value: dates and times are spelled as the engine's conversions from text read them. */
    static @Nullable String exact(Vector vector, LogicalType type, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        boolean moment = type instanceof LogicalType.Timestamp || type instanceof LogicalType.Instant;
        return moment && vector instanceof LongVector micros && Temporal.finite(micros.get(row))
                ? moment(micros.get(row)) + (type instanceof LogicalType.Instant ? "Z" : "")
                : value(vector, type, row);
    }

    private static String moment(long micros) {
        LocalDateTime local = local(micros);
        return local.toLocalDate() + " " + MOMENT.format(local.toLocalTime());
    }

    private static String value(Vector vector, LogicalType type, int row) {
        return switch (vector) {
            case BoolVector bools -> Boolean.toString(bools.get(row));
            case LongVector longs -> number(type, longs.get(row));
            case DoubleVector doubles -> real(type, doubles.get(row));
            case DecimalVector decimals -> decimals.plain(row);
            case BytesVector bytes ->
                type instanceof LogicalType.Binary
                        ? "\\x" + HexFormat.of().formatHex(bytes.data(), bytes.start(row), bytes.end(row))
                        : bytes.string(row);
        };
    }

    /** The beginning of a text or a binary value. @param bytes how many of its bytes are looked at */
    static String beginning(BytesVector vector, LogicalType type, int row, int bytes) {
        int from = vector.start(row);
        return type instanceof LogicalType.Binary
                ? "\\x" + HexFormat.of().formatHex(vector.data(), from, from + bytes)
                : new String(vector.data(), from, bytes, StandardCharsets.UTF_8);
    }

    private static String real(LogicalType type, double value) {
        return type instanceof LogicalType.Real real && real.bits() == 32
                ? Float.toString((float) value)
                : Double.toString(value);
    }

    private static String number(LogicalType type, long value) {
        return switch (type) {
            case LogicalType.Int(int bits, boolean signed) when bits == 64 && !signed -> Long.toUnsignedString(value);
            case LogicalType.Date() -> Temporal.finite(value) ? date(value) : infinity(value);
            case LogicalType.Timestamp ignored -> Temporal.finite(value) ? dateTime(value) : infinity(value);
            case LogicalType.Instant ignored -> Temporal.finite(value) ? dateTime(value) + "Z" : infinity(value);
            case LogicalType.Time ignored -> time(value);
            default -> Long.toString(value);
        };
    }

    private static String date(long days) {
        return LocalDate.ofEpochDay(days).toString();
    }

    private static String dateTime(long micros) {
        return local(micros).toString();
    }

    private static LocalDateTime local(long micros) {
        long seconds = Math.floorDiv(micros, Temporal.MICROS_PER_SECOND);
        int nanos = (int) Math.floorMod(micros, Temporal.MICROS_PER_SECOND) * 1000;
        return LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
    }

    private static String time(long micros) {
        long seconds = Math.abs(micros) / Temporal.MICROS_PER_SECOND;
        long fraction = Math.abs(micros) % Temporal.MICROS_PER_SECOND;
        String sign = micros < 0 ? "-" : "";
        return "%s%02d:%02d:%02d.%06d".formatted(sign, seconds / 3600, seconds / 60 % 60, seconds % 60, fraction);
    }

    private static String infinity(long value) {
        return value == Temporal.POSITIVE_INFINITY ? "infinity" : "-infinity";
    }
}
