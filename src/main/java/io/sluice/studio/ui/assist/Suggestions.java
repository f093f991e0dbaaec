package io.sluice.studio.ui.assist;

import java.util.ArrayList;
import java.util.List;

/**
 * What may stand where the caret is.
 *
 * @param from column, from 1, of the first character that a choice replaces
 * @param to column behind the last one; on the same line
 * @param more whether typing on may find others
 * @param message why there are none, for a person; empty when there is nothing to say
 */
public record Suggestions(List<Item> items, int from, int to, boolean more, String message) {
    public static final Suggestions NONE = new Suggestions(List.of(), 0, 0, false, "");

    public Suggestions {
        items = List.copyOf(items);
    }

    /** The same with others before them. */
    Suggestions behind(List<Item> first) {
        List<Item> all = new ArrayList<>(first);
        all.addAll(items);
        return new Suggestions(all, from, to, more, message);
    }

    /** What an item is, which decides its picture. */
    public enum Kind {
        DATA_SOURCE,
        SCHEMA,
        TABLE,
        VIEW,
        COLUMN,
        KEY,
        PARAMETER,
        STEP
    }

    /**
     * One choice.
     *
     * @param label as it is listed
     * @param detail short, beside it; may be empty
     * @param about a sentence or two; may be empty
     * @param insert JSON text that takes the place of what is there
     * @param filter what typed characters are compared with
     * @param last whether it stands behind those that are not
     */
    public record Item(
            Kind kind, String label, String detail, String about, String insert, String filter, boolean last) {}
}
