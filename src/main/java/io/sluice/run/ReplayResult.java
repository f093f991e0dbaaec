package io.sluice.run;

import java.util.List;
import java.util.UUID;

/** What became of the wish to write dirty records. */
public sealed interface ReplayResult {
    /**
     * @param runs those that write them, one for each shape of records
     * @param records how many they write
     * @param left out of what was asked for
     */
    record Started(List<UUID> runs, int records, Left left) implements ReplayResult {
        public Started {
            runs = List.copyOf(runs);
        }
    }

    /** None of the records can be written. */
    record Nothing(Left left) implements ReplayResult {}

    /** The task of the run cannot be made ready any more. */
    record Invalid(List<StartProblem> problems) implements ReplayResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    record Refused(Refusal reason) implements ReplayResult {}

    /**
     * Records that are not written.
     *
     * @param taken somebody else is writing them, or they are in the target
     * @param cut a value is longer than what is kept of it, and nobody has entered it anew
     */
    record Left(int taken, int cut) {}
}
