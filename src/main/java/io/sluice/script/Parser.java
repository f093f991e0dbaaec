package io.sluice.script;

import io.sluice.script.Node.ArrayNode;
import io.sluice.script.Node.Member;
import io.sluice.script.Node.MissingNode;
import io.sluice.script.Node.NumberNode;
import io.sluice.script.Node.ObjectNode;
import io.sluice.script.Node.TextNode;
import io.sluice.script.Node.WordNode;
import io.sluice.script.SyntaxProblem.Fix;
import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON the way people paste it: with comments, missing and trailing commas, stray white space, full-width signs
 * and typographic quotes. Every text gives a tree; what cannot be read without a guess makes it unreadable.
 */
final class Parser {
    private static final int DEPTH_LIMIT = 200;
    private static final ConfigValue NULL = new ConfigValue.Null();
    private static final ConfigValue TRUE = new ConfigValue.Bool(true);
    private static final ConfigValue FALSE = new ConfigValue.Bool(false);

    private final String text;
    private final Diagnostics found = new Diagnostics();
    private final QuotedTextReader quoted;
    private int at;
    private int depth;

    private Parser(String text) {
        this.text = text;
        this.quoted = new QuotedTextReader(text, found);
    }

    static Tree parse(String text) {
        Parser parser = new Parser(text);
        Node root = parser.root();
        return new Tree(root, parser.found.problems(), !parser.found.broken());
    }

    private @Nullable Node root() {
        if (text.startsWith("\ufeff")) {
            at = 1;
        }
        skipTrivia();
        if (at == text.length()) {
            return null;
        }
        Node root = value();
        skipTrivia();
        if (at < text.length()) {
            found.error(
                    at,
                    at + 1,
                    Sentence.of("The script ends before this: '{0}' closes or starts too much", text.charAt(at)));
        }
        return root;
    }

    private Node value() {
        if (at == text.length()) {
            found.error(at, at, Sentence.of("The script stops where a value is expected"));
            return new MissingNode(at, at);
        }
        char c = Characters.plain(text.charAt(at));
        if (c == '{' || c == '[') {
            return container(c);
        } else if (startsText()) {
            return text();
        } else if (Characters.isWord(c)) {
            return word();
        }
        found.error(at, at + 1, Sentence.of("Expected a value but found '{0}'", text.charAt(at)));
        return new MissingNode(at, at);
    }

    private Node container(char open) {
        if (depth == DEPTH_LIMIT) {
            found.error(at, at + 1, Sentence.of("Values are nested deeper than {0} levels", DEPTH_LIMIT));
            int start = at;
            at = text.length();
            return new MissingNode(start, at);
        }
        depth++;
        Node node = open == '{' ? object() : array();
        depth--;
        return node;
    }

    private ObjectNode object() {
        int start = at;
        sign();
        List<Member> members = new ArrayList<>();
        skipTrivia();
        while (!closed('}', start)) {
            if (startsText()) {
                members.add(member());
                separate('}', members.get(members.size() - 1).value().end());
            } else {
                found.error(at, at + 1, Sentence.of("Expected a name in quotes but found '{0}'", text.charAt(at)));
                skipUnexpected();
            }
        }
        warnOfDuplicates(members);
        return new ObjectNode(start, at, members);
    }

    private Member member() {
        TextNode key = text();
        skipTrivia();
        if (peek() == ':') {
            sign();
            skipTrivia();
            return new Member(key, value());
        }
        found.error(key.start(), key.end(), Sentence.of("Expected ':' and a value after {0}", shorten(key.text())));
        return new Member(key, new MissingNode(key.end(), key.end()));
    }

    private ArrayNode array() {
        int start = at;
        sign();
        List<Node> items = new ArrayList<>();
        skipTrivia();
        while (!closed(']', start)) {
            int before = at;
            Node item = value();
            items.add(item);
            if (at == before) {
                skipUnexpected();
            }
            separate(']', item.end());
        }
        return new ArrayNode(start, at, items);
    }

    /** Whether the container ends here; the wrong bracket ends it too and is left to the container around it. */
    private boolean closed(char close, int start) {
        char c = peek();
        if (at < text.length() && c == close) {
            sign();
            return true;
        }
        if (at == text.length()) {
            found.error(start, start + 1, Sentence.of("'{0}' is never closed", text.charAt(start)));
            return true;
        }
        boolean wrong = c == '}' || c == ']';
        if (wrong) {
            found.error(at, at + 1, Sentence.of("Expected '{0}' but found '{1}'", close, c));
        }
        return wrong;
    }

    /** Goes over the comma behind a value, and tells when it is missing or stands before the closing bracket. */
    private void separate(char close, int valueEnd) {
        skipTrivia();
        if (peek() == ',') {
            int comma = at;
            sign();
            skipTrivia();
            if (at < text.length() && peek() == close) {
                Fix fix = new Fix(Cure.of(Cure.Action.REMOVE_COMMA), comma, comma + 1, "");
                found.warn("W104", comma, comma + 1, Sentence.of("The comma before '{0}' is superfluous", close), fix);
            }
        } else if (close == '}' ? startsText() : startsValue()) {
            Fix fix = new Fix(Cure.of(Cure.Action.INSERT_COMMA), valueEnd, valueEnd, ",");
            found.warn(
                    "W103",
                    Math.max(0, valueEnd - 1),
                    valueEnd,
                    Sentence.of("A comma is missing after this value"),
                    fix);
        } else if (at < text.length() && peek() != close) {
            found.error(at, at + 1, Sentence.of("Expected ',' or '{0}' but found '{1}'", close, text.charAt(at)));
            if (peek() != '}' && peek() != ']') {
                skipUnexpected();
            }
        }
    }

    private boolean startsText() {
        return at < text.length() && (text.charAt(at) == '"' || Characters.isTypographicQuote(text.charAt(at)));
    }

    private boolean startsValue() {
        char c = peek();
        return at < text.length() && (c == '{' || c == '[' || startsText() || Characters.isWord(c));
    }

    private TextNode text() {
        TextNode node = quoted.read(at);
        at = node.end();
        return node;
    }

    private Node word() {
        int start = at;
        while (at < text.length() && Characters.isWord(text.charAt(at)) && !Trivia.isMisread(text, at)) {
            at++;
        }
        String word = text.substring(start, at);
        if (Characters.startsNumber(word.charAt(0))) {
            if (!Characters.isNumber(word)) {
                found.error(start, at, Sentence.of("{0} is not a number as JSON spells it", shorten(word)));
            }
            return new NumberNode(start, at, word);
        }
        return switch (word) {
            case "true" -> new WordNode(start, at, TRUE);
            case "false" -> new WordNode(start, at, FALSE);
            case "null" -> new WordNode(start, at, NULL);
            default -> unknownWord(start, word);
        };
    }

    private Node unknownWord(int start, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("true") || lower.equals("false") || lower.equals("null")) {
            found.error(Sentence.of("Write {0} in small letters", lower), new Fix(Cure.write(lower), start, at, lower));
        } else {
            String inQuotes = JsonText.quote(word);
            found.error(
                    Sentence.of("Text stands in quotes: {0}", shorten(word)),
                    new Fix(Cure.of(Cure.Action.QUOTE), start, at, inQuotes));
        }
        return new TextNode(start, at, word);
    }

    /** The sign here as ASCII; NUL at the end. */
    private char peek() {
        return at < text.length() ? Characters.plain(text.charAt(at)) : '\0';
    }

    /** Takes one punctuation sign. */
    private void sign() {
        char c = text.charAt(at);
        char plain = Characters.plain(c);
        if (c != plain) {
            Fix fix = new Fix(Cure.write("'" + plain + "'"), at, at + 1, String.valueOf(plain));
            found.warn("W105", at, at + 1, Sentence.of("Full-width '{0}' is read as '{1}'", c, plain), fix);
        }
        at++;
    }

    /** Leaves out what no rule allows here; always goes on by at least one character. */
    private void skipUnexpected() {
        if (startsText()) {
            text();
        } else if (Characters.isWord(text.charAt(at))) {
            word();
        } else if (peek() == '{' || peek() == '[') {
            container(peek());
        } else {
            at++;
        }
        skipTrivia();
    }

    private void skipTrivia() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Characters.isBlank(c)) {
                at++;
            } else if (c == '/') {
                comment();
            } else if (Trivia.isSpace(text, at)) {
                stray();
            } else {
                return;
            }
        }
    }

    private void comment() {
        int start = at;
        at = Trivia.commentEnd(text, at);
        boolean block = Trivia.isBlockComment(text, start);
        if (block && !(at >= start + 4 && text.startsWith("*/", at - 2))) {
            found.error(start, start + 2, Sentence.of("The comment '/*' is never closed"));
        } else if (!block && !text.startsWith("//", start)) {
            Fix fix = new Fix(Cure.write("//"), start, start + 1, "//");
            found.warn("W102", start, at, Sentence.of("A single '/' is read as the start of a comment"), fix);
        } else {
            found.hint("W102", start, at, Sentence.of("Comments are kept here, but strict JSON readers refuse them"));
        }
    }

    private void stray() {
        int start = at;
        while (at < text.length() && !Characters.isBlank(text.charAt(at)) && Trivia.isSpace(text, at)) {
            at++;
        }
        Fix fix = new Fix(Cure.of(Cure.Action.WRITE_BLANKS), start, at, " ".repeat(at - start));
        found.warn("W105", start, at, Sentence.of("A no-break or full-width space is read as a blank"), fix);
    }

    private void warnOfDuplicates(List<Member> members) {
        if (members.size() < 2) {
            return;
        }
        Set<String> names = new HashSet<>(members.size() * 2);
        for (int i = members.size() - 1; i >= 0; i--) {
            TextNode key = members.get(i).key();
            if (!names.add(key.text())) {
                found.warn(
                        "W108",
                        key.start(),
                        key.end(),
                        Sentence.of("{0} is given again below; the last one counts", shorten(key.text())));
            }
        }
    }

    private static String shorten(String value) {
        return "'" + (value.length() > 40 ? value.substring(0, 40) + "…" : value) + "'";
    }
}
