package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a job script and the values in it. Immutable; an edit gives a new document in which only the characters of
 * that value differ, so that comments, order, unknown keys and the spelling of numbers survive.
 *
 * <p>Reading is tolerant (spec of the job script, section 7); what cannot be read without a guess makes the document
 * unreadable, which is an error S001 among its problems, and edits are refused until the text is repaired.
 */
public final class ScriptDocument {
    /** The longest text, in characters, that counts as a script. */
    public static final int MAX_LENGTH = 500_000;

    private final String text;
    private final Tree tree;
    private final Lines lines;

    private ScriptDocument(String text) {
        this.text = text;
        this.tree = Parser.parse(text);
        this.lines = new Lines(text);
    }

    /** Reads a text. Never fails; see {@link #syntaxProblems} and {@link #readable}. */
    public static ScriptDocument parse(String text) {
        return new ScriptDocument(text);
    }

    /** The text, character by character as it was given. */
    public String text() {
        return text;
    }

    /** Whether the whole text was understood. An empty text is readable and holds no value. */
    public boolean readable() {
        return tree.readable();
    }

    /**
     * The value at the path; empty when there is none. A key of the top level is found in any spelling of its letters
     * when the usual one is missing, and of several equal keys the last one counts.
     */
    public Optional<ConfigValue> read(Path path) {
        return Optional.ofNullable(find(path)).map(Node::value);
    }

    /**
     * A document with this value at the path; missing objects on the way are created, missing items are filled with
     * null, and a value on the way that cannot hold the next step is replaced.
     *
     * @throws IllegalStateException when the document is not readable
     * @throws IllegalArgumentException for a number in a spelling that JSON does not have
     */
    public ScriptDocument with(Path path, ConfigValue value) {
        requireReadable();
        return new Insertion(text, tree)
                .put(path, value)
                .map(ScriptDocument::parse)
                .orElse(this);
    }

    /**
     * A document without the member whose name begins at a line and column, counted from 1; the same document when none
     * does. Of a name that is given several times only this one goes.
     *
     * @throws IllegalStateException when the document is not readable
     */
    public ScriptDocument withoutNameAt(int line, int column) {
        requireReadable();
        return new Removal(text, tree)
                .removeNamedAt(offset(line, column))
                .map(ScriptDocument::parse)
                .orElse(this);
    }

    /**
     * A document without the value at the path, its comma and the comment that belongs to it; the same document when
     * there is none. Later items of an array move up.
     *
     * @throws IllegalStateException when the document is not readable
     * @throws IllegalArgumentException for the path of the whole script
     */
    public ScriptDocument without(Path path) {
        requireReadable();
        if (path.isRoot()) {
            throw new IllegalArgumentException("The whole script cannot be removed");
        }
        ScriptDocument document = this;
        boolean repeat = true;
        while (repeat) {
            Optional<String> shorter = new Removal(document.text, document.tree).remove(path);
            document = shorter.map(ScriptDocument::parse).orElse(document);
            repeat = shorter.isPresent() && path.last().orElseThrow() instanceof Path.Name;
        }
        return document;
    }

    /**
     * A document whose list at the path holds these items in this order; a single value counts as a list of one. Items
     * that stay keep their characters and the comments that belong to them.
     *
     * @throws IllegalStateException when the document is not readable
     * @throws IndexOutOfBoundsException for an item that is not there
     */
    public ScriptDocument rearranged(Path list, List<ListItem> items) {
        requireReadable();
        Node node = find(list);
        if (!(node instanceof Node.ArrayNode array)) {
            List<ConfigValue> single = node == null ? List.of() : List.of(node.value());
            return with(list, new ConfigValue.Array(resolved(single, items)));
        }
        List<ConfigValue> values =
                resolved(array.items().stream().map(Node::value).toList(), items);
        return items.stream().noneMatch(ListItem.Kept.class::isInstance)
                ? with(list, new ConfigValue.Array(values))
                : parse(new Rearrangement(text, tree, array).apply(items, values));
    }

    private static List<ConfigValue> resolved(List<ConfigValue> there, List<ListItem> items) {
        return items.stream()
                .map(item -> switch (item) {
                    case ListItem.Kept(int index) -> there.get(index);
                    case ListItem.Added(ConfigValue value) -> value;
                })
                .toList();
    }

    /** The same values in clean layout, with comments kept as {@code //} and block comments; this document when it is not readable. */
    public ScriptDocument format() {
        return readable() && tree.root() != null ? parse(new Formatter(text, tree).format()) : this;
    }

    /** What the parser met: S001 and W101 to W108, in the order of the text. */
    public List<Problem> syntaxProblems() {
        return new SyntaxCheck(this).problems();
    }

    /** Everything wrong with this script, in the order of the text; see {@link Catalog} for what is asked. */
    public List<Problem> problems(Catalog catalog) {
        return new Validation(this, catalog).problems();
    }

    /** The place of the value; when it is missing, that of the name of the nearest value around it that exists. */
    public Place place(Path path) {
        Node node = find(path);
        if (node != null) {
            return lines.place(node.start(), node.end());
        }
        Path above = path;
        while (!above.isRoot() && find(above) == null) {
            above = above.parent();
        }
        return namePlace(above);
    }

    /** The place of the name of a member; of the opening bracket or the value for anything else. */
    public Place namePlace(Path path) {
        Locator.Found found = new Locator(tree).find(path);
        if (found == null) {
            return path.isRoot() ? lines.place(0, 0) : place(path);
        }
        if (found.key() != null) {
            return lines.place(found.key().start(), found.key().end());
        }
        boolean scalar = !(found.node() instanceof Node.ObjectNode) && !(found.node() instanceof Node.ArrayNode);
        int start = found.node().start();
        return lines.place(start, scalar ? found.node().end() : Math.min(start + 1, text.length()));
    }

    /** The innermost value whose name or characters hold the offset; the whole script when there is none. */
    public Path pathAt(int offset) {
        return new Locator(tree).pathAt(offset);
    }

    /** As {@link #pathAt(int)}, for a line and column counted from 1. */
    public Path pathAt(int line, int column) {
        return pathAt(offset(line, column));
    }

    /** The offset of a line and column counted from 1. */
    public int offset(int line, int column) {
        return lines.offset(line, column);
    }

    Place placeOf(int start, int end) {
        return lines.place(start, end);
    }

    @Nullable
    Node find(Path path) {
        Locator.Found found = new Locator(tree).find(path);
        return found == null ? null : found.node();
    }

    Tree tree() {
        return tree;
    }

    /** Replaces ranges of the text, given in the order of the text and without overlap. */
    ScriptDocument replaced(List<Edit> edits) {
        return edits.isEmpty() ? this : parse(Edit.apply(text, new ArrayList<>(edits)));
    }

    private void requireReadable() {
        if (!readable()) {
            throw new IllegalStateException("The script cannot be edited before its syntax is repaired");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScriptDocument document && document.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
