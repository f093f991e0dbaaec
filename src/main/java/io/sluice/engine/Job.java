package io.sluice.engine;

import io.sluice.engine.transform.TransformStep;
import io.sluice.spi.FileAccess;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run needs, resolved and checked as far as that is possible without a connection.
 *
 * @param transforms steps between reader and writer in their order; empty when records pass as they are
 * @param entry where on their way the records come in that the reader delivers; null for right behind the source
 */
public record Job(
        JobReader reader,
        List<TransformStep> transforms,
        JobWriter writer,
        RunSettings settings,
        DataSources sources,
        FileAccess files,
        @Nullable DirtyShape entry) {
    public Job {
        transforms = List.copyOf(transforms);
    }

    public Job(
            JobReader reader,
            List<TransformStep> transforms,
            JobWriter writer,
            RunSettings settings,
            DataSources sources,
            FileAccess files) {
        this(reader, transforms, writer, settings, sources, files, null);
    }

    /** The same job with other settings. */
    public Job with(RunSettings others) {
        return new Job(reader, transforms, writer, others, sources, files, entry);
    }

    /** A job without steps between reader and writer. */
    public Job(JobReader reader, JobWriter writer, RunSettings settings, DataSources sources, FileAccess files) {
        this(reader, List.of(), writer, settings, sources, files);
    }
}
