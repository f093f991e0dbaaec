package io.sluice.engine;

import io.sluice.engine.transform.TransformStep;
import io.sluice.spi.error.SluiceException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Carries a failure out of a step, together with the side it happened on. */
final class StepFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Side side;
    private final Throwable failure;
    private final transient @Nullable TransformStep step;

    StepFailure(Side side, Throwable failure) {
        this(side, failure, null);
    }

    private StepFailure(Side side, Throwable failure, @Nullable TransformStep step) {
        super(failure);
        this.side = side;
        this.failure = failure;
        this.step = step;
    }

    /** A step between both sides that does not fit the columns of the source. */
    static StepFailure of(TransformStep step, SluiceException failure) {
        return new StepFailure(Side.READER, failure, step);
    }

    /** The step between both sides where it happened, if it was there. */
    @Nullable
    TransformStep step() {
        return step;
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
