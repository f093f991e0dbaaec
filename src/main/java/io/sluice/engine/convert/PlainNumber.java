package io.sluice.engine.convert;

/**
 * The plain spelling of numbers: no blanks, no grouping, no plus sign, no leading zeros. Text in another spelling is
 * text that was meant as it is, such as an article number {@code 007}, and would change if it became a number.
 */
final class PlainNumber {
    private PlainNumber() {}

    /** {@code -?(0|[1-9][0-9]*)} */
    static boolean isWhole(String text) {
        return !text.equals("-0") && wholeEnd(text) == text.length();
    }

    /** A whole number, then optionally a point with digits. */
    static boolean isDecimal(String text) {
        int end = fractionEnd(text, wholeEnd(text));
        return end == text.length();
    }

    /** A decimal number, then optionally an exponent. */
    static boolean isReal(String text) {
        int at = fractionEnd(text, wholeEnd(text));
        if (at > 0 && at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            int digits = at + 1;
            if (digits < text.length() && (text.charAt(digits) == '-' || text.charAt(digits) == '+')) {
                digits++;
            }
            at = digitsEnd(text, digits);
            return at > digits && at == text.length();
        }
        return at == text.length();
    }

    private static int wholeEnd(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = digitsEnd(text, start);
        boolean leadingZero = end > start + 1 && text.charAt(start) == '0';
        return end == start || leadingZero ? -1 : end;
    }

    private static int fractionEnd(String text, int at) {
        if (at < 0 || at == text.length() || text.charAt(at) != '.') {
            return at;
        }
        int end = digitsEnd(text, at + 1);
        return end == at + 1 ? -1 : end;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
