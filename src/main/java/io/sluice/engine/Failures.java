package io.sluice.engine;

import io.sluice.engine.transform.TransformStep;
import io.sluice.script.Path;
import io.sluice.spi.Connector;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.ServerMessage;
import io.sluice.spi.error.SluiceException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Says what exceptions mean, and keeps the first failure of a run. */
final class Failures {
    private static final int LONGEST_MESSAGE = 4_000;

    private final Job job;
    private final RunLog log;
    private final AtomicReference<@Nullable Failure> first = new AtomicReference<>();

    Failures(Job job, RunLog log) {
        this.job = job;
        this.log = log;
    }

    @Nullable
    Failure first() {
        return first.get();
    }

    /** Keeps the failure when it is the first. */
    void keep(StepFailure failure) {
        first.compareAndSet(null, describe(failure));
    }

    ErrorCode code(Side side, Throwable failure) {
        return switch (failure) {
            case SluiceException known -> known.code();
            case OutOfMemoryError ignored -> EngineError.MEMORY_EXHAUSTED;
            case Exception other -> named(side, connector(side).classify(other));
            default -> CommonError.INTERNAL_ERROR;
        };
    }

    /** A connector that does not know a failure does not know whether it was reading or writing either. */
    private static ErrorCode named(Side side, ErrorCode code) {
        return side == Side.WRITER && code == CommonError.READ_FAILED ? CommonError.WRITE_FAILED : code;
    }

    String message(Throwable failure) {
        String text = ServerMessage.of(failure);
        String message = text;
        if (text.isBlank() || failure instanceof Error || isDefect(failure)) {
            message = failure.getClass().getSimpleName() + (text.isBlank() ? "" : ": " + text);
        }
        return log.mask(message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message);
    }

    private static boolean isDefect(Throwable failure) {
        return failure instanceof RuntimeException && !(failure instanceof SluiceException);
    }

    Failure describe(StepFailure failure) {
        ErrorCode code = code(failure.side(), failure.failure());
        String message = message(failure.failure());
        if (code == EngineError.DIRTY_LIMIT_EXCEEDED) {
            return new Failure(code, message, null, Path.of("setting", "errorLimit"));
        }
        TransformStep between = failure.step();
        if (between != null) {
            return new Failure(code, message, between.name(), between.path());
        }
        boolean reading = failure.side() == Side.READER;
        String step = reading ? job.reader().step() : job.writer().step();
        Path path = reading ? job.reader().path() : job.writer().path();
        return new Failure(code, message, step, path);
    }

    private Connector connector(Side side) {
        return side == Side.READER ? job.reader().connector() : job.writer().connector();
    }
}
