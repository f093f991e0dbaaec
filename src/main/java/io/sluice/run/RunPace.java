package io.sluice.run;

import io.sluice.engine.RunLimits;
import io.sluice.engine.RunSettings;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How fast a live run may go and on how many channels, and what was changed of that since it began.
 *
 * @param channels those that are wanted, 1 to 32
 */
public record RunPace(RunLimits limits, int channels, List<Change> changes) {
    /** Most channels of a run. */
    public static final int MOST_CHANNELS = 32;

    /**
     * A change while the run was going on.
     *
     * @param at on the clock of the run's figures
     */
    public record Change(Instant at, What what, RunLimits limits, int channels) {}

    /** What can be changed. */
    public enum What {
        LIMITS,
        CHANNELS
    }

    public RunPace {
        changes = List.copyOf(changes);
    }

    static RunPace of(RunSettings settings) {
        return new RunPace(settings.limits(), settings.concurrency(), List.of());
    }

    RunPace limited(RunLimits now, Instant at) {
        return changed(new Change(at, What.LIMITS, now, channels));
    }

    RunPace on(int now, Instant at) {
        return changed(new Change(at, What.CHANNELS, limits, now));
    }

    private RunPace changed(Change change) {
        return new RunPace(
                change.limits(),
                change.channels(),
                Stream.concat(changes.stream(), Stream.of(change)).toList());
    }
}
