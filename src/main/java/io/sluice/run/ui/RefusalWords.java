package io.sluice.run.ui;

import io.sluice.run.Refusal;

/** Why nothing was started, as a key of the texts. */
public final class RefusalWords {
    private RefusalWords() {}

    public static String key(Refusal reason) {
        return switch (reason) {
            case TASK_GONE -> "studio.refused.gone";
            case NOTHING_TO_RESUME -> "studio.refused.nothing-to-resume";
            case SNAPSHOT_ENDED -> "run.resume.snapshot";
            case TARGET_CHANGED -> "run.resume.target-changed";
            case NOT_COMPARABLE -> "studio.refused.not-comparable";
            case NOT_REPLAYABLE -> "studio.refused.not-replayable";
            case RUN_LIVE -> "studio.refused.run-live";
            case TOO_MANY_RUNS -> "studio.refused.too-many";
            case SHUTTING_DOWN -> "studio.refused.shutting-down";
        };
    }
}
