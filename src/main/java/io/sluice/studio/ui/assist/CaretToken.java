package io.sluice.studio.ui.assist;

import java.util.Optional;

/**
 * The value the caret stands in or would begin, found by looking at its line, whatever state the rest is in.
 *
 * @param start offset of its first character, the quote included
 * @param end offset behind its last one; the offset of the caret for a value not begun
 * @param quoted whether it begins with a quote
 * @param closed whether it ends with one
 */
record CaretToken(int start, int end, boolean quoted, boolean closed) {
    /** Empty in a comment, and where a name stands or is expected. */
    static Optional<CaretToken> at(String text, int caret) {
        int line = text.lastIndexOf('\n', caret - 1) + 1;
        int open = -1;
        for (int at = line; at < caret; at++) {
            char sign = text.charAt(at);
            if (open >= 0 && sign == '\\') {
                at++;
            } else if (sign == '"') {
                open = open < 0 ? at : -1;
            } else if (open < 0 && sign == '/') {
                return Optional.empty();
            }
        }
        return Optional.of(open < 0 ? word(text, caret) : quoted(text, open, caret))
                .filter(token -> !isName(text, token));
    }

    /** Of an odd number of quotes on the line, that of the caret is the one not closed yet. */
    private static CaretToken quoted(String text, int open, int caret) {
        int close = -1;
        int quotes = 0;
        for (int at = open; at < text.length() && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '"') {
                quotes++;
                close = quotes == 2 ? at + 1 : close;
            }
        }
        return quotes % 2 == 0
                ? new CaretToken(open, close, true, true)
                : new CaretToken(open, word(text, caret).end(), true, false);
    }

    private static CaretToken word(String text, int caret) {
        int start = caret;
        while (start > 0 && isWord(text.charAt(start - 1))) {
            start--;
        }
        int end = caret;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return new CaretToken(start, end, false, false);
    }

    static boolean isWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_' || sign == '$';
    }

    private static boolean isName(String text, CaretToken token) {
        int behind = token.end();
        while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
            behind++;
        }
        return behind < text.length() && text.charAt(behind) == ':' && token.end() > token.start();
    }

    /** The text with this value made whole, so that it can be parsed at its place. */
    String whole(String text) {
        if (quoted && closed) {
            return text;
        }
        String value = quoted ? text.substring(start, end) + '"' : '"' + text.substring(start, end) + '"';
        return text.substring(0, start) + value + text.substring(end);
    }
}
