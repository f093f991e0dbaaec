package io.sluice.studio.ui.form;

import io.sluice.script.Catalog;
import io.sluice.script.Parameters;
import io.sluice.script.Path;
import io.sluice.script.Problem;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Setting;
import io.sluice.script.Side;
import io.sluice.script.StepDescription;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A task as the form shows it.
 *
 * @param document readable; the last one that was, while the text is not
 * @param problems everything wrong with the document
 * @param values of its parameters in a look at its data
 * @param filled the document with these values
 * @param editable false while the text cannot be parsed, and for members who may only look
 */
public record FormTask(
        UUID id,
        ScriptDocument document,
        Map<String, String> values,
        ScriptDocument filled,
        List<Problem> problems,
        Catalog catalog,
        Setting setting,
        boolean editable) {
    public FormTask {
        problems = List.copyOf(problems);
        values = Map.copyOf(values);
    }

    /** @param values of parameters in a look at the task's data */
    public static FormTask of(UUID id, ScriptDocument document, Map<String, String> values, Catalog catalog) {
        ScriptDocument filled =
                document.readable() && document.text().contains("${") ? Parameters.apply(document, values) : document;
        return new FormTask(
                id, document, values, filled, document.problems(catalog), catalog, Setting.of(document), true);
    }

    /** The same task to be looked at only. */
    public FormTask readOnly() {
        return new FormTask(id, document, values, filled, problems, catalog, setting, false);
    }

    /** The task as data sources are asked about it: its parameters have values. */
    FormTask asked() {
        return new FormTask(id, filled, values, filled, problems, catalog, setting, editable);
    }

    /** The first step of a side, if there is one. */
    public Optional<SyncTask.Step> step(Side side) {
        return SyncTask.steps(document, side).stream().findFirst();
    }

    /** Steps between reader and writer in the order they run. */
    public List<SyncTask.Step> maps() {
        return SyncTask.of(document).map(SyncTask::maps).orElseGet(() -> SyncTask.maps(document));
    }

    /** What the step of a side is, when it is of a kind this installation knows. */
    public Optional<StepDescription> description(Side side) {
        return step(side).flatMap(step -> catalog.step(step.stepType(), side));
    }

    /** Problems at the path or below it. */
    public List<Problem> problemsAt(Path path) {
        return problems.stream()
                .filter(problem -> problem.path().startsWith(path))
                .toList();
    }

    /** The text at a path; empty when it is missing or no text. */
    public String text(Path path) {
        return document.read(path)
                .filter(ConfigValue.Text.class::isInstance)
                .map(ConfigValue::toString)
                .orElse("");
    }
}
