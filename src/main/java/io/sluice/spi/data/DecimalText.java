package io.sluice.spi.data;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Turns plain decimal text into scaled {@code long} values and back, without objects and without loss. */
public final class DecimalText {
    private static final int MAX_LONG_DIGITS = 20;
    private static final int COMPACT_SCALE = 18;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.][0-9]*)?|[-+]?[.][0-9]+");
    private static final long[] POWERS = new long[COMPACT_SCALE + 1];
    private static final byte[] TENS = new byte[100];
    private static final byte[] ONES = new byte[100];

    static {
        POWERS[0] = 1;
        for (int power = 1; power < POWERS.length; power++) {
            POWERS[power] = 10 * POWERS[power - 1];
        }
        for (int value = 0; value < TENS.length; value++) {
            TENS[value] = (byte) ('0' + value / 10);
            ONES[value] = (byte) ('0' + value % 10);
        }
    }

    private DecimalText() {}

    /**
     * Reads {@code [-+]?digits[.digits]} as units of 10<sup>-scale</sup>.
     *
     * @throws SluiceException VALUE_NOT_CONVERTIBLE when the text is no such number; VALUE_OUT_OF_RANGE when it has a
     *     non-zero digit behind the scale, or more digits than a {@code long} holds
     */
    public static long parse(byte[] source, int from, int length, int scale) {
        int at = from;
        int stop = from + length;
        boolean minus = length > 0 && source[from] == '-';
        at += minus ? 1 : 0;
        // No more than 18 digits cannot overflow, which is nearly all there is to find out.
        if (stop - at > COMPACT_SCALE || at == stop || scale > COMPACT_SCALE) {
            return parseSlowly(source, from, length, scale);
        }
        long value = 0;
        int point = stop;
        for (; at < stop; at++) {
            int digit = source[at] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
            } else if (digit == '.' - '0' && point == stop) {
                point = at;
            } else {
                return parseSlowly(source, from, length, scale);
            }
        }
        int missing = scale - Math.max(0, stop - point - 1);
        boolean fits = missing >= 0 && point - from + scale <= COMPACT_SCALE && stop - from > (minus ? 2 : 1);
        if (!fits) {
            return parseSlowly(source, from, length, scale);
        }
        long units = value * POWERS[missing];
        return minus ? -units : units;
    }

    private static long parseSlowly(byte[] source, int from, int length, int scale) {
        int at = from;
        int end = from + length;
        boolean negative = at < end && source[at] == '-';
        if (at < end && (negative || source[at] == '+')) {
            at++;
        }
        long value = 0;
        int digits = 0;
        int fraction = -1;
        for (; at < end; at++) {
            int digit = source[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits++;
                if (fraction < scale) {
                    value = append(value, digit, source, from, length);
                    fraction += fraction >= 0 ? 1 : 0;
                } else if (digit != 0) {
                    throw notExact(source, from, length);
                }
            } else if (source[at] == '.' && fraction < 0) {
                fraction = 0;
            } else {
                throw notExact(source, from, length);
            }
        }
        if (digits == 0) {
            throw notExact(source, from, length);
        }
        for (int missing = scale - Math.max(fraction, 0); missing > 0; missing--) {
            value = append(value, 0, source, from, length);
        }
        return negative ? value : negate(value, source, from, length);
    }

    /** Builds the number downwards from zero because the negative range reaches one further. */
    private static long append(long value, int digit, byte[] source, int from, int length) {
        if (value < Long.MIN_VALUE / 10) {
            throw notExact(source, from, length);
        }
        long next = value * 10 - digit;
        if (next > value * 10) {
            throw notExact(source, from, length);
        }
        return next;
    }

    private static long negate(long value, byte[] source, int from, int length) {
        if (value == Long.MIN_VALUE) {
            throw notExact(source, from, length);
        }
        return -value;
    }

    private static SluiceException notExact(byte[] source, int from, int length) {
        String text = new String(source, from, Math.min(length, 100), StandardCharsets.ISO_8859_1);
        boolean number = NUMBER.matcher(text).matches();
        return new SluiceException(
                number ? CommonError.VALUE_OUT_OF_RANGE : CommonError.VALUE_NOT_CONVERTIBLE,
                "'" + text + "' is no number that fits the column exactly");
    }

    /**
     * Writes units of 10<sup>-scale</sup> as plain text to {@code target} from {@code at} on, which must have room for
     * {@code scale + 21} bytes.
     *
     * @return the position behind the last byte
     */
    public static int write(long unscaled, int scale, byte[] target, int at) {
        if (unscaled == Long.MIN_VALUE || scale > COMPACT_SCALE) {
            return writeSlowly(unscaled, scale, target, at);
        }
        int position = at;
        if (unscaled < 0) {
            target[position++] = '-';
        }
        long rest = Math.abs(unscaled);
        if (scale == 0) {
            return digits(rest, digitCount(rest), target, position);
        }
        long unit = POWERS[scale];
        long whole = rest / unit;
        position = digits(whole, digitCount(whole), target, position);
        target[position++] = '.';
        return digits(rest - whole * unit, scale, target, position);
    }

    private static int writeSlowly(long unscaled, int scale, byte[] target, int at) {
        String plain = BigDecimal.valueOf(unscaled, scale).toPlainString();
        for (int index = 0; index < plain.length(); index++) {
            target[at + index] = (byte) plain.charAt(index);
        }
        return at + plain.length();
    }

    /** Writes exactly {@code count} digits of a number that is not negative, with zeros in front where needed. */
    static int digits(long number, int count, byte[] target, int at) {
        int position = at + count;
        long rest = number;
        while (rest > Integer.MAX_VALUE) {
            long hundreds = rest / 100;
            position = pair((int) (rest - 100 * hundreds), target, position);
            rest = hundreds;
        }
        int few = (int) rest;
        while (position - at >= 2) {
            int hundreds = few / 100;
            position = pair(few - 100 * hundreds, target, position);
            few = hundreds;
        }
        if (position > at) {
            target[at] = (byte) ('0' + few);
        }
        return at + count;
    }

    private static int pair(int value, byte[] target, int end) {
        target[end - 2] = TENS[value];
        target[end - 1] = ONES[value];
        return end - 2;
    }

    /** How many digits a number has that is not negative; zero has one. */
    static int digitCount(long number) {
        int guess = (Long.SIZE - Long.numberOfLeadingZeros(number | 1)) * 1233 >>> 12;
        return guess < POWERS.length && number >= POWERS[guess] ? guess + 1 : Math.max(guess, 1);
    }

    static String plain(long unscaled, int scale) {
        if (scale > MAX_LONG_DIGITS) {
            return BigDecimal.valueOf(unscaled, scale).toPlainString();
        }
        byte[] target = new byte[scale + MAX_LONG_DIGITS + 2];
        return new String(target, 0, write(unscaled, scale, target, 0), StandardCharsets.ISO_8859_1);
    }
}
