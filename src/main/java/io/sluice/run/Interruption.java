package io.sluice.run;

/** Why runs are marked as interrupted, and what to do about it, which depends on what they are for. */
final class Interruption {
    private static final RunFailure NEVER_BEGUN = failure(
            "The workbench at which this run waited ended, and no other began it in time.",
            "Start the task again: nothing of this run was carried out.");

    /**
     * What became of a run whose process is dead, as an expression of its row: texts without quotes, in a place where the
     * types of parameters would not be known.
     */
    static final String BY_ROW = "CASE WHEN kind = 'LOAD' AND state = 'QUEUED' AND movable THEN " + literal(NEVER_BEGUN)
            + " WHEN kind = 'LOAD' THEN " + literal(ended(RunKind.LOAD))
            + " WHEN kind = 'REPLAY' THEN " + literal(ended(RunKind.REPLAY))
            + " ELSE " + literal(ended(RunKind.VERIFY)) + " END";

    private Interruption() {}

    /** The process has ended. */
    static RunFailure ended(RunKind kind) {
        return failure("The workbench that carried this run ended before the run did.", kind);
    }

    /** The process was without its store. */
    static RunFailure leaseLost(RunKind kind) {
        return failure(
                "The workbench had no store for too long and stopped this run, before another could take it for dead.",
                kind);
    }

    private static RunFailure failure(String message, RunKind kind) {
        return switch (kind) {
            case LOAD -> failure(message, "Resume the run: it goes on where it was.");
            case REPLAY -> failure(message, "Write the records again that are still open.");
            case DRY_RUN, VERIFY -> failure(message, "Start it again.");
        };
    }

    private static RunFailure failure(String message, String advice) {
        return new RunFailure("RUN_INTERRUPTED", "EXTERNAL", message, advice, null);
    }

    private static String literal(RunFailure failure) {
        return "'" + RunJson.write(failure) + "'";
    }
}
