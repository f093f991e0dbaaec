package io.sluice.run;

import io.sluice.workspace.Member;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run, for whom.
 *
 * @param text the task's text as saved
 * @param resumes the run whose load it goes on with; null to begin one
 */
record RunOrder(
        Member member,
        UUID taskId,
        String taskName,
        String text,
        Map<String, String> parameters,
        @Nullable StoredRun resumes) {
    RunOrder {
        parameters = Map.copyOf(parameters);
    }

    RunOrder(Member member, UUID taskId, String taskName, String text, Map<String, String> parameters) {
        this(member, taskId, taskName, text, parameters, null);
    }

    RunOrder with(Map<String, String> others) {
        return new RunOrder(member, taskId, taskName, text, others, resumes);
    }
}
