package io.sluice.engine.transform;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.SluiceException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;

/** Compares columns with one value, without a rounding and without objects where that is possible. */
final class Comparisons {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger MOST_UNSIGNED =
            BigInteger.TWO.pow(Long.SIZE).subtract(BigInteger.ONE);

    private Comparisons() {}

    /** Where a value that is not NULL stands: negative before the other, 0 at it, positive behind it. */
    @FunctionalInterface
    interface Comparison {
        int compare(RowBatch rows, int row);
    }

    /** @throws SluiceException PARAMETER_INVALID when the value is none of the column's type */
    static Comparison of(LogicalType type, int column, String value, ConversionRules rules) {
        return switch (type) {
            case LogicalType.Bool ignored -> {
                String word = value.strip().toLowerCase(Locale.ROOT);
                yield (rows, row) ->
                        Boolean.toString(rows.bools(column).get(row)).compareTo(word);
            }
            case LogicalType.Int whole -> whole(whole, column, number(value));
            case LogicalType.Real real -> real(real, column, value);
            case LogicalType.Decimal decimal -> decimal(decimal, column, number(value));
            case LogicalType.Text text -> bytes(column, value, text.blankPadded());
            case LogicalType.Binary ignored -> bytes(column, value, false);
            case LogicalType.Bits ignored -> bytes(column, value, false);
            case LogicalType.Interval ignored -> bytes(column, value, false);
            case LogicalType.Json ignored -> bytes(column, value, false);
            case LogicalType.Uuid ignored -> bytes(column, value.toLowerCase(Locale.ROOT), false);
            case LogicalType.Date ignored -> temporal(type, column, value, rules);
            case LogicalType.Time ignored -> temporal(type, column, value, rules);
            case LogicalType.Timestamp ignored -> temporal(type, column, value, rules);
            case LogicalType.Instant ignored -> temporal(type, column, value, rules);
        };
    }

    private static BigDecimal number(String value) {
        try {
            return new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            throw Columns.invalid("'" + value + "' is no number");
        }
    }

    private static Comparison whole(LogicalType.Int type, int column, BigDecimal value) {
        if (type.bits() < Long.SIZE || type.signed()) {
            return scaled(value, (rows, row) -> rows.longs(column).get(row));
        }
        BigInteger floor = value.setScale(0, RoundingMode.FLOOR).toBigInteger();
        if (floor.signum() < 0) {
            return (rows, row) -> 1;
        }
        if (floor.compareTo(MOST_UNSIGNED) > 0) {
            return (rows, row) -> -1;
        }
        long unsigned = floor.longValue();
        int atFloor = new BigDecimal(floor).compareTo(value);
        return (rows, row) -> {
            int order = Long.compareUnsigned(rows.longs(column).get(row), unsigned);
            return order == 0 ? atFloor : order;
        };
    }

    /** A whole number of a row. */
    @FunctionalInterface
    private interface Whole {
        long get(RowBatch rows, int row);
    }

    /** Compares with the largest whole number that is not greater; a number equal to it is smaller when something was cut off. */
    private static Comparison scaled(BigDecimal value, Whole whole) {
        BigInteger floor = value.setScale(0, RoundingMode.FLOOR).toBigInteger();
        if (floor.compareTo(LEAST) < 0) {
            return (rows, row) -> 1;
        }
        if (floor.compareTo(MOST) > 0) {
            return (rows, row) -> -1;
        }
        long least = floor.longValue();
        int atFloor = new BigDecimal(floor).compareTo(value);
        return (rows, row) -> {
            int order = Long.compare(whole.get(rows, row), least);
            return order == 0 ? atFloor : order;
        };
    }

    /** The value is taken as the nearest number of the column's type; NaN is greater than everything. */
    private static Comparison real(LogicalType.Real type, int column, String value) {
        try {
            String text = value.strip();
            double number = (type.bits() == Float.SIZE ? Float.parseFloat(text) : Double.parseDouble(text)) + 0.0;
            return (rows, row) -> Double.compare(rows.doubles(column).get(row) + 0.0, number);
        } catch (NumberFormatException e) {
            throw Columns.invalid("'" + value + "' is no number");
        }
    }

    private static Comparison decimal(LogicalType.Decimal type, int column, BigDecimal value) {
        return DecimalVector.isCompact(type)
                ? scaled(
                        value.movePointRight(type.scale()),
                        (rows, row) -> rows.decimals(column).unscaled(row))
                : (rows, row) -> rows.decimals(column).decimal(row).compareTo(value);
    }

    private static Comparison bytes(int column, String value, boolean blankPadded) {
        byte[] other = Texts.utf8(blankPadded ? value.stripTrailing() : value);
        return (rows, row) -> {
            var vector = rows.bytes(column);
            byte[] data = vector.data();
            int start = vector.start(row);
            int end = vector.end(row);
            while (blankPadded && end > start && data[end - 1] == ' ') {
                end--;
            }
            return Arrays.compareUnsigned(data, start, end, other, 0, other.length);
        };
    }

    /** A time in the task's formats, or milliseconds since 1970-01-01T00:00:00Z as in DataX. */
    private static Comparison temporal(LogicalType type, int column, String value, ConversionRules rules) {
        long number = time(type, value.strip(), rules);
        return (rows, row) -> Long.compare(rows.longs(column).get(row), number);
    }

    private static long time(LogicalType type, String value, ConversionRules rules) {
        try {
            return ConstantStage.value(value, type, rules).longs(0).get(0);
        } catch (SluiceException e) {
            if (!value.matches("-?\\d{1,18}") || type instanceof LogicalType.Date || type instanceof LogicalType.Time) {
                throw e;
            }
            return millis(type, Long.parseLong(value), rules);
        }
    }

    private static long millis(LogicalType type, long millis, ConversionRules rules) {
        Schema source = Schema.of(new Column("value", LogicalType.Int.INT64));
        RowBatch in = new RowBatch(source, 1, Long.MAX_VALUE);
        in.longs(0).set(0, millis);
        in.endRow();
        return ConstantStage.converted(in, type, rules).longs(0).get(0);
    }
}
