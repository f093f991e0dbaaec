package io.sluice.script;

import io.sluice.script.Node.ArrayNode;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a list other items or another order. An item that stays takes along its characters, the comment lines above it
 * and the comment behind it on its line; where two items stay neighbours nothing between them changes.
 */
final class Rearrangement {
    private final String text;
    private final ArrayNode array;
    private final Layout layout;
    private final ValueWriter writer;
    /** What stands before each item, without the comment that belongs to the item before. */
    private final List<String> leads = new ArrayList<>();
    /** What stands behind each item before its comma, and behind the comma on the same line. */
    private final List<String> beforeCommas = new ArrayList<>();

    private final List<String> trails = new ArrayList<>();
    private final String indent;
    private final String fresh;
    private String tail = "";
    private boolean trailingComma;

    Rearrangement(String text, Tree tree, ArrayNode array) {
        this.text = text;
        this.array = array;
        this.layout = Layout.of(text, tree);
        this.writer = new ValueWriter(layout);
        int count = array.items().size();
        leads.add(text.substring(array.start() + 1, count == 0 ? array.end() - 1 : start(0)));
        for (int i = 0; i < count; i++) {
            split(i, i + 1 < count ? start(i + 1) : array.end() - 1, i + 1 == count);
        }
        String last = count == 0 ? "" : leads.get(count - 1);
        this.indent = count == 0 ? "" : Layout.indentAt(text, start(count - 1));
        this.fresh = Layout.hasLineEnd(last, 0, last.length())
                ? layout.lineEnd() + indent
                : count > 1 && last.isEmpty() ? "" : " ";
    }

    private int start(int item) {
        return array.items().get(item).start();
    }

    private int end(int item) {
        return array.items().get(item).end();
    }

    private void split(int item, int next, boolean last) {
        int comma = Trivia.skip(text, end(item), next);
        boolean found = comma < next && Characters.plain(text.charAt(comma)) == ',';
        int behind = found ? comma + 1 : end(item);
        int cut = endOfLine(behind, next);
        beforeCommas.add(found ? text.substring(end(item), comma) : "");
        trails.add(text.substring(behind, cut));
        String rest = text.substring(cut, next);
        if (last) {
            tail = rest;
            trailingComma = found;
        } else {
            leads.add(rest);
        }
    }

    /** The end of the line when only comments and blanks follow on it, else {@code from}. */
    private int endOfLine(int from, int limit) {
        int at = from;
        while (at < limit && !Characters.isLineEnd(text.charAt(at))) {
            if (text.charAt(at) == '/') {
                at = Trivia.commentEnd(text, at);
            } else if (Trivia.isSpace(text, at)) {
                at++;
            } else {
                return from;
            }
        }
        return at < limit ? at : from;
    }

    String apply(List<ListItem> items, List<ConfigValue> values) {
        return getsTooLong(values) ? onePerLine(items) : inPlace(items);
    }

    /** Whether a list on one line, without comments, grows over the end of a line. */
    private boolean getsTooLong(List<ConfigValue> values) {
        boolean oneLine = !Layout.hasLineEnd(text, array.start(), array.end());
        boolean commentFree = text.indexOf('/', array.start()) < 0 || text.indexOf('/', array.start()) >= array.end();
        if (!oneLine
                || !commentFree
                || values.size() <= array.items().size()
                || !Layout.hasLineEnd(text, 0, text.length())) {
            return false;
        }
        StringBuilder flat = new StringBuilder(text.substring(Trivia.lineStart(text, array.start()), array.start()));
        JsonText.inline(new ConfigValue.Array(values), flat);
        return flat.length() >= Layout.WIDTH;
    }

    private String onePerLine(List<ListItem> items) {
        String outer = Layout.indentAt(text, array.start());
        String inner = layout.lineEnd() + outer + layout.unit();
        StringBuilder out = new StringBuilder(text.substring(0, array.start() + 1));
        for (int k = 0; k < items.size(); k++) {
            out.append(k == 0 ? "" : ",").append(inner);
            body(items.get(k), false, out);
        }
        return out.append(layout.lineEnd())
                .append(outer)
                .append(text.substring(array.end() - 1))
                .toString();
    }

    private String inPlace(List<ListItem> items) {
        StringBuilder out = new StringBuilder(text.substring(0, array.start() + 1));
        int before = -1;
        for (int k = 0; k < items.size(); k++) {
            int item = items.get(k) instanceof ListItem.Kept(int index) ? index : -1;
            if (k > 0 && before >= 0 && item == before + 1) {
                out.append(text, end(before), start(item));
            } else {
                if (k > 0) {
                    close(before, true, out);
                }
                lead(k == 0 ? firstLead(item) : lead(item), before, out);
            }
            body(items.get(k), isOneLine(), out);
            before = item;
        }
        if (before == array.items().size() - 1) {
            out.append(text, end(before), array.end() - 1);
        } else {
            close(before, trailingComma, out);
            lead(tail, before, out);
        }
        return out.append(text.substring(array.end() - 1)).toString();
    }

    private void close(int item, boolean comma, StringBuilder out) {
        out.append(item < 0 ? "" : beforeCommas.get(item))
                .append(comma ? "," : "")
                .append(item < 0 ? "" : trails.get(item));
    }

    /** Goes to a new line first when a line comment has just been written. */
    private void lead(String lead, int before, StringBuilder out) {
        boolean ended = !lead.isEmpty() && Characters.isLineEnd(lead.charAt(0));
        if (!ended && before >= 0 && endsInLineComment(trails.get(before))) {
            out.append(layout.lineEnd()).append(indent);
        }
        out.append(lead);
    }

    /** @param trail blanks and comments only */
    private static boolean endsInLineComment(String trail) {
        for (int at = 0; at < trail.length(); at++) {
            if (trail.charAt(at) == '/') {
                if (!Trivia.isBlockComment(trail, at)) {
                    return true;
                }
                at = Trivia.commentEnd(trail, at) - 1;
            }
        }
        return false;
    }

    private String firstLead(int item) {
        String first = leads.getFirst();
        if (item > 0 && !leads.get(item).isBlank()) {
            return leads.get(item);
        }
        return first.isBlank() || item == 0 ? first : fresh;
    }

    private String lead(int item) {
        if (item < 0) {
            return fresh;
        }
        String own = leads.get(item);
        return item == 0 && own.isBlank() ? fresh : own;
    }

    private boolean isOneLine() {
        return fresh.isBlank() && !Layout.hasLineEnd(fresh, 0, fresh.length());
    }

    private void body(ListItem item, boolean flat, StringBuilder out) {
        switch (item) {
            case ListItem.Kept(int index) -> out.append(text, start(index), end(index));
            case ListItem.Added(ConfigValue value) -> {
                StringBuilder brief = new StringBuilder();
                JsonText.inline(value, brief);
                boolean fits = Layout.column(out) + brief.length() < Layout.WIDTH;
                writer.write(value, indent, flat || fits, out);
            }
        }
    }
}
