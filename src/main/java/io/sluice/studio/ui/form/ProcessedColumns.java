package io.sluice.studio.ui.form;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.preview.StepColumns;
import io.sluice.script.SyncTask;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.data.Column;
import java.util.List;
import java.util.Optional;

/** What the steps between reader and writer make of columns. */
final class ProcessedColumns {
    private ProcessedColumns() {}

    /** Whether other columns leave the steps than reach them. */
    static boolean change(List<SyncTask.Step> steps) {
        return steps.stream()
                .anyMatch(step -> TransformType.of(step.stepType())
                        .map(TransformType::changesColumns)
                        .orElse(true));
    }

    /** The columns that leave the last step; empty when a step cannot work on what reaches it. */
    static Optional<List<Column>> of(List<SyncTask.Step> steps, List<Column> arriving, ConversionRules rules) {
        StepColumns columns = StepColumns.of(arriving, steps, rules);
        return columns.problem() == null ? Optional.of(columns.after()) : Optional.empty();
    }
}
