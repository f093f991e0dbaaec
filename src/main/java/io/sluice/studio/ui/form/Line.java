package io.sluice.studio.ui.form;

/**
 * A line from a source to a target.
 *
 * @param source number of the row at the left
 * @param target number of the row at the right
 * @param reason in words for a person; empty when there is nothing to say
 */
record Line(int source, int target, Fit fit, String reason) {
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
