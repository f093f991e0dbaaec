package io.sluice.engine;

import io.sluice.spi.Guarantee;

/** Says in one sentence what a run promises about its rows. */
public final class Delivery {
    private Delivery() {}

    /** What happens with a load that failed. */
    public enum After {
        /** Checkpoints are kept: another attempt goes on. */
        RESUME,
        /** No checkpoints are kept: another run begins from the start. */
        RESTART
    }

    /** Depends on nothing but its arguments. */
    public static String sentence(Guarantee guarantee, After after) {
        boolean resumes = after == After.RESUME;
        return switch (guarantee) {
            case AT_LEAST_ONCE ->
                "At least once: no row is lost; "
                        + (resumes
                                ? "after a crash or a lost answer at most one batch per channel may be there twice"
                                : "a batch whose answer is lost may be there twice, and a run after a failure begins from the"
                                        + " start");
            case PROGRESS_IN_TARGET ->
                "Effectively once: every batch is committed together with its progress in the target"
                        + (resumes ? "" : "; without checkpoints a run after a failure begins from the start");
            case IDEMPOTENT ->
                "Effectively once by key: a row that is written again changes nothing"
                        + (resumes ? "" : "; a run after a failure begins from the start");
            case ALL_OR_NOTHING ->
                "All or nothing: readers of the target see its old or its complete new content"
                        + (resumes ? "" : "; a run after a failure begins from the start");
            case WHOLE_FILES ->
                "Whole files: a file appears complete or not at all; after a failure it is written anew";
            case NOTHING_KEPT -> "The target keeps nothing";
        };
    }
}
