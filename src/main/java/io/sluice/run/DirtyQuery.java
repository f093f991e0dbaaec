package io.sluice.run;

import org.jspecify.annotations.Nullable;

/**
 * Which dirty records of a run.
 *
 * @param cause those with this cause; null for all
 * @param text those with this text in one of their values, in any case; empty for all
 */
public record DirtyQuery(DirtyCause.@Nullable Key cause, String text, Show show) {
    /** What has become of the records. */
    public enum Show {
        ALL,
        /** Those that are not in the target, or not certainly. */
        OPEN,
        /** Those of them that somebody has corrected and that certainly are not there. */
        READY,
        /** Those of which nobody knows whether they have arrived. */
        DOUBTFUL,
        /** Those that were written, left out by a step, or ignored. */
        DONE
    }

    public static final DirtyQuery ALL = new DirtyQuery(null, "", Show.ALL);

    public DirtyQuery show(Show other) {
        return new DirtyQuery(cause, text, other);
    }
}
