package io.sluice.studio.ui.form;

import io.sluice.run.ui.Texts;
import io.sluice.script.Side;
import io.sluice.script.StepDescription;
import io.sluice.script.SyncTask;
import io.sluice.ui.ConnectorTexts;

/** What stands above the lists of a mapping: the name of the table, and how many columns there are. */
final class MappingHeads {
    private final Texts texts;

    MappingHeads(Texts texts) {
        this.texts = texts;
    }

    /** Name and count, separated by a line end. */
    String of(FormTask task, Side side, Mapping mapping) {
        String name = task.step(side).map(step -> name(task, side, step)).orElse("");
        boolean takesAny = side == Side.WRITER && !mapping.listsTargets();
        int count = side == Side.READER ? mapping.sources().size() : mapping.targetCount();
        return name + "\n"
                + (takesAny ? texts.translate("mapping.takes-any") : texts.translate("mapping.columns", count));
    }

    private static String name(FormTask task, Side side, SyncTask.Step step) {
        String table = String.join(", ", EndPaths.names(task, EndPaths.table(step)));
        return table.isEmpty()
                ? task.description(side)
                        .map(StepDescription::label)
                        .map(ConnectorTexts::translated)
                        .orElse(step.name())
                : table;
    }
}
