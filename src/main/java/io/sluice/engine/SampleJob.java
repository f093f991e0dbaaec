package io.sluice.engine;

import io.sluice.engine.JobFactory.JobProblem;
import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.transform.TransformStep;
import io.sluice.spi.FileAccess;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be looked at of a task that need not be complete: nothing of it is ever written.
 *
 * @param transforms the steps between reader and writer up to the first that cannot be used
 * @param unusable the step behind those; null when all can be used
 * @param writer tells what the target wants to be given; null when there is none that can be used
 */
public record SampleJob(
        JobReader reader,
        List<TransformStep> transforms,
        @Nullable Unusable unusable,
        @Nullable JobWriter writer,
        ConversionRules rules,
        DataSources sources,
        FileAccess files) {
    public SampleJob {
        transforms = List.copyOf(transforms);
    }

    /** A step whose parameters do not make one. */
    public record Unusable(String step, JobProblem problem) {}
}
