package io.sluice.security;

import java.util.Set;

/** What became of the wish to create the first administrator. */
public sealed interface SetupResult {
    record Created() implements SetupResult {}

    record WrongToken() implements SetupResult {}

    record Invalid(Set<NewUserProblem> problems) implements SetupResult {
        public Invalid {
            problems = Set.copyOf(problems);
        }
    }

    /** There is an administrator already. */
    record AlreadyDone() implements SetupResult {}
}
