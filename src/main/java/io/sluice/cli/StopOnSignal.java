package io.sluice.cli;

import io.sluice.engine.RunHandle;
import io.sluice.engine.RunResult;
import java.util.function.Consumer;

/** Suspends a run when the process is told to end, and ends the process only after the run. */
final class StopOnSignal {
    private final RunHandle run;
    private final Consumer<RunResult> report;
    private final Thread hook = new Thread(this::stop, "sluice-signal");

    StopOnSignal(RunHandle run, Consumer<RunResult> report) {
        this.run = run;
        this.report = report;
    }

    /** The result when the run ends by itself; when the process is told to end this never returns. */
    RunResult await() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(hook);
        RunResult result = run.await();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            hook.join();
        }
        return result;
    }

    private void stop() {
        run.suspend();
        try {
            report.accept(run.await());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
}
