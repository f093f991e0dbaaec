package io.sluice.engine;

import io.sluice.engine.verify.VerifyResult;
import io.sluice.engine.verify.VerifyResult.Difference;
import java.time.Clock;

/** Compares source and target of a job on their own, at any time after a run. */
public final class Verifier {
    private final RunParts parts;

    /** @param listener hears the log and the result */
    public Verifier(Job job, RunListener listener, Clock clock) {
        parts = RunParts.of(job, listener, clock, null);
    }

    /** Whether source and target of a job can be compared at all. */
    public static boolean canCompare(Job job) {
        return job.writer().comparison() != null;
    }

    /** Compares on the calling thread. */
    public Verified verify() throws InterruptedException {
        try {
            VerifyResult result = JobVerification.run(parts);
            parts.verified().accept(result);
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

    /** What a run fails with whose source and target differ. */
    public static Failure difference(VerifyResult result) {
        return new Failure(EngineError.VERIFY_DIFFERENT, JobVerification.summary(result), null, null);
    }

    /** Ends the calls that wait for a server; the comparison then fails. */
    public void stop() {
        parts.cancellation().cancel();
    }
}
