package io.sluice.cli;

import io.sluice.engine.JobFactory.Prepared;
import io.sluice.engine.Verified;
import io.sluice.engine.Verifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Compares what a job's source delivers with what its target holds; moves nothing. */
final class VerifyCommand implements Callable<Integer> {
    private static final String JSON = "--json";

    private final CommandSpec spec = JobArguments.addTo(Described.command(
                    this,
                    "verify",
                    "Compares source and target of a job file: 0 when they are equal, 1 when they differ or cannot be"
                            + " compared, 2 when the job is not valid."))
            .addOption(Described.flag(JSON, "One JSON object with the result on the standard output."));

    private VerifyCommand() {}

    static CommandSpec describe() {
        return new VerifyCommand().spec;
    }

    @Override
    public Integer call() throws IOException, InvalidInput, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ParseResult given = spec.commandLine().getParseResult();
        LoadedJob loaded = JobArguments.load(given);
        ProblemLines.report(loaded, err);
        if (!loaded.runnable() || !(loaded.prepared() instanceof Prepared.Ready ready)) {
            return ExitCode.INVALID;
        }
        long start = System.nanoTime();
        Verified verified = new Verifier(ready.job(), new ConsoleListener(err, null), Clock.systemUTC()).verify();
        if (given.matchedOptionValue(JSON, false)) {
            out.println(VerifyLine.of(verified, Duration.ofNanos(System.nanoTime() - start)));
            out.flush();
        }
        boolean equal = verified.result() != null && verified.result().equal();
        return equal ? ExitCode.SUCCEEDED : ExitCode.FAILED;
    }
}
