package io.sluice.studio.ui.form;

/**
 * A line from a source to a target.
 *
 * @param source number of the row at the left
 * @param target number of the row at the right
 * @param reason in words for a person; empty when there is nothing to say
 * @param through the type that values have after the steps between; empty when it is that of the source
 */
record Line(int source, int target, Fit fit, String reason, String through) {
    /** How well values arrive. */
    enum Fit {
        EXACT,
        WIDENING,
        LOSSY,
        IMPOSSIBLE,
        /** A type is not known before the run. */
        UNKNOWN
    }
}
