package io.sluice.studio.ui.form;

import io.sluice.script.MapSteps;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.SyncTask;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The step that lets columns through which it lists by name, as the last that changes which columns there are. Lines
 * start at the columns that reach it, and its list says which of them go on.
 *
 * @param before the steps before it
 * @param behind the steps behind it; they change values only
 */
record ColumnStep(SyncTask.Step step, List<SyncTask.Step> before, List<SyncTask.Step> behind) {
    private static final String NAME = "name";

    ColumnStep {
        before = List.copyOf(before);
        behind = List.copyOf(behind);
    }

    /** @param maps the steps between reader and writer in their order */
    static Optional<ColumnStep> of(List<SyncTask.Step> maps) {
        int last = maps.size() - 1;
        while (last >= 0 && !ProcessedColumns.change(maps.subList(last, last + 1))) {
            last--;
        }
        return last >= 0 && choosesByName(maps.get(last))
                ? Optional.of(
                        new ColumnStep(maps.get(last), maps.subList(0, last), maps.subList(last + 1, maps.size())))
                : Optional.empty();
    }

    private static boolean choosesByName(SyncTask.Step step) {
        boolean counts = step.parameter().find("columnIndex").orElse(null) instanceof ConfigValue.Array indexes
                && !indexes.items().isEmpty();
        return TransformType.of(step.stepType())
                        .filter(TransformType.PROJECT::equals)
                        .isPresent()
                && !counts;
    }

    /** The names it lists, as they stand in the script. */
    Optional<ConfigValue> names() {
        return step.parameter().find(NAME);
    }

    /** Where they stand. */
    Path list() {
        return step.parameterPath().child(NAME);
    }

    /** Whether a step could choose among these: each has a name of its own. */
    static boolean possible(List<SourceColumn> arriving) {
        return !arriving.isEmpty()
                && arriving.stream().map(SourceColumn::name).distinct().count() == arriving.size();
    }

    /** Adds a step before the writer that lets all of these through. */
    static ScriptDocument add(ScriptDocument document, List<SourceColumn> arriving) {
        List<String> names = new ArrayList<>();
        arriving.forEach(column -> names.add(column.name()));
        return MapSteps.add(
                document, TransformType.PROJECT, ConfigValue.Obj.EMPTY.with(NAME, ConfigValue.Array.ofTexts(names)));
    }
}
