package io.sluice.engine.preview;

import io.sluice.script.Path;
import io.sluice.spi.error.ErrorCode;
import java.time.Duration;

/** What came of a look at the data. */
public sealed interface Taken<T> {
    record Done<T>(T value) implements Taken<T> {}

    /**
     * The source could not be read.
     *
     * @param message what happened, free of secrets
     * @param path the step in the script
     */
    record Failed<T>(ErrorCode code, String message, String step, Path path) implements Taken<T> {}

    record Cancelled<T>() implements Taken<T> {}

    /** Not a single row came in time. */
    record TimedOut<T>(Duration limit) implements Taken<T> {}
}
