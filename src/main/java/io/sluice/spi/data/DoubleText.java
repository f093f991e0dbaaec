package io.sluice.spi.data;

/**
 * Writes doubles as {@link Double#toString(double)} does, character for character, but straight into bytes. Reused for
 * many values, by one thread.
 */
public final class DoubleText {
    /** No double takes more bytes. */
    public static final int MOST_BYTES = 26;

    private static final int PLAIN_WHOLE_DIGITS = 7;
    private static final int PLAIN_ZEROS = 2;

    private final ShortestDecimal decimal = new ShortestDecimal();

    /** Writes {@code value} from {@code at} on; returns the position behind it. */
    public int write(double value, byte[] target, int at) {
        if (!Double.isFinite(value)) {
            return word(Double.toString(value), target, at);
        }
        int position = at;
        if (Double.doubleToRawLongBits(value) < 0) {
            target[position++] = '-';
        }
        if (value == 0) {
            return word("0.0", target, position);
        }
        decimal.of(value);
        long digits = decimal.digits();
        int count = DecimalText.digitCount(digits);
        int whole = count + decimal.exponent();
        if (whole > 0 && whole <= PLAIN_WHOLE_DIGITS) {
            return plain(digits, count, whole, target, position);
        }
        if (whole <= 0 && whole >= -PLAIN_ZEROS) {
            position = word("0.", target, position);
            for (int zero = whole; zero < 0; zero++) {
                target[position++] = '0';
            }
            return DecimalText.digits(digits, count, target, position);
        }
        position = plain(digits, count, 1, target, position);
        target[position++] = 'E';
        return DecimalText.write(whole - 1, 0, target, position);
    }

    /** @param whole how many digits stand before the point, at least 1; there is always one behind it */
    private static int plain(long digits, int count, int whole, byte[] target, int at) {
        if (count <= whole) {
            int position = DecimalText.digits(digits, count, target, at);
            for (int zero = count; zero < whole; zero++) {
                target[position++] = '0';
            }
            return word(".0", target, position);
        }
        // Written one place to the right, then the whole digits move to make room for the point.
        int end = DecimalText.digits(digits, count, target, at + 1);
        for (int index = 0; index < whole; index++) {
            target[at + index] = target[at + index + 1];
        }
        target[at + whole] = '.';
        return end;
    }

    private static int word(String word, byte[] target, int at) {
        for (int index = 0; index < word.length(); index++) {
            target[at + index] = (byte) word.charAt(index);
        }
        return at + word.length();
    }
}
