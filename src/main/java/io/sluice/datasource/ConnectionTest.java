package io.sluice.datasource;

import java.util.List;

/** What became of the wish to test a connection. */
public sealed interface ConnectionTest {
    record Done(TestReport report) implements ConnectionTest {}

    record Invalid(List<FieldProblem> problems) implements ConnectionTest {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The connector has nothing to test. */
    record NotTestable() implements ConnectionTest {}

    /** The member tested too often in the last minute. */
    record TooMany() implements ConnectionTest {}
}
