package io.sluice.run;

import io.sluice.engine.preview.Sampling;
import java.util.List;

/** What became of the wish to look at the data of a task. */
public sealed interface SampleStart<T> {
    record Started<T>(Sampling<T> sampling) implements SampleStart<T> {}

    /** There is no reader, or it has errors. */
    record Invalid<T>(List<StartProblem> problems) implements SampleStart<T> {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The script names parameters nobody gave a value. */
    record MissingParameters<T>(List<String> names) implements SampleStart<T> {
        public MissingParameters {
            names = List.copyOf(names);
        }
    }

    /** The member looks at as much at a time as one may. */
    record TooMany<T>() implements SampleStart<T> {}
}
