package io.sluice.run;

import io.sluice.workspace.Member;
import java.util.Map;
import java.util.UUID;

/**
 * What is to be run, for whom.
 *
 * @param text the task's text as saved
 */
record RunOrder(Member member, UUID taskId, String taskName, String text, Map<String, String> parameters) {
    RunOrder {
        parameters = Map.copyOf(parameters);
    }
}
