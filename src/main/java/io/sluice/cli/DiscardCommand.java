package io.sluice.cli;

import io.sluice.engine.CheckpointStore;
import io.sluice.engine.Discard;
import io.sluice.engine.JobFactory.Prepared;
import io.sluice.engine.JournalFile;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Gives up a load that could be resumed. */
final class DiscardCommand implements Callable<Integer> {
    private static final String CHECKPOINT = "--checkpoint";

    private final CommandSpec spec = JobArguments.addTo(Described.command(
                    this,
                    "discard",
                    "Gives up the load that a checkpoint file has: removes what it left in the target, such as a staging"
                            + " table, and then the file. 0 when nothing is left, 1 when the target cannot be reached"
                            + " or the load goes on, 2 when the job is not valid."))
            .addOption(OptionSpec.builder(CHECKPOINT)
                    .type(Path.class)
                    .required(true)
                    .paramLabel("FILE")
                    .description("The checkpoint file of the run, which had the same job and the same parameters.")
                    .build());

    private DiscardCommand() {}

    static CommandSpec describe() {
        return new DiscardCommand().spec;
    }

    @Override
    public Integer call() throws IOException, InvalidInput {
        PrintWriter err = spec.commandLine().getErr();
        ParseResult given = spec.commandLine().getParseResult();
        Path checkpoint = given.matchedOptionValue(CHECKPOINT, null);
        LoadedJob loaded = JobArguments.load(given);
        ProblemLines.report(loaded, err);
        if (!loaded.runnable() || !(loaded.prepared() instanceof Prepared.Ready ready)) {
            return ExitCode.INVALID;
        }
        if (!Files.exists(checkpoint)) {
            err.println("There is no " + checkpoint + ", so nothing is left of a load.");
            return ExitCode.SUCCEEDED;
        }
        try (CheckpointStore store = JournalFile.open(checkpoint)) {
            Optional<String> failure =
                    new Discard(ready.job(), new ConsoleListener(err, null), Clock.systemUTC()).of(store);
            err.println(failure.map(reason -> "Not discarded: " + reason).orElse("Discarded."));
            return failure.isEmpty() ? ExitCode.SUCCEEDED : ExitCode.FAILED;
        } catch (SluiceException unusable) {
            err.println("Not discarded: " + unusable.getMessage());
            return ExitCode.FAILED;
        }
    }
}
