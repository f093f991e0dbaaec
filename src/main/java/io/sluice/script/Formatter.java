package io.sluice.script;

import io.sluice.script.Node.ArrayNode;
import io.sluice.script.Node.Member;
import io.sluice.script.Node.ObjectNode;
import io.sluice.script.Node.TextNode;

/** Lays a readable text out anew: clean JSON with comments. Values, their order and their spelling stay. */
final class Formatter {
    private final String text;
    private final Node root;
    private final Locator locator;
    private final String lineEnd;
    private final StringBuilder out;

    Formatter(String text, Tree tree) {
        if (tree.root() == null) {
            throw new IllegalArgumentException("Nothing to format");
        }
        this.text = text;
        this.root = tree.root();
        this.locator = new Locator(tree);
        this.lineEnd = Layout.lineEnd(text);
        this.out = new StringBuilder(text.length() + text.length() / 4);
    }

    String format() {
        for (Comment comment : Comment.between(text, 0, root.start()).comments()) {
            out.append(comment.blankBefore() && !out.isEmpty() ? lineEnd : "");
            out.append(comment.text(lineEnd)).append(lineEnd);
        }
        write(root, "", false);
        Comment.Gap gap = Comment.between(text, root.end(), text.length());
        trailing(gap);
        ownLines(gap, "", false);
        return out.append(lineEnd).toString();
    }

    private void write(Node node, String indent, boolean item) {
        switch (node) {
            case ObjectNode object -> object(object, indent, item);
            case ArrayNode array -> array(array, indent);
            case TextNode quoted -> out.append(scalar(quoted));
            case Node.NumberNode number -> out.append(number.spelling());
            case Node.WordNode word -> out.append(scalar(word));
            case Node.MissingNode ignored -> out.append("null");
        }
    }

    private void object(ObjectNode object, String indent, boolean item) {
        if (item && isSimple(object) && writtenInline(object)) {
            return;
        }
        String inner = indent + Layout.CLEAN.unit();
        int before = object.start() + 1;
        out.append('{');
        for (int i = 0; i < object.members().size(); i++) {
            Member member = object.members().get(i);
            Comment.Gap gap = Comment.between(text, before, member.key().start());
            next(gap, i, inner);
            inside(member, inner);
            out.append(lineEnd).append(inner).append(name(object, member)).append(": ");
            write(member.value(), inner, false);
            out.append(i < object.members().size() - 1 ? "," : "");
            before = member.value().end();
        }
        close(object, before, object.members().isEmpty(), indent);
        out.append('}');
    }

    private void array(ArrayNode array, String indent) {
        if (array.items().stream().allMatch(Formatter::isScalar) && writtenInline(array)) {
            return;
        }
        String inner = indent + Layout.CLEAN.unit();
        int before = array.start() + 1;
        out.append('[');
        for (int i = 0; i < array.items().size(); i++) {
            Node item = array.items().get(i);
            next(Comment.between(text, before, item.start()), i, inner);
            out.append(lineEnd).append(inner);
            write(item, inner, true);
            out.append(i < array.items().size() - 1 ? "," : "");
            before = item.end();
        }
        close(array, before, array.items().isEmpty(), indent);
        out.append(']');
    }

    /** What stands before an element: comments behind the one before, comments above this one, an empty line. */
    private void next(Comment.Gap gap, int index, String indent) {
        trailing(gap);
        ownLines(gap, indent, index == 0);
        boolean first = index == 0 && gap.ownLines().isEmpty();
        out.append(gap.blankLast() && !first ? lineEnd : "");
    }

    /** Comments between a name and its value find a line of their own. */
    private void inside(Member member, String indent) {
        for (Comment comment : Comment.between(
                        text, member.key().end(), member.value().start())
                .comments()) {
            out.append(lineEnd).append(indent).append(comment.text(lineEnd));
        }
    }

    private void close(Node container, int before, boolean empty, String indent) {
        Comment.Gap gap = Comment.between(text, before, container.end() - 1);
        trailing(gap);
        ownLines(gap, indent + Layout.CLEAN.unit(), empty);
        if (!empty || !gap.comments().isEmpty()) {
            out.append(lineEnd).append(indent);
        }
    }

    private void trailing(Comment.Gap gap) {
        for (Comment comment : gap.trailing()) {
            out.append(' ').append(comment.text(lineEnd));
        }
    }

    private void ownLines(Comment.Gap gap, String indent, boolean first) {
        boolean top = first;
        for (Comment comment : gap.ownLines()) {
            out.append(comment.blankBefore() && !top ? lineEnd : "");
            out.append(lineEnd).append(indent).append(comment.text(lineEnd));
            top = false;
        }
    }

    /** The name in quotes; a top-level key in its usual spelling. */
    private String name(ObjectNode object, Member member) {
        String usual = locator.usualName(object, member);
        return usual.equals(member.name()) ? scalar(member.key()) : JsonText.quote(usual);
    }

    private static boolean isScalar(Node node) {
        return !(node instanceof ObjectNode) && !(node instanceof ArrayNode);
    }

    private static boolean isSimple(ObjectNode object) {
        return object.members().stream()
                .map(Member::value)
                .allMatch(value -> isScalar(value)
                        || value instanceof ArrayNode array
                                && array.items().stream().allMatch(Formatter::isScalar));
    }

    /** Writes a container without comments on the line it starts on, if there is room. */
    private boolean writtenInline(Node container) {
        int room = Layout.WIDTH - Layout.column(out) - 1;
        if (hasComments(container)) {
            return false;
        }
        StringBuilder line = new StringBuilder();
        boolean fits = inline(container, line, room);
        out.append(fits ? line : "");
        return fits;
    }

    private boolean inline(Node node, StringBuilder line, int room) {
        String separator = "";
        switch (node) {
            case ObjectNode object -> {
                line.append('{');
                for (Member member : object.members()) {
                    line.append(separator).append(scalar(member.key())).append(": ");
                    separator = ", ";
                    if (!inline(member.value(), line, room)) {
                        return false;
                    }
                }
                line.append('}');
            }
            case ArrayNode array -> {
                line.append('[');
                for (Node item : array.items()) {
                    line.append(separator);
                    separator = ", ";
                    if (!inline(item, line, room)) {
                        return false;
                    }
                }
                line.append(']');
            }
            case TextNode quoted -> line.append(scalar(quoted));
            case Node.NumberNode number -> line.append(number.spelling());
            case Node.WordNode word -> line.append(scalar(word));
            case Node.MissingNode ignored -> line.append("null");
        }
        return line.length() <= room;
    }

    /** Whether any gap directly inside this container of scalars and arrays of scalars holds a comment. */
    private boolean hasComments(Node container) {
        int before = container.start() + 1;
        if (container instanceof ObjectNode object) {
            for (Member member : object.members()) {
                if (isCommented(before, member.key().start())
                        || isCommented(member.key().end(), member.value().start())
                        || !isScalar(member.value()) && hasComments(member.value())) {
                    return true;
                }
                before = member.value().end();
            }
        } else if (container instanceof ArrayNode array) {
            for (Node item : array.items()) {
                if (isCommented(before, item.start())) {
                    return true;
                }
                before = item.end();
            }
        }
        return isCommented(before, container.end() - 1);
    }

    private boolean isCommented(int from, int to) {
        return Trivia.hasComment(text, from, to);
    }

    /** The spelling of the source, unless it has quotes or control characters that JSON refuses. */
    private String scalar(Node node) {
        String raw = text.substring(node.start(), node.end());
        if (node instanceof TextNode quoted) {
            boolean clean = raw.charAt(0) == '"' && isStrict(raw);
            return clean ? raw : JsonText.quote(quoted.text());
        }
        return raw;
    }

    /** Whether strict readers take these characters between quotes as we do. */
    private static boolean isStrict(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean escapedQuote = c == '\\' && Characters.isTypographicQuote(raw.charAt(i + 1));
            if (c < ' ' || escapedQuote) {
                return false;
            }
            i += c == '\\' ? 1 : 0;
        }
        return true;
    }
}
