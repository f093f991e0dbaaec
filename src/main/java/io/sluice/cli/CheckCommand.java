package io.sluice.cli;

import io.sluice.script.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a job without touching any system. */
@Command(
        name = "check",
        description = "Checks a job file without connecting anywhere.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final JobArguments arguments = new JobArguments();

    @Option(names = "--json", description = "One JSON object for each problem.")
    private boolean json;

    @SuppressWarnings("NullAway.Init")
    CheckCommand() {}

    @Override
    public Integer call() throws IOException, InvalidInput {
        PrintWriter out = spec.commandLine().getOut();
        LoadedJob loaded = arguments.load();
        for (Problem problem : loaded.problems()) {
            out.println(json ? ProblemLines.json(problem) : ProblemLines.text(problem));
        }
        if (loaded.problems().isEmpty() && !json) {
            out.println("No problems found");
        }
        return loaded.runnable() ? ExitCode.SUCCEEDED : ExitCode.INVALID;
    }
}
