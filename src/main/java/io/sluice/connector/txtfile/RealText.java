package io.sluice.connector.txtfile;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.math.BigDecimal;

/** Numbers with point and exponent as text, read without changing their value. */
final class RealText {
    /** Up to here every whole number is a double, and so are the powers of ten. */
    private static final int EXACT_DIGITS = 15;

    private static final int EXACT_POWER = 22;
    private static final int LONGEST_EXPONENT = 4;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private RealText() {}

    /**
     * The double that the text means.
     *
     * @throws SluiceException VALUE_NOT_CONVERTIBLE for other text, and for digits that a double cannot keep
     */
    static double parse(char[] text, int from, int to) {
        if (isSpecial(text, from, to)) {
            return Double.parseDouble(new String(text, from, to - from));
        }
        requireNumber(text, from, to);
        long digits = 0;
        int count = 0;
        int scale = 0;
        boolean behindPoint = false;
        boolean negative = text[from] == '-';
        for (int at = from; at < to; at++) {
            char sign = text[at];
            if (sign >= '0' && sign <= '9') {
                digits = count <= EXACT_DIGITS ? digits * 10 + sign - '0' : digits;
                count += count > 0 || sign != '0' ? 1 : 0;
                scale += behindPoint ? 1 : 0;
            } else if (sign == '.') {
                behindPoint = true;
            } else if (sign == 'e' || sign == 'E') {
                return slowly(text, from, to);
            }
        }
        if (count > EXACT_DIGITS || scale > EXACT_POWER) {
            return slowly(text, from, to);
        }
        double value = digits / POWERS[scale];
        return negative ? -value : value;
    }

    /** Both numbers are compared by the shortest text that means the double, which is what other systems print. */
    private static double slowly(char[] text, int from, int to) {
        String plain = new String(text, from, to - from);
        double value = Double.parseDouble(plain);
        if (!Double.isFinite(value)) {
            throw refused(plain, "is too large for a double");
        }
        BigDecimal exact = new BigDecimal(plain);
        if (exact.compareTo(new BigDecimal(Double.toString(value))) != 0
                && exact.compareTo(new BigDecimal(value)) != 0) {
            throw refused(plain, "has more digits than a double keeps; declare the column as decimal");
        }
        return value;
    }

    /** Plain digits of a number, its exponent written out; NaN and infinities stay as they are. */
    static String plainDecimal(char[] text, int from, int to) {
        String spelling = new String(text, from, to - from);
        if (isSpecial(text, from, to)) {
            return spelling;
        }
        requireNumber(text, from, to);
        return isPlain(text, from, to) ? spelling : new BigDecimal(spelling).toPlainString();
    }

    private static boolean isPlain(char[] text, int from, int to) {
        int at = text[from] == '-' ? from + 1 : from;
        int whole = digits(text, at, to);
        int point = at + whole;
        return whole > 0
                && (point == to
                        || text[point] == '.' && point + 1 < to && digits(text, point + 1, to) == to - point - 1);
    }

    private static boolean isSpecial(char[] text, int from, int to) {
        int first = from < to && text[from] == '-' ? from + 1 : from;
        return first < to && (is("Infinity", text, first, to) || first == from && is("NaN", text, first, to));
    }

    private static boolean is(String word, char[] text, int from, int to) {
        if (to - from != word.length()) {
            return false;
        }
        for (int at = 0; at < word.length(); at++) {
            if (text[from + at] != word.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private static void requireNumber(char[] text, int from, int to) {
        int at = skipSign(text, from, to);
        int whole = digits(text, at, to);
        at += whole;
        int fraction = 0;
        if (at < to && text[at] == '.') {
            fraction = digits(text, at + 1, to);
            at += 1 + fraction;
        }
        int exponent = 1;
        if (at < to && (text[at] == 'e' || text[at] == 'E')) {
            at = skipSign(text, at + 1, to);
            exponent = digits(text, at, to);
            at += exponent;
        }
        if (at != to || whole + fraction == 0 || exponent == 0 || exponent > LONGEST_EXPONENT) {
            throw refused(new String(text, from, Math.min(to - from, 100)), "is no number");
        }
    }

    private static int skipSign(char[] text, int at, int to) {
        return at < to && (text[at] == '-' || text[at] == '+') ? at + 1 : at;
    }

    private static int digits(char[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at - from;
    }

    private static SluiceException refused(String text, String why) {
        return new SluiceException(CommonError.VALUE_NOT_CONVERTIBLE, "'" + text + "' " + why);
    }
}
