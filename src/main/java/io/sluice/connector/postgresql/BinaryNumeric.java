package io.sluice.connector.postgresql;

import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * NUMERIC as the server exchanges it: number of groups, weight of the first group, sign and displayed scale, 16 bits
 * each, then groups of four decimal digits, the point standing after group {@code weight}. Not safe for several threads.
 */
final class BinaryNumeric {
    static final int HEADER = 8;
    private static final int POSITIVE = 0x0000;
    private static final int NEGATIVE = 0x4000;
    private static final int NAN = 0xC000;
    private static final int PLUS_INFINITY = 0xD000;
    private static final int MINUS_INFINITY = 0xF000;
    private static final int GROUP = 10_000;
    private static final int GROUP_DIGITS = 4;
    private static final int MOST_WHOLE_DIGITS = 131_072;
    private static final int MOST_SCALE = 16_383;
    /** A compact value has 18 digits, which spread over 5 groups before the point and 5 behind it at most. */
    private static final int COMPACT_GROUPS = 6;

    private static final long[] POWERS = powers();

    private int[] groups = new int[16];

    private static long[] powers() {
        long[] powers = new long[DecimalVector.COMPACT_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** Writes units of 10<sup>-scale</sup>. @param scale 0 to 18 */
    void encode(long unscaled, int scale, BinaryStream into) {
        long rest = Math.abs(unscaled);
        long power = POWERS[scale];
        long whole = rest / power;
        int count = wholeGroups(whole);
        int weight = count - 1;
        count = fractionGroups(rest - whole * power, scale, count);
        int from = 0;
        while (from < count && groups[from] == 0) {
            from++;
            weight--;
        }
        while (count > from && groups[count - 1] == 0) {
            count--;
        }
        write(into, unscaled < 0 ? NEGATIVE : POSITIVE, scale, new Span(from, count, weight));
    }

    /** Which of the groups a number consists of. */
    private record Span(int from, int to, int weight) {}

    private int wholeGroups(long whole) {
        int count = 0;
        for (long rest = whole; rest > 0; rest /= GROUP) {
            count++;
        }
        long rest = whole;
        for (int at = count - 1; at >= 0; at--) {
            groups[at] = (int) (rest % GROUP);
            rest /= GROUP;
        }
        return count;
    }

    private int fractionGroups(long fraction, int scale, int from) {
        int count = from;
        long rest = fraction;
        int digits = scale;
        for (; digits > GROUP_DIGITS && rest > 0; digits -= GROUP_DIGITS) {
            long power = POWERS[digits - GROUP_DIGITS];
            groups[count++] = (int) (rest / power);
            rest %= power;
        }
        if (rest > 0) {
            groups[count++] = (int) (rest * POWERS[GROUP_DIGITS - digits]);
        }
        return count;
    }

    private void write(BinaryStream into, int sign, int scale, Span span) {
        int count = span.to - span.from;
        int at = into.field(HEADER + Short.BYTES * count);
        byte[] bytes = into.array();
        BigEndian.putShort(bytes, at, count);
        BigEndian.putShort(bytes, at + 2, count == 0 ? 0 : span.weight);
        BigEndian.putShort(bytes, at + 4, count == 0 && sign == NEGATIVE ? POSITIVE : sign);
        BigEndian.putShort(bytes, at + 6, scale);
        for (int i = 0; i < count; i++) {
            BigEndian.putShort(bytes, at + HEADER + Short.BYTES * i, groups[span.from + i]);
        }
    }

    /**
     * Writes plain ASCII digits, {@code NaN} or an infinity.
     *
     * @throws SluiceException VALUE_OUT_OF_RANGE or VALUE_NOT_CONVERTIBLE
     */
    void encode(byte[] text, int from, int to, BinaryStream into) {
        int special = special(text, from, to);
        if (special != 0) {
            write(into, special, 0, new Span(0, 0, 0));
            return;
        }
        boolean negative = text[from] == '-';
        int first = from + (negative || text[from] == '+' ? 1 : 0);
        int point = first;
        while (point < to && text[point] != '.') {
            point++;
        }
        int whole = point - first;
        int scale = Math.max(0, to - point - 1);
        if (whole + scale == 0) {
            throw noNumber(text, from, to);
        }
        if (whole > MOST_WHOLE_DIGITS || scale > MOST_SCALE) {
            throw new SluiceException(
                    CommonError.VALUE_OUT_OF_RANGE,
                    "A number of %d digits before and %d behind the point is beyond NUMERIC".formatted(whole, scale));
        }
        int wholeGroups = Math.ceilDiv(whole, GROUP_DIGITS);
        int count = wholeGroups + Math.ceilDiv(scale, GROUP_DIGITS);
        reserve(count);
        fill(text, first, point, wholeGroups * GROUP_DIGITS - whole);
        fill(text, Math.min(to, point + 1), to, wholeGroups * GROUP_DIGITS);
        write(into, negative ? NEGATIVE : POSITIVE, scale, trimmed(count, wholeGroups - 1));
    }

    private void reserve(int count) {
        if (groups.length < count) {
            groups = new int[count];
        }
        Arrays.fill(groups, 0, count, 0);
    }

    /** Adds digits to the groups; {@code offset} is the place of the first in the row of all groups' digits. */
    private void fill(byte[] text, int from, int to, int offset) {
        int place = offset;
        for (int at = from; at < to; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                throw noNumber(text, from, to);
            }
            groups[place / GROUP_DIGITS] += digit * (int) POWERS[GROUP_DIGITS - 1 - place % GROUP_DIGITS];
            place++;
        }
    }

    private Span trimmed(int count, int weight) {
        int from = 0;
        int to = count;
        while (from < to && groups[from] == 0) {
            from++;
        }
        while (to > from && groups[to - 1] == 0) {
            to--;
        }
        return new Span(from, to, weight - from);
    }

    private static int special(byte[] text, int from, int to) {
        if (from == to || text[to - 1] >= '0' && text[to - 1] <= '9') {
            return 0;
        }
        return switch (new String(text, from, Math.min(to - from, 10), StandardCharsets.ISO_8859_1)) {
            case "NaN" -> NAN;
            case "Infinity" -> PLUS_INFINITY;
            case "-Infinity" -> MINUS_INFINITY;
            default -> 0;
        };
    }

    private static SluiceException noNumber(byte[] text, int from, int to) {
        return new SluiceException(
                CommonError.VALUE_NOT_CONVERTIBLE,
                "'" + new String(text, from, Math.min(to - from, 100), StandardCharsets.ISO_8859_1) + "' is no number");
    }

    /**
     * Reads a value into a vector; a wide one gets the server's own spelling.
     *
     * @throws SluiceException VALUE_NOT_CONVERTIBLE when a compact vector cannot hold it, as NaN
     */
    void decode(byte[] data, int at, DecimalVector into, int row) {
        int count = BigEndian.getShort(data, at) & 0xffff;
        int weight = BigEndian.getShort(data, at + 2);
        if (into.compact() && isPlain(data, at) && fitsCompact(count, weight, into.scale())) {
            into.setUnscaled(row, unscaled(data, at, count, weight, into.scale()));
        } else if (into.compact()) {
            byte[] text = new byte[spelledLength(data, at, weight)];
            into.setText(row, text, 0, spell(data, at, text, 0));
        } else {
            BytesVector digits = into.digits();
            int start = digits.reserveFor(row, spelledLength(data, at, weight));
            digits.commit(row, spell(data, at, digits.data(), start) - start);
            into.setValid(row, row + 1);
        }
    }

    private static boolean isPlain(byte[] data, int at) {
        int sign = BigEndian.getShort(data, at + 4) & 0xffff;
        return sign == POSITIVE || sign == NEGATIVE;
    }

    /** Whether the groups end within the scale, except for zeros of the last, and are as few as 18 digits need. */
    private static boolean fitsCompact(int count, int weight, int scale) {
        return count <= COMPACT_GROUPS
                && GROUP_DIGITS * (weight + 1) + scale < DecimalVector.COMPACT_DIGITS + GROUP_DIGITS
                && GROUP_DIGITS * (weight - count + 1) + scale > -GROUP_DIGITS;
    }

    private static long unscaled(byte[] data, int at, int count, int weight, int scale) {
        if (count == 0) {
            return 0;
        }
        long value = 0;
        int last = at + HEADER + Short.BYTES * (count - 1);
        for (int group = at + HEADER; group < last; group += Short.BYTES) {
            value = value * GROUP + BigEndian.getShort(data, group);
        }
        int exponent = GROUP_DIGITS * (weight - count + 1) + scale;
        int digits = BigEndian.getShort(data, last);
        if (exponent >= 0) {
            value = (value * GROUP + digits) * POWERS[exponent];
        } else {
            int cut = (int) POWERS[-exponent];
            if (digits % cut != 0) {
                throw new SluiceException(
                        CommonError.VALUE_NOT_CONVERTIBLE, "The number has more digits than its column's scale");
            }
            value = value * POWERS[GROUP_DIGITS + exponent] + digits / cut;
        }
        return BigEndian.getShort(data, at + 4) == 0 ? value : -value;
    }

    /** An upper bound of the bytes a value is spelled with. */
    private static int spelledLength(byte[] data, int at, int weight) {
        return 12 + GROUP_DIGITS * Math.max(1, weight + 1) + (BigEndian.getShort(data, at + 6) & 0xffff);
    }

    /** Spells a value as the server does. @return the position behind the last byte */
    private static int spell(byte[] data, int at, byte[] target, int start) {
        int sign = BigEndian.getShort(data, at + 4) & 0xffff;
        String word = switch (sign) {
            case NAN -> "NaN";
            case PLUS_INFINITY -> "Infinity";
            case MINUS_INFINITY -> "-Infinity";
            default -> "";
        };
        if (!word.isEmpty()) {
            return word(word, target, start);
        }
        int to = start;
        if (sign == NEGATIVE) {
            target[to++] = '-';
        }
        int weight = BigEndian.getShort(data, at + 2);
        to = spellWhole(data, at, weight, target, to);
        int scale = BigEndian.getShort(data, at + 6) & 0xffff;
        if (scale == 0) {
            return to;
        }
        target[to++] = '.';
        for (int digit = 0; digit < scale; digit++) {
            int group = group(data, at, weight + 1 + digit / GROUP_DIGITS);
            target[to++] = digit(group, digit % GROUP_DIGITS);
        }
        return to;
    }

    private static int spellWhole(byte[] data, int at, int weight, byte[] target, int start) {
        int to = start;
        for (int index = 0; index <= weight; index++) {
            int group = group(data, at, index);
            for (int digit = 0; digit < GROUP_DIGITS; digit++) {
                byte one = digit(group, digit);
                if (to > start || one != '0') {
                    target[to++] = one;
                }
            }
        }
        if (to == start) {
            target[to++] = '0';
        }
        return to;
    }

    private static byte digit(int group, int place) {
        return (byte) ('0' + group / (int) POWERS[GROUP_DIGITS - 1 - place] % 10);
    }

    private static int group(byte[] data, int at, int index) {
        int count = BigEndian.getShort(data, at) & 0xffff;
        return index < 0 || index >= count ? 0 : BigEndian.getShort(data, at + HEADER + Short.BYTES * index);
    }

    private static int word(String word, byte[] target, int at) {
        byte[] ascii = word.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(ascii, 0, target, at, ascii.length);
        return at + ascii.length;
    }
}
