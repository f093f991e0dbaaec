package io.sluice.engine;

import java.io.Serial;

/** Carries a failure out of a step, together with the side it happened on. */
final class StepFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Side side;
    private final Throwable failure;

    StepFailure(Side side, Throwable failure) {
        super(failure);
        this.side = side;
        this.failure = failure;
    }

    Side side() {
        return side;
    }

    Throwable failure() {
        return failure;
    }

    /** Work of one side. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Exception;
    }

    static <T> T in(Side side, Work<T> work) throws StepFailure {
        try {
            return work.run();
        } catch (StepFailure e) {
            throw e;
        } catch (Exception e) {
            throw new StepFailure(side, e);
        }
    }
}
