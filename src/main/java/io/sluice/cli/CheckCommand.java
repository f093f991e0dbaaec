package io.sluice.cli;

import io.sluice.script.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a job without touching any system. */
@Command(
        name = "check",
        description = "Checks a job file without connecting anywhere.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB", description = "Job file: DIJob 2.0, DIJob 1.0 or DataX.")
    private Path job;

    @Option(names = "-p", paramLabel = "name=value", description = "Value of a parameter; repeatable.")
    private Map<String, String> parameters = Map.of();

    @Option(names = "--datasources", paramLabel = "FILE", description = "Data sources by name, as JSON.")
    private @Nullable Path sources;

    @Option(names = "--json", description = "One JSON object for each problem.")
    private boolean json;

    @SuppressWarnings("NullAway.Init")
    CheckCommand() {}

    @Override
    public Integer call() throws IOException, InvalidInput {
        PrintWriter out = spec.commandLine().getOut();
        LoadedJob loaded = LoadedJob.load(job, parameters, sources);
        for (Problem problem : loaded.problems()) {
            out.println(json ? ProblemLines.json(problem) : ProblemLines.text(problem));
        }
        if (loaded.problems().isEmpty() && !json) {
            out.println("No problems found");
        }
        return loaded.runnable() ? ExitCode.SUCCEEDED : ExitCode.INVALID;
    }
}
