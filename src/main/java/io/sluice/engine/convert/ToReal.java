package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.impossible;
import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Real;
import io.sluice.spi.data.LongVector;
import java.math.BigDecimal;
import java.util.List;

/**
 * Conversions to floating point numbers. A decimal number fits when the nearest floating point number equals it, or when
 * the shortest text of that one is the decimal number again: so 0.1 fits although no binary fraction equals it.
 */
final class ToReal {
    private static final List<Reason> REASON = because(Code.SPELLED_ALIKE);
    private static final int SINGLE = 32;
    private static final int SINGLE_DIGITS = 6;
    private static final int DOUBLE_DIGITS = 15;
    private static final int SINGLE_BITS = 24;
    private static final int DOUBLE_BITS = 53;

    private ToReal() {}

    static ColumnConversion from(LogicalType source, Real target) {
        boolean single = target.bits() == SINGLE;
        return switch (source) {
            case LogicalType.Bool ignored ->
                convert(
                        Kind.WIDENING,
                        because(Code.TRUE_IS_ONE),
                        new RowLoop<>(
                                BoolVector.class,
                                DoubleVector.class,
                                (from, to, row) -> to.set(row, from.get(row) ? 1 : 0)));
            case LogicalType.Int whole -> ints(whole, single);
            case Real ignored -> reals(single);
            case LogicalType.Decimal decimal ->
                convert(
                        holdsAll(decimal, single) ? Kind.WIDENING : Kind.LOSSY,
                        holdsAll(decimal, single) ? Reason.NONE : REASON,
                        new RowLoop<>(
                                DecimalVector.class,
                                DoubleVector.class,
                                (from, to, row) -> to.set(row, parse(from.plain(row), single))));
            case LogicalType.Text ignored ->
                convert(
                        Kind.LOSSY,
                        REASON,
                        new RowLoop<>(
                                BytesVector.class,
                                DoubleVector.class,
                                (from, to, row) -> to.set(row, ofText(from.string(row), single))));
            case LogicalType.Bits ignored -> impossible(source, target);
            case LogicalType.Binary ignored -> impossible(source, target);
            case LogicalType.Date ignored -> impossible(source, target);
            case LogicalType.Time ignored -> impossible(source, target);
            case LogicalType.Timestamp ignored -> impossible(source, target);
            case LogicalType.Instant ignored -> impossible(source, target);
            case LogicalType.Interval ignored -> impossible(source, target);
            case LogicalType.Json ignored -> impossible(source, target);
            case LogicalType.Uuid ignored -> impossible(source, target);
        };
    }

    /** Whether every decimal of so few digits is the shortest text of a floating point number. */
    private static boolean holdsAll(LogicalType.Decimal source, boolean single) {
        int digits = single ? SINGLE_DIGITS : DOUBLE_DIGITS;
        return source.precision() > 0 && source.precision() <= digits && source.scale() <= digits;
    }

    private static ColumnConversion ints(LogicalType.Int source, boolean single) {
        boolean unsigned = !source.signed() && source.bits() == Long.SIZE;
        Kind kind = source.bits() <= (single ? SINGLE_BITS : DOUBLE_BITS) ? Kind.WIDENING : Kind.LOSSY;
        return convert(
                kind,
                kind == Kind.WIDENING ? Reason.NONE : REASON,
                new RowLoop<>(LongVector.class, DoubleVector.class, (from, to, row) -> {
                    long value = from.get(row);
                    if (unsigned && value < 0) {
                        to.set(row, parse(Long.toUnsignedString(value), single));
                    } else {
                        to.set(row, ofLong(value, single));
                    }
                }));
    }

    private static double ofLong(long value, boolean single) {
        double near = single ? (float) value : (double) value;
        if (near >= 0x1p63 || (long) near != value) {
            return parse(Long.toString(value), single);
        }
        return near;
    }

    /** A float becomes the double of the same shortest text (0.1 stays 0.1), and the other way round. */
    private static ColumnConversion reals(boolean single) {
        return single
                ? convert(
                        Kind.LOSSY,
                        REASON,
                        new RowLoop<>(
                                DoubleVector.class,
                                DoubleVector.class,
                                (from, to, row) -> to.set(row, narrow(from.get(row)))))
                : convert(
                        Kind.WIDENING,
                        because(Code.SHORTEST_SPELLING),
                        new RowLoop<>(
                                DoubleVector.class,
                                DoubleVector.class,
                                (from, to, row) -> to.set(row, widen(from.get(row)))));
    }

    private static double widen(double value) {
        float narrow = (float) value;
        boolean smallWhole = Math.abs(narrow) < 1 << SINGLE_BITS && narrow == Math.rint(narrow);
        return smallWhole || !Float.isFinite(narrow) ? value : Double.parseDouble(Float.toString(narrow));
    }

    private static double narrow(double value) {
        float narrow = (float) value;
        if (narrow == value || Double.isNaN(value)) {
            return narrow;
        }
        if (Float.isInfinite(narrow) || Double.parseDouble(Float.toString(narrow)) != value) {
            throw Unfit.range(value, "a floating point number of 32 bits");
        }
        return narrow;
    }

    private static double ofText(String text, boolean single) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (!PlainNumber.isReal(text)) {
                    throw Unfit.form(text, "plain number");
                }
                yield parse(text, single);
            }
        };
    }

    /** @param text a number, NaN or an infinity in Java's spelling */
    private static double parse(String text, boolean single) {
        double near = single ? Float.parseFloat(text) : Double.parseDouble(text);
        boolean fewDigits = text.length() <= (single ? SINGLE_DIGITS : DOUBLE_DIGITS) && text.indexOf('e') < 0;
        if (fewDigits && text.indexOf('E') < 0 || text.endsWith("N") || text.endsWith("y")) {
            return near;
        }
        if (Double.isInfinite(near) || near == 0 && !isZero(text) || near != 0 && !same(text, near, single)) {
            throw Unfit.range(text, "a floating point number of " + (single ? "32" : "64") + " bits");
        }
        return near;
    }

    private static boolean same(String text, double near, boolean single) {
        BigDecimal exact = new BigDecimal(text);
        String shortest = single ? Float.toString((float) near) : Double.toString(near);
        return exact.compareTo(new BigDecimal(shortest)) == 0 || exact.compareTo(new BigDecimal(near)) == 0;
    }

    private static boolean isZero(String text) {
        for (int at = 0; at < text.length() && (text.charAt(at) | 0x20) != 'e'; at++) {
            if (text.charAt(at) >= '1' && text.charAt(at) <= '9') {
                return false;
            }
        }
        return true;
    }
}
