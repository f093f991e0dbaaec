package io.sluice.datasource;

import java.util.List;

/** What became of deleting a data source. */
public sealed interface DeleteResult {
    record Deleted() implements DeleteResult {}

    /** Tasks name it; nothing was deleted. */
    record InUse(List<String> taskNames) implements DeleteResult {
        public InUse {
            taskNames = List.copyOf(taskNames);
        }
    }
}
