package io.sluice.engine;

import io.sluice.spi.FileAccess;

/** Everything a run needs, resolved and checked as far as that is possible without a connection. */
public record Job(JobReader reader, JobWriter writer, RunSettings settings, DataSources sources, FileAccess files) {}
