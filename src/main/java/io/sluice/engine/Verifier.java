package io.sluice.engine;

import io.sluice.engine.verify.VerifyResult;
import io.sluice.engine.verify.VerifyResult.Difference;
import java.time.Clock;

/** Compares source and target of a job on their own, at any time after a run. */
public final class Verifier {
    private final RunParts parts;

    /** @param listener hears the log and nothing else */
    public Verifier(Job job, RunListener listener, Clock clock) {
        parts = RunParts.of(job, listener, clock, null);
    }

    /** Compares on the calling thread. */
    public Verified verify() throws InterruptedException {
        try {
            VerifyResult result = JobVerification.run(parts);
            for (Difference one : result.differences()) {
                parts.log().warn(JobVerification.line(one));
            }
            parts.log().info(JobVerification.summary(result));
            return new Verified(result, null);
        } catch (StepFailure e) {
            parts.failures().keep(e);
            Failure failure = parts.failures().first();
            if (failure != null) {
                parts.log().write(io.sluice.spi.TaskContext.Level.ERROR, RunLog.ENGINE, Summary.failure(failure));
            }
            return new Verified(null, failure);
        }
    }

    /** Ends the calls that wait for a server; the comparison then fails. */
    public void stop() {
        parts.cancellation().cancel();
    }
}
