package io.sluice.run;

import io.sluice.engine.preview.SampleRequest;
import java.util.Map;
import java.util.UUID;

/**
 * A look at the data of a task.
 *
 * @param text of the task, saved or not; may be incomplete as long as it can be read and has a reader
 * @param parameters values that go before those remembered of earlier runs and those the system knows
 */
public record SampleOrder(UUID taskId, String text, Map<String, String> parameters, SampleRequest request) {
    public SampleOrder {
        parameters = Map.copyOf(parameters);
    }
}
