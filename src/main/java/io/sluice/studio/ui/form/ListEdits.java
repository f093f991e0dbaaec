package io.sluice.studio.ui.form;

import io.sluice.script.ListItem;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a tree of values into a script by changing only what differs, so that comments inside it stay. */
final class ListEdits {
    private ListEdits() {}

    /** @param value null to take it away */
    static ScriptDocument put(ScriptDocument document, Path path, @Nullable ConfigValue value) {
        ConfigValue before = document.read(path).orElse(null);
        if (value == null) {
            return before instanceof ConfigValue.Array list
                    ? emptied(document, path, list.items().size())
                    : ScriptEdits.put(document, path, null);
        }
        if (before == null || saysTheSame(before, value)) {
            return before == null ? document.with(path, value) : document;
        }
        if (before instanceof ConfigValue.Array old && value instanceof ConfigValue.Array list) {
            return items(document, path, old.items(), list.items());
        }
        if (before instanceof ConfigValue.Obj old && value instanceof ConfigValue.Obj object) {
            return members(document, path, old, object);
        }
        if (before instanceof ConfigValue.Obj
                && value instanceof ConfigValue.Array list
                && list.items().size() == 1) {
            return put(document, path, list.items().getFirst());
        }
        return ScriptEdits.put(document, path, value);
    }

    /** A form gives back as text what a script may spell as a number or a truth value. */
    private static boolean saysTheSame(ConfigValue before, ConfigValue value) {
        return value instanceof ConfigValue.Text(String text)
                && (before instanceof ConfigValue.Num || before instanceof ConfigValue.Bool)
                && before.toString().equals(text);
    }

    private static ScriptDocument members(
            ScriptDocument document, Path path, ConfigValue.Obj before, ConfigValue.Obj after) {
        ScriptDocument edited = document;
        for (String name : before.entries().keySet()) {
            if (after.find(name).isEmpty()) {
                edited = edited.without(path.child(name));
            }
        }
        for (var entry : after.entries().entrySet()) {
            edited = put(edited, path.child(entry.getKey()), entry.getValue());
        }
        return edited;
    }

    /**
     * Items that are wanted as they are stay, wherever they stand then; of the rest, items are changed in the places of
     * those that go, and added where none goes.
     */
    private static ScriptDocument items(
            ScriptDocument document, Path path, List<ConfigValue> before, List<ConfigValue> after) {
        if (after.isEmpty()) {
            return emptied(document, path, before.size());
        }
        List<Integer> origins = origins(before, after);
        ScriptDocument edited = document;
        if (!origins.equals(IntStream.range(0, before.size()).boxed().toList())) {
            List<ListItem> items = new ArrayList<>();
            for (int i = 0; i < after.size(); i++) {
                int origin = origins.get(i);
                items.add(origin < 0 ? new ListItem.Added(after.get(i)) : new ListItem.Kept(origin));
            }
            edited = edited.rearranged(path, items);
        }
        for (int i = 0; i < after.size(); i++) {
            int origin = origins.get(i);
            if (origin >= 0 && !before.get(origin).equals(after.get(i))) {
                edited = put(edited, path.child(i), after.get(i));
            }
        }
        return edited;
    }

    /** Without its items; comments that belong to none of them stay. */
    private static ScriptDocument emptied(ScriptDocument document, Path path, int count) {
        ScriptDocument edited = document;
        for (int i = count - 1; i >= 0; i--) {
            edited = edited.without(path.child(i));
        }
        return edited;
    }

    /** The index of the item that each wanted item was, or is to take the place of; negative for one more. */
    private static List<Integer> origins(List<ConfigValue> before, List<ConfigValue> after) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<Integer> free = new ArrayList<>(
                IntStream.range(start, before.size() - tail).boxed().toList());
        List<Integer> origins = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            boolean behind = i >= after.size() - tail;
            int moved = behind ? before.size() - after.size() : 0;
            origins.add(i < start || behind ? i + moved : taken(free, before, after.get(i)));
        }
        for (int i = start; i < after.size() - tail && !free.isEmpty(); i++) {
            if (origins.get(i) < 0) {
                origins.set(i, free.removeFirst());
            }
        }
        return origins;
    }

    private static int taken(List<Integer> free, List<ConfigValue> before, ConfigValue wanted) {
        for (int k = 0; k < free.size(); k++) {
            if (before.get(free.get(k)).equals(wanted)) {
                return free.remove(k);
            }
        }
        return -1;
    }
}
