package io.sluice.run;

import io.sluice.workspace.Member;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run whose load may have left something behind.
 *
 * @param member who started it, as far as is needed to find the data sources of the workspace
 * @param endedAt null while it goes on
 * @param taskGone whether its task has been deleted
 */
record LeftRun(StoredRun run, Member member, @Nullable Instant endedAt, boolean taskGone) {
    UUID id() {
        return run.id();
    }

    UUID workspace() {
        return member.workspaceId();
    }
}
