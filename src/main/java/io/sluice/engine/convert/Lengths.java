package io.sluice.engine.convert;

import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Decimal;
import io.sluice.spi.data.LogicalType.Int;
import io.sluice.spi.data.LogicalType.Text;
import java.math.BigInteger;

/** How long the values of a type are when they are text. */
final class Lengths {
    static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final int BYTES_PER_CHARACTER = 4;

    private Lengths() {}

    /** Whether all values of {@code source} fit, as {@link ToText} spells them. */
    static boolean fits(LogicalType source, Text target, ConversionRules rules) {
        boolean inCharacters = target.maxLength() == 0 || characters(source, rules) <= target.maxLength();
        boolean inBytes = target.maxBytes() == 0 || bytes(source, rules) <= target.maxBytes();
        return inCharacters && inBytes;
    }

    private static int bytes(LogicalType source, ConversionRules rules) {
        return source instanceof Text text ? bytes(text) : characters(source, rules);
    }

    /** Bytes of UTF-8 that a text may take. */
    static int bytes(Text text) {
        int ofCharacters = text.maxLength() == 0
                ? UNBOUNDED
                : (int) Math.min(UNBOUNDED, (long) BYTES_PER_CHARACTER * text.maxLength());
        return text.maxBytes() == 0 ? ofCharacters : Math.min(ofCharacters, text.maxBytes());
    }

    private static int characters(LogicalType source, ConversionRules rules) {
        return switch (source) {
            case LogicalType.Bool ignored -> "false".length();
            case Int whole -> ofInt(whole);
            case LogicalType.Real real ->
                real.bits() == 32 ? "-1.17549435E-38".length() : "-2.2250738585072014E-308".length();
            case Decimal decimal -> ofDecimal(decimal);
            case Text text -> ofText(text);
            case LogicalType.Binary binary -> orUnbounded(binary.maxLength());
            case LogicalType.Bits bits -> orUnbounded(bits.length());
            case LogicalType.Date ignored ->
                usual(rules.dateFormat(), ConversionRules.DEFAULT.dateFormat(), "+5874897-12-31");
            case LogicalType.Time time ->
                usual(
                        rules.timeFormat(),
                        ConversionRules.DEFAULT.timeFormat(),
                        time.range() == LogicalType.Time.Range.DAY ? "24:00:00" : "-838:59:59",
                        time.precision());
            case LogicalType.Timestamp timestamp -> ofMoment(rules, "", timestamp.precision());
            case LogicalType.Instant instant -> ofMoment(rules, "Z", instant.precision());
            case LogicalType.Interval ignored -> "P-178956970Y-11M-2147483648DT-2562047788H-59M-59.999999S".length();
            case LogicalType.Json ignored -> UNBOUNDED;
            case LogicalType.Uuid ignored -> 36;
        };
    }

    private static int orUnbounded(int length) {
        return length == 0 ? UNBOUNDED : length;
    }

    private static int ofText(Text text) {
        int inBytes = orUnbounded(text.maxBytes());
        return Math.min(inBytes, orUnbounded(text.maxLength()));
    }

    private static int ofInt(Int type) {
        int digits = BigInteger.TWO
                .pow(type.signed() ? type.bits() - 1 : type.bits())
                .toString()
                .length();
        return type.signed() ? digits + 1 : digits;
    }

    private static int ofDecimal(Decimal type) {
        if (type.precision() == 0) {
            return UNBOUNDED;
        }
        int sign = 1;
        int point = type.scale() > 0 ? 1 : 0;
        int zero = type.precision() == type.scale() ? 1 : 0;
        return sign + zero + type.precision() + point;
    }

    private static int ofMoment(ConversionRules rules, String zone, int precision) {
        return usual(
                rules.datetimeFormat(),
                ConversionRules.DEFAULT.datetimeFormat(),
                "+294246-12-31 23:59:59" + zone,
                precision);
    }

    private static int usual(String format, String usual, String longest, int precision) {
        return usual(format, usual, longest) == UNBOUNDED
                ? UNBOUNDED
                : longest.length() + (precision == 0 ? 0 : precision + 1);
    }

    /** A format of the task's own may be of any length. */
    private static int usual(String format, String usual, String longest) {
        return format.equals(usual) ? longest.length() : UNBOUNDED;
    }
}
