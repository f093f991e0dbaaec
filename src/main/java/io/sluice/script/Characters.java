package io.sluice.script;

/** What single characters mean to the tolerant parser. */
final class Characters {
    private Characters() {}

    /** White space that JSON knows. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** White space that JSON does not know but that pasted text brings along. */
    static boolean isStray(char c) {
        return c == '\u00a0'
                || c == '\ufeff'
                || c == '\u000b'
                || c == '\f'
                || c == '\u0085'
                || c >= '\u1680'
                        && (c == '\u1680'
                                || c >= '\u2000' && c <= '\u200d'
                                || c == '\u202f'
                                || c == '\u205f'
                                || c == '\u2060'
                                || c == '\u3000'
                                || c == '\u2028'
                                || c == '\u2029');
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** The ASCII sign that a full-width one stands for; any other character is itself. */
    static char plain(char c) {
        if (c < '\uff00') {
            return c;
        }
        return switch (c) {
            case '\uff0c' -> ',';
            case '\uff1a' -> ':';
            case '\uff5b' -> '{';
            case '\uff5d' -> '}';
            case '\uff3b' -> '[';
            case '\uff3d' -> ']';
            default -> c;
        };
    }

    /** Quotes that word processors make of the plain one. */
    static boolean isTypographicQuote(char c) {
        return c >= '\u2018'
                && (c == '\u201c'
                        || c == '\u201d'
                        || c == '\u201e'
                        || c == '\u201f'
                        || c == '\u2033'
                        || c == '\uff02'
                        || isTypographicSingleQuote(c));
    }

    static boolean isTypographicSingleQuote(char c) {
        return c == '\u2018' || c == '\u2019';
    }

    /** Whether a text opened by {@code open} is closed by {@code c}. */
    static boolean closes(char open, char c) {
        if (open == '"') {
            return c == '"';
        }
        return isTypographicSingleQuote(open)
                ? isTypographicSingleQuote(c)
                : c == '"' || isTypographicQuote(c) && !isTypographicSingleQuote(c);
    }

    /** Characters of numbers and of the words true, false and null. */
    static boolean isWord(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '-'
                || c == '+'
                || c == '.'
                || c == '$'
                || c > '\u007f' && Character.isLetterOrDigit(c);
    }

    static boolean startsNumber(char c) {
        return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.';
    }

    /** Whether this is a number as JSON spells it. */
    static boolean isNumber(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int whole = digits(text, at);
        if (whole == at || text.charAt(at) == '0' && whole > at + 1) {
            return false;
        }
        at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        return at == text.length() || isExponent(text, at);
    }

    private static boolean isExponent(String text, int from) {
        if (text.charAt(from) != 'e' && text.charAt(from) != 'E') {
            return false;
        }
        boolean signed = from + 1 < text.length() && (text.charAt(from + 1) == '-' || text.charAt(from + 1) == '+');
        int start = from + (signed ? 2 : 1);
        int end = digits(text, start);
        return end > start && end == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
