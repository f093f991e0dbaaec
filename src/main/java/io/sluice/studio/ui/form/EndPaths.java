package io.sluice.studio.ui.form;

import io.sluice.script.Path;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import java.util.List;

/**
 * Where a step says what it reads or writes. Scripts name data source and table at the top of the parameters, in the
 * first element of {@code connection}, or in both (script-format.md section 3); a form changes them where they are.
 */
final class EndPaths {
    private EndPaths() {}

    static Path dataSource(SyncTask.Step step) {
        return place(step, "datasource");
    }

    static Path table(SyncTask.Step step) {
        return place(step, "table");
    }

    private static Path place(SyncTask.Step step, String name) {
        Path top = step.parameterPath().child(name);
        Path sharded = step.parameterPath().child("connection").child(0).child(name);
        return !filled(step.parameter(), name) && filled(first(step), name) ? sharded : top;
    }

    private static ConfigValue.Obj first(SyncTask.Step step) {
        return step.parameter().find("connection").orElse(null) instanceof ConfigValue.Array list
                        && !list.items().isEmpty()
                        && list.items().get(0) instanceof ConfigValue.Obj object
                ? object
                : ConfigValue.Obj.EMPTY;
    }

    private static boolean filled(ConfigValue.Obj values, String name) {
        return values.find(name)
                .filter(value -> !value.equals(new ConfigValue.Text("")))
                .filter(value -> !(value instanceof ConfigValue.Array list
                        && list.items().isEmpty()))
                .isPresent();
    }

    /** The names at a place, one or several. */
    static List<String> names(FormTask task, Path path) {
        return switch (task.document().read(path).orElse(null)) {
            case ConfigValue.Text text -> text.value().isBlank() ? List.of() : List.of(text.value());
            case ConfigValue.Array list ->
                list.items().stream()
                        .filter(item -> Values.isWord(item) && !(item instanceof ConfigValue.Null))
                        .map(ConfigValue::toString)
                        .toList();
            case null -> List.of();
            case ConfigValue.Num number -> List.of(number.spelling());
            case ConfigValue.Bool flag -> List.of(flag.toString());
            case ConfigValue.Null ignored -> List.of();
            case ConfigValue.Obj ignored -> List.of();
        };
    }

    /** The data source of a step; empty when it names none. */
    static String dataSourceName(FormTask task, SyncTask.Step step) {
        return task.text(dataSource(step));
    }

    /** The one table of a step; empty when it names none or several. */
    static String tableName(FormTask task, SyncTask.Step step) {
        List<String> names = names(task, table(step));
        return names.size() == 1 ? names.get(0) : "";
    }
}
