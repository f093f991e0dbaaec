package io.sluice.studio.ui.form;

import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a tree of values into a script by changing only what differs, so that comments inside it stay. */
final class ListEdits {
    private ListEdits() {}

    /** @param value null to take it away */
    static ScriptDocument put(ScriptDocument document, Path path, @Nullable ConfigValue value) {
        ConfigValue before = document.read(path).orElse(null);
        if (value == null || before == null) {
            return value == null ? ScriptEdits.put(document, path, null) : document.with(path, value);
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

    /** What is equal at both ends stays; of the rest, items are changed in their places, and added or taken away behind. */
    private static ScriptDocument items(
            ScriptDocument document, Path path, List<ConfigValue> before, List<ConfigValue> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        ScriptDocument edited = document;
        if (after.size() > before.size() && tail > 0) {
            return document.with(path, new ConfigValue.Array(after));
        }
        int kept = Math.min(before.size(), after.size()) - start - tail;
        for (int i = before.size() - tail - 1; i >= start + kept; i--) {
            edited = edited.without(path.child(i));
        }
        for (int i = start; i < after.size() - tail; i++) {
            edited = put(edited, path.child(i), after.get(i));
        }
        return edited;
    }
}
