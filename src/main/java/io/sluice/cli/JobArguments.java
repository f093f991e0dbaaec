package io.sluice.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that takes a job is told of it. */
final class JobArguments {
    @Parameters(paramLabel = "JOB", description = "Job file: DIJob 2.0, DIJob 1.0 or DataX.")
    private Path job;

    @Option(names = "-p", paramLabel = "name=value", description = "Value of a parameter; repeatable.")
    private Map<String, String> parameters = Map.of();

    @Option(names = "--datasources", paramLabel = "FILE", description = "Data sources by name, as JSON.")
    private @Nullable Path sources;

    @SuppressWarnings("NullAway.Init")
    JobArguments() {}

    LoadedJob load() throws IOException, InvalidInput {
        return LoadedJob.load(job, parameters, sources);
    }
}
