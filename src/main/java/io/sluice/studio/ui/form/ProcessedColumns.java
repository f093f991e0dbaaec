package io.sluice.studio.ui.form;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.transform.Pipeline;
import io.sluice.engine.transform.TransformStep;
import io.sluice.script.SyncTask;
import io.sluice.script.transform.Transform;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.Bound;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.SluiceException;
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
        Pipeline pipeline = Pipeline.of(new Schema(arriving), rules);
        try {
            for (SyncTask.Step step : steps) {
                Optional<Transform> transform =
                        TransformType.of(step.stepType()).flatMap(type -> bound(type, step));
                if (transform.isEmpty()) {
                    return Optional.empty();
                }
                pipeline = pipeline.then(new TransformStep(step.name(), step.path(), transform.get()));
            }
        } catch (SluiceException unfit) {
            return Optional.empty();
        }
        return Optional.of(pipeline.output().columns());
    }

    private static Optional<Transform> bound(TransformType type, SyncTask.Step step) {
        return type.parameters().bind(step.parameter()) instanceof Bound.Valid<? extends Record> valid
                        && valid.value() instanceof Transform transform
                ? Optional.of(transform)
                : Optional.empty();
    }
}
