package io.sluice.run;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a run was to do.
 *
 * @param text the task's text at that time
 */
record StoredRun(
        UUID id,
        long number,
        UUID taskId,
        String taskName,
        String text,
        Map<String, String> parameters,
        RunState state,
        Instant startedAt) {
    StoredRun {
        parameters = Map.copyOf(parameters);
    }
}
