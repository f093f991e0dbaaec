package io.sluice.studio;

import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.ScriptChange.Effect;
import io.sluice.studio.ScriptChange.Kind;
import io.sluice.studio.ScriptChange.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what is different in reader and writer of two scripts. */
final class StepChanges {
    private static final Set<String> TOLD = Set.of(
            "datasource", "connection", "table", "where", "column", "writeMode", "loadMode", "preSql", "postSql");

    private final List<ScriptChange> found;

    StepChanges(List<ScriptChange> found) {
        this.found = found;
    }

    void compare(SyncTask before, SyncTask after) {
        ends(before.reader(), after.reader(), false);
        filter(before.reader(), after.reader());
        ends(before.writer(), after.writer(), true);
        writeMode(before.writer(), after.writer());
        loadMode(before.writer(), after.writer());
        new ColumnChanges(found).compare(before, after);
        statements(Subject.PRE_STATEMENT, "preSql", before.writer(), after.writer());
        statements(Subject.POST_STATEMENT, "postSql", before.writer(), after.writer());
        rest(before.reader(), after.reader());
        rest(before.writer(), after.writer());
    }

    private void ends(SyncTask.Step old, SyncTask.Step now, boolean target) {
        Optional<Effect> effect = target ? Optional.of(Effect.OTHER_TARGET) : Optional.empty();
        one(Subject.SYSTEM, now.name(), old.stepType(), now.stepType(), effect);
        one(
                Subject.DATA_SOURCE,
                now.name(),
                String.join(", ", old.dataSources()),
                String.join(", ", now.dataSources()),
                effect);
        one(Subject.TABLE, now.name(), String.join(", ", tables(old)), String.join(", ", tables(now)), effect);
    }

    /** A value that is empty when there is none. An effect is that of having replaced or removed the old value. */
    private void one(Subject subject, String where, String old, String now, Optional<Effect> effect) {
        if (old.equals(now)) {
            return;
        }
        if (old.isEmpty()) {
            found.add(ScriptChange.added(subject, where, now));
        } else if (now.isEmpty()) {
            found.add(ScriptChange.removed(subject, where, old).with(effect));
        } else {
            found.add(ScriptChange.replaced(subject, where, old, now).with(effect));
        }
    }

    private static List<String> tables(SyncTask.Step step) {
        List<String> names = new ArrayList<>(texts(step.parameter().entries().get("table")));
        if (step.parameter().entries().get("connection") instanceof ConfigValue.Array connections) {
            for (ConfigValue connection : connections.items()) {
                if (connection instanceof ConfigValue.Obj object) {
                    names.addAll(texts(object.entries().get("table")));
                }
            }
        }
        return names;
    }

    private static List<String> texts(@Nullable ConfigValue value) {
        if (value instanceof ConfigValue.Array array) {
            return array.items().stream().map(ValueChanges::words).toList();
        }
        return value == null || value.toString().isBlank() ? List.of() : List.of(ValueChanges.words(value));
    }

    private void filter(SyncTask.Step old, SyncTask.Step now) {
        String before = text(old, "where");
        String after = text(now, "where");
        if (!before.equals(after)) {
            one(Subject.FILTER, now.name(), before, after, Optional.empty());
            int last = found.size() - 1;
            found.set(last, found.get(last).with(after.isEmpty() ? Effect.READS_ALL : Effect.READS_OTHER));
        }
    }

    private void writeMode(SyncTask.Step old, SyncTask.Step now) {
        change(Subject.WRITE_MODE, text(old, "writeMode"), text(now, "writeMode"))
                .ifPresent(change -> found.add(change.with(effect(now, text(now, "writeMode")))));
    }

    private static Optional<Effect> effect(SyncTask.Step writer, String mode) {
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "replace" -> Optional.of(Effect.REPLACES_ROWS);
            case "update", "upsert", "on duplicate key update" -> Optional.of(Effect.UPDATES_ROWS);
            case "truncate" ->
                Optional.of(writer.dataSources().isEmpty() ? Effect.REPLACES_FILES : Effect.EMPTIES_TABLE);
            case "append", "nonconflict" -> Optional.of(Effect.KEEPS_FILES);
            case "insert", "insert into", "copy" -> Optional.of(Effect.KEEPS_ROWS);
            default -> Optional.empty();
        };
    }

    private void loadMode(SyncTask.Step old, SyncTask.Step now) {
        boolean staging = text(now, "loadMode").equalsIgnoreCase("staging");
        change(Subject.LOAD_MODE, text(old, "loadMode"), text(now, "loadMode"))
                .ifPresent(change ->
                        found.add(change.with(staging ? Optional.of(Effect.REPLACES_CONTENT) : Optional.empty())));
    }

    private static Optional<ScriptChange> change(Subject subject, String old, String now) {
        if (old.equals(now)) {
            return Optional.empty();
        }
        if (old.isEmpty()) {
            return Optional.of(ScriptChange.added(subject, now));
        }
        return Optional.of(
                now.isEmpty() ? ScriptChange.removed(subject, old) : ScriptChange.replaced(subject, old, now));
    }

    private void statements(Subject subject, String key, SyncTask.Step old, SyncTask.Step now) {
        List<String> before = texts(old.parameter().entries().get(key));
        List<String> after = texts(now.parameter().entries().get(key));
        List<String> added = new ArrayList<>(after);
        before.forEach(added::remove);
        List<String> removed = new ArrayList<>(before);
        after.forEach(removed::remove);
        added.forEach(
                statement -> found.add(ScriptChange.added(subject, statement).with(StatementEffect.of(statement))));
        removed.forEach(statement -> found.add(ScriptChange.removed(subject, statement)
                .with(StatementEffect.of(statement)
                        .filter(effect -> effect == Effect.EMPTIES_TABLE && subject == Subject.PRE_STATEMENT)
                        .map(effect -> Effect.EMPTIES_TABLE_NO_MORE))));
        if (added.isEmpty() && removed.isEmpty() && !before.equals(after)) {
            found.add(new ScriptChange(
                    subject,
                    Kind.REPLACED,
                    List.of(String.join("; ", before), String.join("; ", after)),
                    Optional.empty()));
        }
    }

    private void rest(SyncTask.Step old, SyncTask.Step now) {
        new ValueChanges(found).compare(now.name(), untold(old), untold(now));
    }

    /** What is left of the parameters; of connections, what names no table and no data source. */
    private static ConfigValue.Obj untold(SyncTask.Step step) {
        ConfigValue.Obj rest = step.parameter();
        if (rest.entries().get("connection") instanceof ConfigValue.Array connections) {
            List<ConfigValue> items = connections.items().stream()
                    .map(item -> item instanceof ConfigValue.Obj object
                            ? object.without("table").without("datasource")
                            : item)
                    .filter(item -> !item.equals(ConfigValue.Obj.EMPTY))
                    .toList();
            if (!items.isEmpty()) {
                rest = rest.with("connections", new ConfigValue.Array(items));
            }
        }
        for (String name : TOLD) {
            rest = rest.without(name);
        }
        return rest;
    }

    private static String text(SyncTask.Step step, String name) {
        return String.join(", ", texts(step.parameter().entries().get(name)));
    }
}
