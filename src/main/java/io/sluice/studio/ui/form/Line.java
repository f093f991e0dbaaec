package io.sluice.studio.ui.form;

import io.sluice.engine.convert.Reason;
import java.util.List;

/**
 * A line from a source to a target.
 *
 * @param source number of the row at the left
 * @param target number of the row at the right
 * @param reasons empty when there is nothing to say
 * @param through the type that values have after the steps between; empty when it is that of the source
 */
record Line(int source, int target, Fit fit, List<Reason> reasons, String through) {
    Line {
        reasons = List.copyOf(reasons);
    }

    /** Whether its values meet a type with, or without, a zone, and the task names no zone. */
    boolean needsZone() {
        return reasons.stream().anyMatch(reason -> reason.code() == Reason.Code.ZONE_MISSING);
    }

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
