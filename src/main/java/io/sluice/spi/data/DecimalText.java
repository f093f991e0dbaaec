package io.sluice.spi.data;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Turns plain decimal text into scaled {@code long} values and back, without objects and without loss. */
public final class DecimalText {
    private static final int MAX_LONG_DIGITS = 20;

    private DecimalText() {}

    /**
     * Reads {@code [-+]?digits[.digits]} as units of 10<sup>-scale</sup>.
     *
     * @throws SluiceException VALUE_NOT_CONVERTIBLE when the text is no such number, has a non-zero digit behind the
     *     scale, or more digits than a {@code long} holds
     */
    public static long parse(byte[] source, int from, int length, int scale) {
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
        return new SluiceException(
                CommonError.VALUE_NOT_CONVERTIBLE, "'" + text + "' is no number that fits the column exactly");
    }

    /**
     * Writes units of 10<sup>-scale</sup> as plain text to {@code target} from {@code at} on, which must have room for
     * {@code scale + 21} bytes.
     *
     * @return the position behind the last byte
     */
    public static int write(long unscaled, int scale, byte[] target, int at) {
        int digits = Math.max(digitCount(unscaled), scale + 1);
        int end = at + digits + (unscaled < 0 ? 1 : 0) + (scale > 0 ? 1 : 0);
        long rest = unscaled;
        int position = end;
        for (int digit = 0; digit < digits; digit++) {
            if (digit == scale && scale > 0) {
                target[--position] = '.';
            }
            target[--position] = (byte) ('0' + Math.abs((int) (rest % 10)));
            rest /= 10;
        }
        if (unscaled < 0) {
            target[at] = '-';
        }
        return end;
    }

    private static int digitCount(long value) {
        int count = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            count++;
        }
        return count;
    }

    static String plain(long unscaled, int scale) {
        if (scale > MAX_LONG_DIGITS) {
            return BigDecimal.valueOf(unscaled, scale).toPlainString();
        }
        byte[] target = new byte[scale + MAX_LONG_DIGITS + 2];
        return new String(target, 0, write(unscaled, scale, target, 0), StandardCharsets.ISO_8859_1);
    }
}
