package io.sluice.run;

import io.sluice.engine.Failure;
import io.sluice.engine.RunResult;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import org.jspecify.annotations.Nullable;

/** Tells which line of a task's script a failure belongs to. */
final class FailureLines {
    static final RunFailure UNEXPECTED = new RunFailure(
            "INTERNAL_ERROR",
            "INTERNAL",
            "The run broke in a way the workbench did not expect.",
            "Look into the log of the workbench and report it.",
            null);

    private final ScriptDocument script;

    /** @param script the text as saved */
    FailureLines(ScriptDocument script) {
        this.script = script;
    }

    /** The failure of a run; null when it did not fail. */
    @Nullable
    RunFailure failure(RunResult result) {
        Failure failure = result.failure();
        if (failure == null) {
            return null;
        }
        return new RunFailure(
                failure.code().name(),
                failure.code().category().name(),
                failure.message(),
                failure.code().advice(),
                line(failure.path()));
    }

    private @Nullable Integer line(@Nullable Path path) {
        if (path == null || !script.readable()) {
            return null;
        }
        return script.place(path).line();
    }
}
