package io.sluice.run;

import java.util.Map;
import java.util.UUID;

/**
 * How the last loads of tasks stand.
 *
 * @param next number of the first run that can still change or is yet to come; asking again from there brings what is
 *     new
 * @param byTask of the tasks that ran from the number that was asked for
 */
public record LastRuns(long next, Map<UUID, LastRun> byTask) {
    public LastRuns {
        byTask = Map.copyOf(byTask);
    }
}
