package io.sluice.script;

/** Finds the way over white space and comments. */
final class Trivia {
    private Trivia() {}

    /** The first offset from {@code from} on, before {@code limit}, that is neither white space nor inside a comment. */
    static int skip(String text, int from, int limit) {
        int at = from;
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '/') {
                at = commentEnd(text, at);
            } else if (isSpace(text, at)) {
                at++;
            } else {
                return at;
            }
        }
        return limit;
    }

    /** Whether the character is white space for us; a stray Â before a blank belongs to it. */
    static boolean isSpace(String text, int at) {
        char c = text.charAt(at);
        return Characters.isBlank(c) || Characters.isStray(c) || isMisread(text, at);
    }

    /** A no-break space that was read in the wrong encoding starts with Â. */
    static boolean isMisread(String text, int at) {
        return text.charAt(at) == '\u00c2'
                && at + 1 < text.length()
                && (Characters.isStray(text.charAt(at + 1)) || Characters.isBlank(text.charAt(at + 1)));
    }

    /** The offset behind the comment that starts at {@code at}; that of a line comment is its line end. */
    static int commentEnd(String text, int at) {
        if (isBlockComment(text, at)) {
            int close = text.indexOf("*/", at + 2);
            return close < 0 ? text.length() : close + 2;
        }
        return lineEnd(text, at);
    }

    /** Whether a range that holds no value holds a comment. */
    static boolean hasComment(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '/') {
                return true;
            }
        }
        return false;
    }

    static boolean isBlockComment(String text, int at) {
        return text.startsWith("/*", at);
    }

    /** The offset of the next line end, or of the end of the text. */
    static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && !Characters.isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The offset of the first character of the line. */
    static int lineStart(String text, int from) {
        int at = from;
        while (at > 0 && !Characters.isLineEnd(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** The offset behind the line end at {@code at}, which may be two characters long. */
    static int afterLineEnd(String text, int at) {
        if (at >= text.length()) {
            return at;
        }
        return text.startsWith("\r\n", at) ? at + 2 : at + 1;
    }
}
