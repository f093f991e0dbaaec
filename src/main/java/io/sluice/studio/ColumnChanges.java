package io.sluice.studio;

import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.ScriptChange.Effect;
import io.sluice.studio.ScriptChange.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what is different in the columns. The n-th column of the reader fills the n-th of the writer: as long as both
 * scripts name as many on either side, a difference is one of what fills which column of the target.
 */
final class ColumnChanges {
    private final List<ScriptChange> found;

    ColumnChanges(List<ScriptChange> found) {
        this.found = found;
    }

    void compare(SyncTask before, SyncTask after) {
        Optional<Map<String, ConfigValue>> old = pairs(before);
        Optional<Map<String, ConfigValue>> now = pairs(after);
        if (old.isPresent() && now.isPresent()) {
            paired(old.get(), now.get());
            if (List.copyOf(old.get().entrySet()).equals(List.copyOf(now.get().entrySet()))) {
                return;
            }
            if (old.get().equals(now.get())) {
                found.add(ScriptChange.replaced(
                        Subject.COLUMN_ORDER, after.writer().name()));
            }
        } else {
            alone(before.reader(), after.reader());
            alone(before.writer(), after.writer());
        }
    }

    /** What fills each column of the target; empty when the script does not say so column by column. */
    private static Optional<Map<String, ConfigValue>> pairs(SyncTask task) {
        List<ConfigValue> sources = columns(task.reader());
        List<ConfigValue> targets = columns(task.writer());
        Map<String, ConfigValue> pairs = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(sources.size(), targets.size()); i++) {
            pairs.put(name(targets.get(i)), sources.get(i));
        }
        boolean each = sources.size() == targets.size() && pairs.size() == targets.size();
        return each && !pairs.isEmpty() && !pairs.containsKey("*") ? Optional.of(pairs) : Optional.empty();
    }

    private void paired(Map<String, ConfigValue> old, Map<String, ConfigValue> now) {
        now.forEach((target, source) -> {
            ConfigValue earlier = old.get(target);
            if (earlier == null) {
                found.add(ScriptChange.added(Subject.TARGET_COLUMN, target, name(source)));
            } else if (!earlier.equals(source)) {
                found.add(replaced(target, earlier, source));
            }
        });
        old.forEach((target, source) -> {
            if (!now.containsKey(target)) {
                found.add(ScriptChange.removed(Subject.TARGET_COLUMN, target, name(source)));
            }
        });
    }

    private static ScriptChange replaced(String target, ConfigValue earlier, ConfigValue source) {
        if (name(earlier).equals(name(source))) {
            return ScriptChange.replaced(
                    Subject.TARGET_COLUMN, target, ValueChanges.words(earlier), ValueChanges.words(source));
        }
        return ScriptChange.replaced(Subject.TARGET_COLUMN, target, name(earlier), name(source))
                .with(Effect.OTHER_VALUES);
    }

    private void alone(SyncTask.Step before, SyncTask.Step after) {
        List<String> old = columns(before).stream().map(ValueChanges::words).toList();
        List<String> now = columns(after).stream().map(ValueChanges::words).toList();
        List<String> added = new ArrayList<>(now);
        old.forEach(added::remove);
        List<String> removed = new ArrayList<>(old);
        now.forEach(removed::remove);
        added.forEach(column -> found.add(ScriptChange.added(Subject.COLUMN, after.name(), column)));
        removed.forEach(column -> found.add(ScriptChange.removed(Subject.COLUMN, after.name(), column)));
        if (!old.equals(now) && new HashSet<>(old).equals(new HashSet<>(now))) {
            found.add(ScriptChange.replaced(Subject.COLUMN_ORDER, after.name()).with(Effect.OTHER_VALUES));
        }
    }

    private static List<ConfigValue> columns(SyncTask.Step step) {
        return step.parameter().entries().get("column") instanceof ConfigValue.Array array ? array.items() : List.of();
    }

    /** The name of a column, or the place or value that stands for one in a file. */
    private static String name(ConfigValue column) {
        if (column instanceof ConfigValue.Obj object) {
            for (String key : List.of("name", "index", "value")) {
                ConfigValue value = object.entries().get(key);
                if (value != null) {
                    return ValueChanges.words(value);
                }
            }
        }
        return ValueChanges.words(column);
    }
}
