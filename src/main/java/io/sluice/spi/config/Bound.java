package io.sluice.spi.config;

import java.util.List;

/** The outcome of binding a tree of values to a configuration record: the record, or every error at once. */
public sealed interface Bound<R> {
    /** @param warnings unknown parameters, with suggestions */
    record Valid<R>(R value, List<ConfigProblem> warnings) implements Bound<R> {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /** @param problems errors and warnings, at least one error */
    record Invalid<R>(List<ConfigProblem> problems) implements Bound<R> {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** All problems of either outcome. */
    default List<ConfigProblem> allProblems() {
        return switch (this) {
            case Valid<R> valid -> valid.warnings();
            case Invalid<R> invalid -> invalid.problems();
        };
    }
}
