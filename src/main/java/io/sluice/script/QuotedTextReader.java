package io.sluice.script;

import io.sluice.script.Node.TextNode;
import io.sluice.script.SyntaxProblem.Fix;
import io.sluice.spi.Sentence;

/** Reads texts in quotes, plain and typographic, with their escapes. */
final class QuotedTextReader {
    private final String text;
    private final Diagnostics found;

    QuotedTextReader(String text, Diagnostics found) {
        this.text = text;
        this.found = found;
    }

    /** Reads the text whose opening quote stands at {@code start}. */
    TextNode read(int start) {
        char open = text.charAt(start);
        int end = start + 1;
        boolean escaped = false;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '\\' && end + 1 < text.length() && !Characters.isLineEnd(text.charAt(end + 1))) {
                escaped = true;
                end += 2;
            } else if (Characters.closes(open, c)) {
                return closed(start, end, escaped);
            } else if (Characters.isLineEnd(c)) {
                break;
            } else {
                end++;
            }
        }
        found.error(start, end, Sentence.of("The text is not closed on its line; write a line break inside it as \\n"));
        return new TextNode(start, end, content(start + 1, end, escaped));
    }

    private TextNode closed(int start, int end, boolean escaped) {
        TextNode node = new TextNode(start, end + 1, content(start + 1, end, escaped));
        if (text.charAt(start) != '"') {
            Fix fix = new Fix(Cure.of(Cure.Action.PLAIN_QUOTES), start, end + 1, JsonText.quote(node.text()));
            found.warn("W106", start, end + 1, Sentence.of("Typographic quotes are read as plain ones"), fix);
        }
        return node;
    }

    private String content(int start, int end, boolean escaped) {
        return escaped ? unescape(start, end) : text.substring(start, end);
    }

    private String unescape(int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (c != '\\' || at + 1 >= end) {
                out.append(c);
                at++;
            } else if (text.charAt(at + 1) == 'u') {
                at = unicode(at, end, out);
            } else {
                at = simple(at, out);
            }
        }
        return out.toString();
    }

    private int simple(int at, StringBuilder out) {
        char c = text.charAt(at + 1);
        switch (c) {
            case '"', '\\', '/' -> out.append(c);
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            default -> {
                if (Characters.isTypographicQuote(c)) {
                    out.append(c);
                } else {
                    unknownEscape(at);
                    out.append('\\').append(c);
                }
            }
        }
        return at + 2;
    }

    private int unicode(int at, int end, StringBuilder out) {
        int code = 0;
        int digit = at + 2;
        for (; digit < at + 6; digit++) {
            int value = digit < end ? Character.digit(text.charAt(digit), 16) : -1;
            if (value < 0 || text.charAt(digit) > 'f') {
                unknownEscape(at);
                out.append("\\u");
                return at + 2;
            }
            code = code << 4 | value;
        }
        out.append((char) code);
        return digit;
    }

    private void unknownEscape(int at) {
        String escape = text.substring(at, at + 2);
        Fix fix = new Fix(Cure.of(Cure.Action.DOUBLE_BACKSLASH), at, at + 1, "\\\\");
        found.error(Sentence.of("JSON has no escape {0}; write a backslash as \\\\", escape), fix);
    }
}
