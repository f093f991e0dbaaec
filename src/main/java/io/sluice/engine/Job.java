package io.sluice.engine;

import io.sluice.engine.transform.TransformStep;
import io.sluice.spi.FileAccess;
import java.util.List;

/**
 * Everything a run needs, resolved and checked as far as that is possible without a connection.
 *
 * @param transforms steps between reader and writer in their order; empty when records pass as they are
 */
public record Job(
        JobReader reader,
        List<TransformStep> transforms,
        JobWriter writer,
        RunSettings settings,
        DataSources sources,
        FileAccess files) {
    public Job {
        transforms = List.copyOf(transforms);
    }

    /** A job without steps between reader and writer. */
    public Job(JobReader reader, JobWriter writer, RunSettings settings, DataSources sources, FileAccess files) {
        this(reader, List.of(), writer, settings, sources, files);
    }
}
