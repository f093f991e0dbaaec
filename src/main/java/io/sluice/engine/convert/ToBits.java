package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.check;
import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.impossible;
import static io.sluice.engine.convert.ColumnConversion.pass;
import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;

/** Conversions to strings of bits. Numbers become binary ones with zeros in front; bits stay as many as they are. */
final class ToBits {
    private ToBits() {}

    static ColumnConversion from(LogicalType source, LogicalType.Bits target) {
        int length = target.length();
        return switch (source) {
            case LogicalType.Bits bits ->
                holdsAll(bits, target)
                        ? pass(Kind.WIDENING, Reason.NONE)
                        : check(because(Code.BITS, target), RowLoop.check(BytesVector.class, (from, row) -> {
                            if (!holds(target, from.length(row))) {
                                throw Unfit.range(from.string(row), TypeNames.of(target));
                            }
                        }));
            case LogicalType.Bool ignored ->
                convert(
                        Kind.WIDENING,
                        because(Code.TRUE_IS_ONE),
                        new RowLoop<>(
                                BoolVector.class,
                                BytesVector.class,
                                (from, to, row) -> to.set(row, fitted(from.get(row) ? "1" : "0", length))));
            case LogicalType.Int whole ->
                convert(
                        holdsAll(whole, length) ? Kind.WIDENING : Kind.LOSSY,
                        holdsAll(whole, length) ? because(Code.TO_BINARY) : because(Code.BITS_NOT_NEGATIVE, length),
                        new RowLoop<>(LongVector.class, BytesVector.class, (from, to, row) -> {
                            long value = from.get(row);
                            if (value < 0 && (whole.signed() || whole.bits() < Long.SIZE)) {
                                throw Unfit.range(value, TypeNames.of(target));
                            }
                            to.set(row, fitted(Long.toBinaryString(value), length));
                        }));
            case LogicalType.Text ignored ->
                convert(
                        Kind.LOSSY,
                        because(Code.BIT_DIGITS, target),
                        new RowLoop<>(
                                BytesVector.class,
                                BytesVector.class,
                                (from, to, row) -> to.set(row, ofText(from.string(row), target))));
            case LogicalType.Real ignored -> impossible(source, target);
            case LogicalType.Decimal ignored -> impossible(source, target);
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

    private static boolean holdsAll(LogicalType.Int source, int length) {
        return !source.signed() && (length == 0 || source.bits() <= length);
    }

    private static boolean holdsAll(LogicalType.Bits source, LogicalType.Bits target) {
        return target.varying() && (target.length() == 0 || source.length() > 0 && source.length() <= target.length());
    }

    private static boolean holds(LogicalType.Bits target, int count) {
        return target.varying() ? target.length() == 0 || count <= target.length() : count == target.length();
    }

    /** @param length 0 for as many as there are */
    private static String fitted(String bits, int length) {
        if (length == 0) {
            return bits;
        }
        int surplus = bits.length() - length;
        if (surplus <= 0) {
            return "0".repeat(-surplus) + bits;
        }
        if (bits.lastIndexOf('1', surplus - 1) >= 0) {
            throw Unfit.range(bits, length + " bits");
        }
        return bits.substring(surplus);
    }

    private static String ofText(String text, LogicalType.Bits target) {
        boolean digits = text.chars().allMatch(letter -> letter == '0' || letter == '1');
        if (!digits || !holds(target, text.length())) {
            throw Unfit.form(text, "string of " + TypeNames.of(target));
        }
        return text;
    }
}
