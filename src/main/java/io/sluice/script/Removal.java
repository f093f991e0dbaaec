package io.sluice.script;

import io.sluice.script.Node.ArrayNode;
import io.sluice.script.Node.Member;
import io.sluice.script.Node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes an element out of a readable text, with its comma, its line and the comment that belongs to it. */
final class Removal {
    private final String text;
    private final Locator locator;

    Removal(String text, Tree tree) {
        this.text = text;
        this.locator = new Locator(tree);
    }

    /** The characters of an element, its name included. */
    private record Range(int start, int end) {}

    /** The new text; empty when nothing stands at the path. */
    Optional<String> remove(Path path) {
        Locator.Found found = locator.find(path);
        Locator.Found parent = locator.find(path.parent());
        if (found == null || parent == null) {
            return Optional.empty();
        }
        List<Range> elements = elements(parent.node());
        int start = found.key() == null ? found.node().start() : found.key().start();
        int index = elements.indexOf(new Range(start, found.node().end()));
        return Optional.of(remove(parent.node(), elements, index));
    }

    /** The new text without the member whose name begins at an offset; empty when none does. */
    Optional<String> removeNamedAt(int offset) {
        Node container = locator.objectNaming(offset);
        if (container == null) {
            return Optional.empty();
        }
        List<Range> elements = elements(container);
        for (int index = 0; index < elements.size(); index++) {
            if (elements.get(index).start() == offset) {
                return Optional.of(remove(container, elements, index));
            }
        }
        return Optional.empty();
    }

    private static List<Range> elements(Node container) {
        List<Range> ranges = new ArrayList<>();
        if (container instanceof ObjectNode object) {
            for (Member member : object.members()) {
                ranges.add(new Range(member.key().start(), member.value().end()));
            }
        } else if (container instanceof ArrayNode array) {
            array.items().forEach(item -> ranges.add(new Range(item.start(), item.end())));
        }
        return ranges;
    }

    private String remove(Node container, List<Range> elements, int index) {
        Range element = elements.get(index);
        int comma = commaAfter(element.end());
        int end = comma < 0 ? element.end() : comma + 1;
        int commaBefore = index == 0 ? -1 : commaAfter(elements.get(index - 1).end());
        int free = index == 0 ? container.start() + 1 : elements.get(index - 1).end();
        free = commaBefore < 0 ? free : commaBefore + 1;
        Range cut = cut(new Range(element.start(), end), free);
        if (elements.size() == 1 && isBlank(free, cut.start()) && isBlank(cut.end(), container.end() - 1)) {
            return Edit.apply(text, List.of(Edit.remove(free, container.end() - 1)));
        }
        List<Edit> edits = new ArrayList<>();
        boolean last = index == elements.size() - 1;
        if (last && comma < 0 && commaBefore >= 0) {
            boolean joined = isInlineBlank(free, cut.start());
            cut = joined ? new Range(free, cut.end()) : cut;
            edits.add(Edit.remove(commaBefore, commaBefore + 1));
        }
        edits.add(Edit.remove(cut.start(), cut.end()));
        return Edit.apply(text, edits);
    }

    private int commaAfter(int end) {
        int next = Trivia.skip(text, end, text.length());
        return Characters.plain(text.charAt(next)) == ',' ? next : -1;
    }

    /** Widens the range of an element to its lines or the blanks beside it, not before {@code free}. */
    private Range cut(Range element, int free) {
        int lineStart = Trivia.lineStart(text, element.start());
        boolean first = lineStart >= free && isBlank(lineStart, element.start());
        int lineEnd = endOfLine(element.end());
        if (first && lineEnd >= 0) {
            return new Range(withCommentsAbove(lineStart, free), Trivia.afterLineEnd(text, lineEnd));
        }
        if (!first && restIsBlank(element.end())) {
            return new Range(blanksBefore(element.start(), free), element.end());
        }
        int end = element.end();
        while (text.charAt(end) == ' ' || text.charAt(end) == '\t') {
            end++;
        }
        return new Range(element.start(), end);
    }

    /** The end of the line when only comments and blanks follow on it, else -1. */
    private int endOfLine(int from) {
        int at = from;
        while (at < text.length() && !Characters.isLineEnd(text.charAt(at))) {
            if (text.charAt(at) == '/') {
                at = Trivia.commentEnd(text, at);
            } else if (Trivia.isSpace(text, at)) {
                at++;
            } else {
                return -1;
            }
        }
        return at;
    }

    private boolean restIsBlank(int from) {
        return isBlank(from, Trivia.lineEnd(text, from));
    }

    private int blanksBefore(int start, int free) {
        int at = start;
        while (at > free && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        boolean misread = at > 0 && text.charAt(at - 1) == '\u00c2';
        return misread ? start : at;
    }

    /** Comment lines directly above belong to the element, unless they hold another element that was switched off. */
    private int withCommentsAbove(int lineStart, int free) {
        int start = lineStart;
        while (start > free) {
            int above = Trivia.lineStart(text, beforeLineEnd(start));
            if (above < free || !isOwnComment(text.substring(above, start).strip())) {
                return start;
            }
            start = above;
        }
        return start;
    }

    private int beforeLineEnd(int lineStart) {
        boolean pair = lineStart >= 2 && text.startsWith("\r\n", lineStart - 2);
        return lineStart - (pair ? 2 : 1);
    }

    private static boolean isOwnComment(String line) {
        if (line.startsWith("/*")) {
            return line.indexOf("*/") == line.length() - 2 && line.length() >= 4;
        }
        return line.startsWith("/") && !line.replaceFirst("^/+", "").strip().startsWith("\"");
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Trivia.isSpace(text, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInlineBlank(int from, int to) {
        return isBlank(from, to) && !Layout.hasLineEnd(text, from, to);
    }
}
