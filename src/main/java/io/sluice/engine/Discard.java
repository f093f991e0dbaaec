package io.sluice.engine;

import static io.sluice.engine.StepFailure.in;

import io.sluice.spi.SupportsDiscard;
import io.sluice.spi.Writer;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Ends a load that nobody will go on with: removes what it left in its target, then its checkpoints. */
public final class Discard {
    private final Job job;
    private final RunListener listener;
    private final Clock clock;

    public Discard(Job job, RunListener listener, Clock clock) {
        this.job = job;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Does it as the next attempt at the load, so that a forgotten attempt before can commit nothing more of its own.
     *
     * @param store the load's, which no run uses; the caller closes it
     * @return why it could not be done now, and the checkpoints are still there; empty when nothing is left
     */
    public Optional<String> of(CheckpointStore store) {
        RunParts parts = RunParts.of(job, listener, clock, store);
        try {
            parts.checkpoints().open();
            if (parts.checkpoints().attempt().number() > 1) {
                in(Side.WRITER, () -> discard(parts));
            }
            parts.checkpoints().forget();
            return Optional.empty();
        } catch (StepFailure failure) {
            return Optional.of(parts.failures().message(failure.failure()));
        } catch (SluiceException failure) {
            return Optional.of(parts.failures().message(failure));
        }
    }

    private boolean discard(RunParts parts) throws Exception {
        Writer<?> writer = job.writer().opening().open(new StepContext(Side.WRITER, parts));
        try {
            if (writer instanceof SupportsDiscard left) {
                left.discard();
            }
        } finally {
            close(writer, parts);
        }
        return true;
    }

    private static void close(Writer<?> writer, RunParts parts) {
        try {
            writer.close();
        } catch (IOException | RuntimeException failure) {
            parts.log().warn("Closing failed: " + parts.failures().message(failure));
        }
    }
}
