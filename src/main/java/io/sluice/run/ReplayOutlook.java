package io.sluice.run;

import io.sluice.spi.Guarantee;
import java.util.List;

/** Whether the dirty records of a run can be written, and what is promised of it; needs no connection. */
public sealed interface ReplayOutlook {
    /**
     * @param guarantee what writing them promises
     * @param loadGoesOn whether the load of the run can still be resumed, which may find its last records again
     */
    record Possible(Guarantee guarantee, boolean loadGoesOn) implements ReplayOutlook {}

    record Refused(Refusal reason) implements ReplayOutlook {}

    /** The task of the run cannot be made ready any more. */
    record Invalid(List<StartProblem> problems) implements ReplayOutlook {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
