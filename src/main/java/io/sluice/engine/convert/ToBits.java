package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.impossible;

import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;

/** Conversions to strings of bits, read as unsigned binary numbers: zeros are added or taken away in front. */
final class ToBits {
    private ToBits() {}

    static ColumnConversion from(LogicalType source, LogicalType.Bits target) {
        int length = target.length();
        return switch (source) {
            case LogicalType.Bits bits ->
                convert(
                        bits.length() <= length ? Kind.WIDENING : Kind.LOSSY,
                        bits.length() <= length ? "filled with zeros in front" : "only bits that fit",
                        new RowLoop<>(
                                BytesVector.class,
                                BytesVector.class,
                                (from, to, row) -> to.set(row, fitted(from.string(row), length))));
            case LogicalType.Bool ignored ->
                convert(
                        Kind.WIDENING,
                        "true becomes 1, false 0",
                        new RowLoop<>(
                                BoolVector.class,
                                BytesVector.class,
                                (from, to, row) -> to.set(row, fitted(from.get(row) ? "1" : "0", length))));
            case LogicalType.Int whole ->
                convert(
                        holdsAll(whole, length) ? Kind.WIDENING : Kind.LOSSY,
                        holdsAll(whole, length)
                                ? "becomes a binary number"
                                : "only numbers of at most " + length + " bits that are not negative fit",
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
                        "only text of exactly " + length + " digits 0 and 1 fits",
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
        return !source.signed() && source.bits() <= length;
    }

    private static String fitted(String bits, int length) {
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
        if (!digits || text.length() != target.length()) {
            throw Unfit.form(text, "string of " + TypeNames.of(target));
        }
        return text;
    }
}
