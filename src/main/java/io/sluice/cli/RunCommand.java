package io.sluice.cli;

import io.sluice.engine.CheckpointStore;
import io.sluice.engine.Engine;
import io.sluice.engine.JobFactory.Prepared;
import io.sluice.engine.JournalFile;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunResult;
import io.sluice.script.Problem;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Runs a job in this process. */
final class RunCommand implements Callable<Integer> {
    private static final String CHECKPOINT = "--checkpoint";
    private static final String RESUME = "--resume";
    private static final String DIRTY = "--dirty";
    private static final String JSON = "--json";

    private final CommandSpec spec = JobArguments.addTo(Described.command(this, "run", "Runs a job file."))
            .addOption(Described.file(
                    CHECKPOINT,
                    "FILE",
                    "Keeps how far the job is, so that --resume can go on after a failure or a crash."))
            .addOption(Described.flag(RESUME, "Goes on with the load that the checkpoint file has, if it has one."))
            .addOption(Described.file(DIRTY, "FILE", "Writes every dirty record to this file, one JSON object a line."))
            .addOption(Described.flag(JSON, "One JSON object with the result on the standard output."));

    private RunCommand() {}

    static CommandSpec describe() {
        return new RunCommand().spec;
    }

    private ParseResult given() {
        return spec.commandLine().getParseResult();
    }

    private boolean json() {
        return given().matchedOptionValue(JSON, false);
    }

    @Override
    public Integer call() throws IOException, InvalidInput, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        LoadedJob loaded = load(out);
        ProblemLines.report(loaded, err);
        if (!loaded.runnable() || !(loaded.prepared() instanceof Prepared.Ready ready)) {
            return refuse(loaded, out);
        }
        Path dirtyFile = given().matchedOptionValue(DIRTY, null);
        try (CheckpointStore store = store(out);
                DirtyFile dirty = dirtyFile == null ? null : new DirtyFile(dirtyFile)) {
            ConsoleListener listener = new ConsoleListener(err, dirty);
            RunHandle run = new Engine(Clock.systemUTC()).start(ready.job(), listener, store);
            StopOnSignal signal = new StopOnSignal(run, result -> print(result, out));
            RunResult result = signal.await();
            print(result, out);
            return exitCode(result);
        }
    }

    private static int exitCode(RunResult result) {
        return switch (result.outcome()) {
            case SUCCEEDED -> ExitCode.SUCCEEDED;
            case FAILED -> ExitCode.FAILED;
            case CANCELLED -> ExitCode.INTERRUPTED;
        };
    }

    private @Nullable CheckpointStore store(PrintWriter out) throws IOException, InvalidInput {
        try {
            return store();
        } catch (InvalidInput invalid) {
            if (json()) {
                out.println(ResultLine.invalid(invalid));
            }
            throw invalid;
        }
    }

    /** Where checkpoints are kept; null when nobody asked for them. */
    private @Nullable CheckpointStore store() throws IOException, InvalidInput {
        Path file = given().matchedOptionValue(CHECKPOINT, null);
        boolean resume = given().matchedOptionValue(RESUME, false);
        if (file == null) {
            if (resume) {
                throw new InvalidInput("USAGE", "--resume needs --checkpoint FILE");
            }
            return null;
        }
        if (!resume && Files.exists(file) && Files.size(file) > 0) {
            throw new InvalidInput(
                    "CHECKPOINT_EXISTS",
                    file
                            + " has the checkpoints of a load that is not complete: add --resume to go on with it, or give it"
                            + " up with the command discard to begin from the start");
        }
        try {
            return JournalFile.open(file);
        } catch (SluiceException unusable) {
            throw new InvalidInput(unusable.code().name(), String.valueOf(unusable.getMessage()));
        }
    }

    /** Programs read the reason on the standard output, whatever it is that keeps the job from running. */
    private LoadedJob load(PrintWriter out) throws IOException, InvalidInput {
        try {
            return JobArguments.load(given());
        } catch (InvalidInput invalid) {
            if (json()) {
                out.println(ResultLine.invalid(invalid));
            }
            throw invalid;
        }
    }

    private int refuse(LoadedJob loaded, PrintWriter out) {
        if (json()) {
            Problem first = loaded.problems().stream()
                    .filter(Problem::isError)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("A job without a task has no error"));
            out.println(ResultLine.invalid(first));
        }
        return ExitCode.INVALID;
    }

    private void print(RunResult result, PrintWriter out) {
        if (json()) {
            out.println(ResultLine.of(result));
            out.flush();
        }
    }
}
