package io.sluice.engine;

import io.sluice.spi.error.Category;
import io.sluice.spi.error.ErrorCode;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Decides for one thread whether a failure is worth another try, and waits before it. */
final class Retries {
    private static final long CONFLICT_MILLIS = 50;
    private static final long LONGEST_CONFLICT_MILLIS = 5_000;
    private static final long CONNECTION_MILLIS = 500;
    private static final long LONGEST_CONNECTION_MILLIS = 30_000;

    private final RunParts parts;
    private final Side side;
    private final RandomGenerator random;
    private int conflicts;
    private int connections;

    Retries(RunParts parts, Side side, RandomGenerator random) {
        this.parts = parts;
        this.side = side;
        this.random = random;
    }

    /** Things went on: failures before do not count any more. */
    void succeeded() {
        conflicts = 0;
        connections = 0;
    }

    /**
     * Waits before the next try.
     *
     * @return what the failure is
     * @throws Exception the failure itself when there shall be no other try
     */
    ErrorCode pause(Exception failure) throws Exception {
        ErrorCode code = parts.failures().code(side, failure);
        if (parts.cancellation().cancelled() || code.category() != Category.TRANSIENT) {
            throw failure;
        }
        Recovery limits = parts.job().settings().recovery();
        int tried = code.isConflict() ? conflicts++ : connections++;
        int most = code.isConflict() ? limits.conflicts() : limits.connections();
        if (tried >= most) {
            throw failure;
        }
        long millis = pauseMillis(code, tried, random.nextDouble());
        parts.log()
                .warn(String.format(
                        Locale.ROOT,
                        "%s in step %s: %s; trying again in %.1f s (%d of %d)",
                        code.name(),
                        side == Side.READER
                                ? parts.job().reader().step()
                                : parts.job().writer().step(),
                        parts.failures().message(failure),
                        millis / 1000.0,
                        tried + 1,
                        most));
        parts.counters().retries.increment();
        TimeUnit.MILLISECONDS.sleep(millis);
        return code;
    }

    /** Twice as long each time, half of it left to chance, so that those who met once do not meet again. */
    static long pauseMillis(ErrorCode code, int tried, double chance) {
        long first = code.isConflict() ? CONFLICT_MILLIS : CONNECTION_MILLIS;
        long longest = code.isConflict() ? LONGEST_CONFLICT_MILLIS : LONGEST_CONNECTION_MILLIS;
        long whole = Math.min(longest, first << Math.min(tried, 20));
        return whole / 2 + (long) (whole / 2.0 * chance);
    }
}
