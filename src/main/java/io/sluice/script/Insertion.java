package io.sluice.script;

import io.sluice.script.Node.ArrayNode;
import io.sluice.script.Node.Member;
import io.sluice.script.Node.ObjectNode;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a value in a readable text: replaces what is there, or adds it in the style of its neighbours. */
final class Insertion {
    private static final int PADDING_LIMIT = 1000;
    private static final int SHORT_OBJECT = 3;

    private final String text;
    private final @Nullable Node root;
    private final Locator locator;
    private final Layout layout;
    private final ValueWriter writer;

    Insertion(String text, Tree tree) {
        this.text = text;
        this.root = tree.root();
        this.locator = new Locator(tree);
        this.layout = Layout.of(text, tree);
        this.writer = new ValueWriter(layout);
    }

    /** What stands before a new element and how it is laid out. @param start of its name, if it has one */
    private record Neighbour(int start, int valueEnd, int before, String colon) {}

    /** A new element; the name is null in an array. */
    private record Entry(@Nullable String name, ConfigValue value) {}

    /** The new text; empty when the value stands there already. */
    Optional<String> put(Path path, ConfigValue value) {
        List<Path.Step> steps = path.steps();
        if (root == null) {
            return Optional.of(appended(wrapped(steps, value)));
        }
        int known = steps.size();
        Locator.Found found = locator.find(path);
        while (found == null) {
            known--;
            found = locator.find(new Path(steps.subList(0, known)));
        }
        Node node = found.node();
        if (known == steps.size()) {
            return node.value().equals(value) ? Optional.empty() : Optional.of(replaced(node, value));
        }
        ConfigValue rest = wrapped(steps.subList(known + 1, steps.size()), value);
        Path.Step step = steps.get(known);
        if (step instanceof Path.Name name && node instanceof ObjectNode object) {
            return Optional.of(added(object, name.name(), rest));
        } else if (step instanceof Path.Index item && node instanceof ArrayNode array) {
            return Optional.of(added(array, item.index(), rest));
        }
        return Optional.of(replaced(node, wrapped(steps.subList(known, steps.size()), value)));
    }

    /** The value inside the objects and arrays that the steps lead through. */
    private static ConfigValue wrapped(List<Path.Step> steps, ConfigValue value) {
        ConfigValue whole = value;
        for (int i = steps.size() - 1; i >= 0; i--) {
            whole = switch (steps.get(i)) {
                case Path.Name name -> new ConfigValue.Obj(Map.of(name.name(), whole));
                case Path.Index item -> new ConfigValue.Array(padded(item.index(), whole));
            };
        }
        return whole;
    }

    private static List<ConfigValue> padded(int nulls, ConfigValue last) {
        if (nulls > PADDING_LIMIT) {
            throw new IllegalArgumentException("An item cannot be added " + nulls + " places behind the last");
        }
        List<ConfigValue> items = new ArrayList<>();
        for (int i = 0; i < nulls; i++) {
            items.add(new ConfigValue.Null());
        }
        items.add(last);
        return items;
    }

    private String appended(ConfigValue value) {
        StringBuilder out = new StringBuilder(text);
        if (!text.isBlank() && Layout.column(out) > 0) {
            out.append(layout.lineEnd());
        }
        writer.write(value, "", false, out);
        return out.append(layout.lineEnd()).toString();
    }

    private String replaced(Node node, ConfigValue value) {
        StringBuilder out = new StringBuilder(text.substring(Trivia.lineStart(text, node.start()), node.start()));
        int before = out.length();
        writer.write(value, Layout.indentAt(text, node.start()), isFlat(node), out);
        return Edit.apply(text, List.of(new Edit(node.start(), node.end(), out.substring(before))));
    }

    /** A text without line ends stays so. */
    private boolean isFlat(Node node) {
        return node != root && !Layout.hasLineEnd(text, 0, text.length());
    }

    private String added(ObjectNode object, String name, ConfigValue value) {
        List<Entry> entries = List.of(new Entry(name, value));
        int count = object.members().size();
        if (count == 0) {
            return addedFirst(object, entries);
        }
        Member last = object.members().get(count - 1);
        int before = count > 1 ? object.members().get(count - 2).value().end() : object.start();
        String colon = text.substring(last.key().end(), last.value().start());
        String style = colon.isBlank() || !colon.strip().equals(":") || colon.contains("\n") ? ": " : colon;
        return addedAfter(new Neighbour(last.key().start(), last.value().end(), before, style), entries);
    }

    private String added(ArrayNode array, int index, ConfigValue value) {
        int count = array.items().size();
        List<Entry> entries = new ArrayList<>();
        padded(index - count, value).forEach(item -> entries.add(new Entry(null, item)));
        if (count == 0) {
            return addedFirst(array, entries);
        }
        Node last = array.items().get(count - 1);
        int before = count > 1 ? array.items().get(count - 2).end() : array.start();
        return addedAfter(new Neighbour(last.start(), last.end(), before, ": "), entries);
    }

    private String addedAfter(Neighbour last, List<Entry> entries) {
        int next = Trivia.skip(text, last.valueEnd(), text.length());
        boolean trailing = Characters.plain(text.charAt(next)) == ',';
        boolean ownLine = Layout.hasLineEnd(text, last.before(), last.start());
        int behind = trailing ? next + 1 : last.valueEnd();
        String indent = Layout.indentAt(text, last.start());
        boolean tight = !ownLine && (last.colon().equals(":") || isTight(last));
        String gap = ownLine ? layout.lineEnd() + indent : tight ? "" : " ";
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < entries.size(); i++) {
            out.append(i == 0 ? "" : ",").append(gap);
            write(
                    entries.get(i),
                    last.colon(),
                    indent,
                    !ownLine || isShortLike(last, entries.get(i).value()),
                    out);
        }
        List<Edit> edits = new ArrayList<>();
        if (!trailing) {
            edits.add(Edit.insert(last.valueEnd(), ","));
        }
        edits.add(Edit.insert(
                ownLine ? endOfLine(behind) : behind,
                out.append(trailing ? "," : "").toString()));
        return Edit.apply(text, edits);
    }

    /** Whether a small object stands behind one that is written on one line. */
    private boolean isShortLike(Neighbour last, ConfigValue value) {
        return text.charAt(last.start()) == '{'
                && !Layout.hasLineEnd(text, last.start(), last.valueEnd())
                && value instanceof ConfigValue.Obj object
                && object.entries().size() <= SHORT_OBJECT
                && object.entries().values().stream()
                        .noneMatch(one -> one instanceof ConfigValue.Obj || one instanceof ConfigValue.Array);
    }

    /** Whether the element stands directly behind a comma. */
    private boolean isTight(Neighbour last) {
        return Characters.plain(text.charAt(last.start() - 1)) == ',';
    }

    /** The offset behind the comments that follow on the same line; {@code from} when something else follows. */
    private int endOfLine(int from) {
        int at = from;
        while (at < text.length() && !Characters.isLineEnd(text.charAt(at))) {
            if (text.charAt(at) == '/') {
                at = Trivia.commentEnd(text, at);
            } else if (Trivia.isSpace(text, at)) {
                at++;
            } else {
                return from;
            }
        }
        return at;
    }

    private String addedFirst(Node container, List<Entry> entries) {
        int open = container.start() + 1;
        int close = container.end() - 1;
        int at = close;
        while (at > open && isRemovableSpace(at - 1)) {
            at--;
        }
        String indent = Layout.indentAt(text, container.start());
        boolean lines = Layout.hasLineEnd(text, open, close)
                || at == open && container instanceof ObjectNode && !isFlat(container);
        String inner = indent + layout.unit();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < entries.size(); i++) {
            String gap = i == 0 && at == open ? "" : " ";
            out.append(i == 0 ? "" : ",").append(lines ? layout.lineEnd() + inner : gap);
            write(entries.get(i), ": ", inner, !lines, out);
        }
        if (lines && !Layout.hasLineEnd(text, at, close)) {
            out.append(layout.lineEnd()).append(indent);
        }
        return Edit.apply(text, List.of(Edit.insert(at, out.toString())));
    }

    private boolean isRemovableSpace(int at) {
        return Characters.isBlank(text.charAt(at)) && !(at > 0 && text.charAt(at - 1) == '\u00c2');
    }

    private void write(Entry entry, String colon, String indent, boolean flat, StringBuilder out) {
        if (entry.name() != null) {
            JsonText.quote(entry.name(), out);
            out.append(colon);
        }
        writer.write(entry.value(), indent, flat, out);
    }
}
