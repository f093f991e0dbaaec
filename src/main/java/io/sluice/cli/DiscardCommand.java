package io.sluice.cli;

import io.sluice.engine.CheckpointStore;
import io.sluice.engine.Discard;
import io.sluice.engine.JobFactory.Prepared;
import io.sluice.engine.JournalFile;
import io.sluice.script.Problem;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives up a load that could be resumed. */
@Command(
        name = "discard",
        description =
                "Gives up the load that a checkpoint file has: removes what it left in the target, such as a staging"
                        + " table, and then the file. 0 when nothing is left, 1 when the target cannot be reached or the load goes"
                        + " on, 2 when the job is not valid.",
        mixinStandardHelpOptions = true)
final class DiscardCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final JobArguments arguments = new JobArguments();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            required = true,
            description = "The checkpoint file of the run, which had the same job and the same parameters.")
    private Path checkpoint;

    @SuppressWarnings("NullAway.Init")
    DiscardCommand() {}

    @Override
    public Integer call() throws IOException, InvalidInput {
        PrintWriter err = spec.commandLine().getErr();
        LoadedJob loaded = arguments.load();
        loaded.problems().stream()
                .filter(problem -> problem.level() != Problem.Level.HINT)
                .forEach(problem -> err.println(ProblemLines.text(problem)));
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
