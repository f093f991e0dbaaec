package io.sluice.engine.preview;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.transform.Pipeline;
import io.sluice.engine.transform.TransformCheck;
import io.sluice.engine.transform.TransformStep;
import io.sluice.script.SyncTask.Step;
import io.sluice.script.transform.Transform;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns on their way through the steps of a task. Needs no data and no connection.
 *
 * @param before for each step the columns that reach it, as far as they are known
 * @param after the columns that leave the last step that can be used
 * @param problem why the step behind those in {@code before} cannot be used; null when all can
 */
public record StepColumns(
        List<List<Column>> before,
        List<Column> after,
        @Nullable String problem) {
    public StepColumns {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** @param source the columns of the reader @param maps the steps in their order */
    public static StepColumns of(List<Column> source, List<Step> maps, ConversionRules rules) {
        List<List<Column>> before = new ArrayList<>();
        Pipeline pipeline = Pipeline.of(new Schema(source), rules);
        for (Step map : maps) {
            before.add(pipeline.output().columns());
            Transform transform = usable(map).orElse(null);
            if (transform == null) {
                return new StepColumns(before, pipeline.output().columns(), "");
            }
            try {
                pipeline = pipeline.then(new TransformStep(map.name(), map.path(), transform));
            } catch (SluiceException unfit) {
                return new StepColumns(before, pipeline.output().columns(), String.valueOf(unfit.getMessage()));
            }
        }
        return new StepColumns(before, pipeline.output().columns(), null);
    }

    private static Optional<Transform> usable(Step map) {
        return TransformType.of(map.stepType())
                .map(type -> type.parameters().bind(map.parameter()))
                .filter(Bound.Valid.class::isInstance)
                .map(bound -> ((Bound.Valid<?>) bound).value())
                .filter(Transform.class::isInstance)
                .map(Transform.class::cast)
                .filter(transform -> TransformCheck.problems(transform).stream().noneMatch(ConfigProblem::isError));
    }
}
