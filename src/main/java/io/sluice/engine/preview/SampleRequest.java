package io.sluice.engine.preview;

import java.time.Duration;

/**
 * What is wanted of a look at the data.
 *
 * @param rows at most so many, at least 1
 * @param cellLength characters shown of a value
 * @param limit time after which it ends with what there is
 */
public record SampleRequest(Scope scope, int rows, int cellLength, Duration limit) {
    private static final int CELL_LENGTH = 200;
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    /** How far rows are followed. */
    public enum Scope {
        /** As the reader delivers them. */
        SOURCE,
        /** Through the steps behind the reader. */
        STEPS,
        /** And converted to what the target wants. */
        TARGET
    }

    public SampleRequest {
        if (rows < 1 || cellLength < 1) {
            throw new IllegalArgumentException("At least one row and one character are wanted");
        }
    }

    public SampleRequest(Scope scope, int rows) {
        this(scope, rows, CELL_LENGTH, TEN_SECONDS);
    }

    /** The same, with less or more time. */
    public SampleRequest within(Duration time) {
        return new SampleRequest(scope, rows, cellLength, time);
    }
}
