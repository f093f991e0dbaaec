package io.sluice.engine.verify;

import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.Vector;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Hashes the values of a column in one form for all spellings of the same value: decimals of a declared scale without
 * the zeros at their end, CHAR without its padding, JSON by its content, intervals by their parts. Values that differ
 * but compare as equal stay different: -0.0 and 0.0, or 1.10 and 1.1 in a column whose values each have a scale of
 * their own. All NaN are one.
 */
@FunctionalInterface
interface Canonical {
    /** The hash of a value that is not NULL. */
    long hash(Vector column, int row);

    static Canonical of(LogicalType type) {
        return switch (type) {
            case LogicalType.Bool ignored -> (column, row) -> Mix.of(((BoolVector) column).get(row) ? 1 : 0);
            case LogicalType.Int ignored -> Canonical::number;
            case LogicalType.Date ignored -> Canonical::number;
            case LogicalType.Time ignored -> Canonical::number;
            case LogicalType.Timestamp ignored -> Canonical::number;
            case LogicalType.Instant ignored -> Canonical::number;
            case LogicalType.Real real -> real(real.bits());
            case LogicalType.Decimal decimal -> decimal(decimal);
            case LogicalType.Text text -> text.blankPadded() ? Canonical::padded : Canonical::bytes;
            case LogicalType.Binary ignored -> Canonical::bytes;
            case LogicalType.Bits ignored -> Canonical::bytes;
            case LogicalType.Json ignored -> text(CanonicalJson::of);
            case LogicalType.Interval ignored -> text(CanonicalInterval::of);
            case LogicalType.Uuid ignored -> text(uuid -> uuid.toLowerCase(Locale.ROOT));
        };
    }

    private static long number(Vector column, int row) {
        return Mix.of(((LongVector) column).get(row));
    }

    private static Canonical real(int bits) {
        return bits == Float.SIZE
                ? (column, row) -> Mix.of(Float.floatToIntBits((float) ((DoubleVector) column).get(row)))
                : (column, row) -> Mix.of(Double.doubleToLongBits(((DoubleVector) column).get(row)));
    }

    private static Canonical decimal(LogicalType.Decimal type) {
        if (DecimalVector.isCompact(type)) {
            return (column, row) -> Mix.of(((DecimalVector) column).unscaled(row));
        }
        boolean ownScale = type.precision() == 0;
        return (column, row) -> {
            BytesVector digits = ((DecimalVector) column).digits();
            return digits(digits.data(), digits.start(row), digits.end(row), ownScale);
        };
    }

    /** Zero has no sign. */
    private static long digits(byte[] data, int start, int end, boolean ownScale) {
        int to = ownScale ? end : withoutZeros(data, start, end);
        boolean negative = data[start] == '-';
        int from = negative && isZero(data, start + 1, to) ? start + 1 : start;
        return Mix.of(data, from, to);
    }

    private static int withoutZeros(byte[] data, int start, int end) {
        int point = start;
        while (point < end && data[point] != '.') {
            point++;
        }
        int to = end;
        while (to > point && (data[to - 1] == '0' || data[to - 1] == '.')) {
            to--;
        }
        return point == end ? end : to;
    }

    private static boolean isZero(byte[] data, int from, int to) {
        for (int at = from; at < to; at++) {
            if (data[at] != '0' && data[at] != '.') {
                return false;
            }
        }
        return true;
    }

    private static long bytes(Vector column, int row) {
        BytesVector bytes = (BytesVector) column;
        return Mix.of(bytes.data(), bytes.start(row), bytes.end(row));
    }

    private static long padded(Vector column, int row) {
        BytesVector bytes = (BytesVector) column;
        byte[] data = bytes.data();
        int start = bytes.start(row);
        int end = bytes.end(row);
        while (end > start && data[end - 1] == ' ') {
            end--;
        }
        return Mix.of(data, start, end);
    }

    /** By the units of the text: halves of surrogates, which JSON can spell, have no bytes of their own. */
    private static Canonical text(UnaryOperator<String> form) {
        return (column, row) -> {
            String text = form.apply(((BytesVector) column).string(row));
            byte[] units = new byte[Character.BYTES * text.length()];
            for (int at = 0; at < text.length(); at++) {
                units[2 * at] = (byte) (text.charAt(at) >> Byte.SIZE);
                units[2 * at + 1] = (byte) text.charAt(at);
            }
            return Mix.of(units, 0, units.length);
        };
    }
}
