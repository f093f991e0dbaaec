package io.sluice.studio;

import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.ScriptChange.Subject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells differences of values that no sentence of their own exists for, each by its path. */
final class ValueChanges {
    private static final int LONGEST = 80;

    private final List<ScriptChange> found;

    ValueChanges(List<ScriptChange> found) {
        this.found = found;
    }

    /** Compares two objects that stand at a path. */
    void compare(String path, ConfigValue.Obj before, ConfigValue.Obj after) {
        Set<String> names = new LinkedHashSet<>(after.entries().keySet());
        names.addAll(before.entries().keySet());
        for (String name : names) {
            String below = path.isEmpty() ? name : path + " › " + name;
            ConfigValue old = before.entries().get(name);
            ConfigValue now = after.entries().get(name);
            if (old == null && now != null) {
                found.add(ScriptChange.added(Subject.VALUE, below, words(now)));
            } else if (old != null && now == null) {
                found.add(ScriptChange.removed(Subject.VALUE, below, words(old)));
            } else if (old != null && now != null && !old.equals(now)) {
                differing(below, old, now);
            }
        }
    }

    private void differing(String path, ConfigValue old, ConfigValue now) {
        if (old instanceof ConfigValue.Obj before && now instanceof ConfigValue.Obj after) {
            compare(path, before, after);
        } else if (old instanceof ConfigValue.Array before
                && now instanceof ConfigValue.Array after
                && before.items().size() == after.items().size()
                && before.items().size() > 1) {
            for (int i = 0; i < after.items().size(); i++) {
                ConfigValue oldItem = before.items().get(i);
                ConfigValue newItem = after.items().get(i);
                if (!oldItem.equals(newItem)) {
                    differing(path + " › " + (i + 1), oldItem, newItem);
                }
            }
        } else {
            found.add(ScriptChange.replaced(Subject.VALUE, path, words(old), words(now)));
        }
    }

    /** The value on one line, cut when it is long. */
    static String words(ConfigValue value) {
        String all = plain(value).replaceAll("\\s+", " ");
        int end = Math.min(all.length(), LONGEST);
        boolean halved = end < all.length() && Character.isHighSurrogate(all.charAt(end - 1));
        return end < all.length() ? all.substring(0, halved ? end - 1 : end) + "…" : all;
    }

    private static String plain(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Text text -> text.value().isEmpty() ? "\"\"" : text.value();
            case ConfigValue.Num number -> number.spelling();
            case ConfigValue.Bool bool -> Boolean.toString(bool.value());
            case ConfigValue.Null ignored -> "null";
            case ConfigValue.Array array ->
                array.items().stream().map(ValueChanges::plain).collect(Collectors.joining(", ", "[", "]"));
            case ConfigValue.Obj object ->
                object.entries().entrySet().stream()
                        .map(ValueChanges::member)
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String member(Map.Entry<String, ConfigValue> entry) {
        return entry.getKey() + ": " + plain(entry.getValue());
    }
}
