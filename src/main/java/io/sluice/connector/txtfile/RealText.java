package io.sluice.connector.txtfile;

import io.sluice.connector.file.Excerpt;
import io.sluice.spi.data.ShortestDecimal;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Numbers with point and exponent as text, read without changing their value. Reused for many, by one thread. */
final class RealText {
    /** Up to here every whole number is a double, and so are the powers of ten. */
    private static final int EXACT_DIGITS = 15;

    private static final int EXACT_POWER = 22;

    /** No double needs more digits to be told from all others. */
    private static final int MOST_DIGITS = 17;

    private static final int LONGEST_EXPONENT = 4;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final ShortestDecimal shortest = new ShortestDecimal();
    private long digits;
    private int count;
    private int exponent;

    /**
     * The double that the text means.
     *
     * @throws SluiceException VALUE_NOT_CONVERTIBLE for other text, and for digits that a double cannot keep
     */
    double parse(byte[] text, int from, int to) {
        if (isSpecial(text, from, to)) {
            return Double.parseDouble(ascii(text, from, to));
        }
        read(text, from, to);
        double value = count <= EXACT_DIGITS && Math.abs(exponent) <= EXACT_POWER ? exact() : shortest();
        if (Double.isNaN(value)) {
            return slowly(ascii(text, from, to));
        }
        return text[from] == '-' ? -value : value;
    }

    /** Both operands are exact, so the one rounding is that of the true value. */
    private double exact() {
        return exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
    }

    /**
     * The double whose shortest decimal these digits are. That decimal means its double by definition, so nothing has
     * to be known about how good the first guess is. NaN when the guess was wrong or the digits are not the shortest.
     */
    private double shortest() {
        if (count > MOST_DIGITS || count == 0) {
            return Double.NaN;
        }
        double guess = ShortestDecimal.near(digits, exponent);
        if (Double.isNaN(guess)) {
            return guess;
        }
        shortest.of(guess);
        long rest = digits;
        int power = exponent;
        while (rest % 10 == 0) {
            rest /= 10;
            power++;
        }
        return rest == shortest.digits() && power == shortest.exponent() ? guess : Double.NaN;
    }

    /** Both numbers are compared by the shortest text that means the double, which is what other systems print. */
    private static double slowly(String plain) {
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

    /** Checks the form, and sums up the digits as far as a {@code long} holds them, their number and the exponent. */
    private void read(byte[] text, int from, int to) {
        int at = skipSign(text, from, to);
        long sum = 0;
        int seen = 0;
        int first = at;
        int point = -1;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                seen += seen > 0 || digit != 0 ? 1 : 0;
                sum = seen <= MOST_DIGITS ? sum * 10 + digit : sum;
            } else if (digit == '.' - '0' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        int places = at - first - (point < 0 ? 0 : 1);
        digits = sum;
        count = seen;
        exponent = (point < 0 ? 0 : point + 1 - at) + exponent(text, at, from, to);
        if (places == 0) {
            throw noNumber(text, from, to);
        }
    }

    /** The number behind {@code e}, if there is one at {@code at}; nothing else may stand there. */
    private static int exponent(byte[] text, int at, int from, int to) {
        if (at == to) {
            return 0;
        }
        int first = skipSign(text, at + 1, to);
        int length = digits(text, first, to);
        boolean right = (text[at] == 'e' || text[at] == 'E') && length > 0 && length <= LONGEST_EXPONENT;
        if (!right || first + length != to) {
            throw noNumber(text, from, to);
        }
        return Integer.parseInt(ascii(text, at + 1, to));
    }

    /** Whether the text is plain digits with an optional minus sign and an optional point between two of them. */
    static boolean isPlain(byte[] text, int from, int to) {
        int at = from < to && text[from] == '-' ? from + 1 : from;
        int point = at + digits(text, at, to);
        if (point == at) {
            return false;
        }
        return point == to || text[point] == '.' && point + 1 < to && digits(text, point + 1, to) == to - point - 1;
    }

    /** Plain digits of a number that has an exponent or a plus sign; NaN and infinities stay as they are. */
    String plainDecimal(byte[] text, int from, int to) {
        String spelling = ascii(text, from, to);
        if (isSpecial(text, from, to)) {
            return spelling;
        }
        read(text, from, to);
        return new BigDecimal(spelling).toPlainString();
    }

    private static boolean isSpecial(byte[] text, int from, int to) {
        int first = from < to && text[from] == '-' ? from + 1 : from;
        return first < to && (is("Infinity", text, first, to) || first == from && is("NaN", text, first, to));
    }

    private static boolean is(String word, byte[] text, int from, int to) {
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

    private static int skipSign(byte[] text, int at, int to) {
        return at < to && (text[at] == '-' || text[at] == '+') ? at + 1 : at;
    }

    private static int digits(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at - from;
    }

    private static String ascii(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static SluiceException noNumber(byte[] text, int from, int to) {
        return refused(Excerpt.of(text, from, to), "is no number");
    }

    private static SluiceException refused(String text, String why) {
        return new SluiceException(CommonError.VALUE_NOT_CONVERTIBLE, "'" + text + "' " + why);
    }
}
