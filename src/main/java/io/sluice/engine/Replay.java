package io.sluice.engine;

import io.sluice.engine.DirtyRecord.Stage;
import io.sluice.engine.transform.Pipeline;
import io.sluice.spi.Guarantee;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.SluiceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends corrected dirty records on from where they were found, through the rest of their job into its target. */
public final class Replay {
    private Replay() {}

    /** Whether the writer of a job can take single rows after its load. */
    public static boolean possible(Job job) {
        return job.writer().replaying() != null;
    }

    /**
     * A job that writes records of one shape. The number of a record in the list is that of its split, in the job's
     * checkpoints and in its dirty records; the job ends with the last record however many are dirty again.
     *
     * @param original the job the records come from
     * @throws SluiceException NOT_SUPPORTED when the writer cannot add single rows
     */
    public static Job job(Job original, DirtyShape shape, List<List<@Nullable String>> records) {
        JobReader reader = original.reader();
        RunSettings settings = original.settings();
        JobWriter writer = original.writer().adding();
        Recovery recovery = settings.recovery().withoutFailover();
        return new Job(
                new JobReader(
                        reader.step(),
                        reader.path(),
                        reader.connector(),
                        context -> new ReplayReader(shape.columns(), records, context)),
                original.transforms(),
                writer,
                new RunSettings(
                        1,
                        1,
                        DirtyLimit.IGNORE,
                        RunLimits.NONE,
                        settings.conversion(),
                        false,
                        false,
                        repeatable(writer.guarantee()) ? recovery : recovery.withoutRepeating()),
                original.sources(),
                original.files(),
                shape);
    }

    /** Whether a row that is written a second time leaves the target as the first time did. */
    public static boolean repeatable(Guarantee guarantee) {
        return switch (guarantee) {
            case IDEMPOTENT, PROGRESS_IN_TARGET, NOTHING_KEPT -> true;
            case AT_LEAST_ONCE, ALL_OR_NOTHING, WHOLE_FILES -> false;
        };
    }

    /** What a replay of a job's records promises. @throws SluiceException NOT_SUPPORTED */
    public static Guarantee guarantee(Job original) {
        return original.writer().adding().guarantee();
    }

    /** What records of a shape still have before them. @param whole all steps, planned on the columns of the source */
    static Pipeline rest(DirtyShape shape, Pipeline whole) {
        Schema columns = shape.columns();
        Pipeline rest = shape.stage() == Stage.TRANSFORM ? whole.from(shape.step()) : whole;
        if (shape.stage() == Stage.TRANSFORM && !rest.input().equals(columns)) {
            throw new SluiceException(
                    EngineError.SCHEMA_CHANGED, "The steps of the task take other columns than these records have");
        }
        return rest;
    }
}
