package io.sluice.cli;

import io.sluice.script.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Checks a job without touching any system. */
final class CheckCommand implements Callable<Integer> {
    private static final String JSON = "--json";

    private final CommandSpec spec = JobArguments.addTo(
                    Described.command(this, "check", "Checks a job file without connecting anywhere."))
            .addOption(Described.flag(JSON, "One JSON object for each problem."));

    private CheckCommand() {}

    static CommandSpec describe() {
        return new CheckCommand().spec;
    }

    @Override
    public Integer call() throws IOException, InvalidInput {
        PrintWriter out = spec.commandLine().getOut();
        ParseResult given = spec.commandLine().getParseResult();
        boolean json = given.matchedOptionValue(JSON, false);
        LoadedJob loaded = JobArguments.load(given);
        for (Problem problem : loaded.problems()) {
            out.println(json ? ProblemLines.json(problem) : ProblemLines.text(problem));
        }
        if (loaded.problems().isEmpty() && !json) {
            out.println("No problems found");
        }
        return loaded.runnable() ? ExitCode.SUCCEEDED : ExitCode.INVALID;
    }
}
