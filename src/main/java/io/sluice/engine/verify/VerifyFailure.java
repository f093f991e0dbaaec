package io.sluice.engine.verify;

import java.io.Serial;

/** Says which side of a comparison failed. */
public final class VerifyFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean ofSource;
    private final Exception failure;

    VerifyFailure(boolean ofSource, Exception failure) {
        super(failure);
        this.ofSource = ofSource;
        this.failure = failure;
    }

    /** Whether the source failed, and not the target. */
    public boolean ofSource() {
        return ofSource;
    }

    public Exception failure() {
        return failure;
    }
}
