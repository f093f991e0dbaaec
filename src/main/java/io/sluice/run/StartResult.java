package io.sluice.run;

import java.util.List;
import java.util.UUID;

/** What became of the wish to run a task. */
public sealed interface StartResult {
    record Started(UUID runId) implements StartResult {}

    /** The task has errors; nothing was started. */
    record Invalid(List<StartProblem> problems) implements StartResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The script names parameters nobody gave a value. */
    record MissingParameters(List<String> names) implements StartResult {
        public MissingParameters {
            names = List.copyOf(names);
        }
    }

    record Refused(Refusal reason) implements StartResult {}
}
