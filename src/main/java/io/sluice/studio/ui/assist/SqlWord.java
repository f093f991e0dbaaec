package io.sluice.studio.ui.assist;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a statement: a name, a quoted name, a text, a comment or one sign.
 *
 * @param end behind its last character; of a quote that nobody closed, the end of the statement
 * @param closed whether it ends by itself, so that a caret at its end stands outside
 */
record SqlWord(Kind kind, String text, int start, int end, boolean closed) {
    /** What it is. */
    enum Kind {
        NAME,
        QUOTED,
        TEXT,
        COMMENT,
        SIGN
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }

    boolean isName() {
        return kind == Kind.NAME || kind == Kind.QUOTED;
    }

    /** Whether a caret stands inside it, so that what is typed belongs to it. */
    boolean holds(int caret) {
        return start < caret && (caret < end || caret == end && (!closed || kind == Kind.NAME));
    }

    /** @param mysql whether double quotes are those of texts, as MySQL has it */
    static List<SqlWord> of(String statement, boolean mysql) {
        List<SqlWord> words = new ArrayList<>();
        for (int at = 0; at < statement.length(); ) {
            if (Character.isWhitespace(statement.charAt(at))) {
                at++;
            } else {
                SqlWord word = at(statement, at, mysql);
                words.add(word);
                at = word.end();
            }
        }
        return words;
    }

    private static SqlWord at(String statement, int start, boolean mysql) {
        char sign = statement.charAt(start);
        if (statement.startsWith("--", start) || mysql && sign == '#') {
            return until("\n", Kind.COMMENT, statement, start);
        }
        if (statement.startsWith("/*", start)) {
            return until("*/", Kind.COMMENT, statement, start);
        }
        if (sign == '\'' || mysql && sign == '"') {
            return quoted(Kind.TEXT, statement, start);
        }
        if (sign == '"' || sign == '`') {
            return quoted(Kind.QUOTED, statement, start);
        }
        int end = endOfName(statement, start);
        return end == start
                ? new SqlWord(Kind.SIGN, String.valueOf(sign), start, start + 1, true)
                : new SqlWord(Kind.NAME, statement.substring(start, end), start, end, true);
    }

    private static SqlWord until(String mark, Kind kind, String statement, int start) {
        int found = statement.indexOf(mark, start + 2);
        boolean closed = found >= 0 && !mark.equals("\n");
        int end = found < 0 ? statement.length() : found + (closed ? mark.length() : 0);
        return new SqlWord(kind, statement.substring(start, end), start, end, closed);
    }

    private static SqlWord quoted(Kind kind, String statement, int start) {
        char quote = statement.charAt(start);
        for (int at = start + 1; at < statement.length(); at++) {
            if (statement.charAt(at) == quote) {
                if (at + 1 < statement.length() && statement.charAt(at + 1) == quote) {
                    at++;
                } else {
                    return new SqlWord(kind, statement.substring(start, at + 1), start, at + 1, true);
                }
            }
        }
        return new SqlWord(kind, statement.substring(start), start, statement.length(), false);
    }

    /** Parameters such as {@code ${bizdate}} belong to the name around them. */
    private static int endOfName(String statement, int start) {
        int at = start;
        while (at < statement.length()) {
            int close = statement.startsWith("${", at) ? statement.indexOf('}', at) : -1;
            if (close >= 0) {
                at = close + 1;
            } else if (CaretToken.isWord(statement.charAt(at))) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }
}
