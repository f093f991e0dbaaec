package io.sluice.run;

import io.sluice.workspace.Member;
import java.time.Instant;
import java.util.UUID;

/**
 * A run that has not begun, and whose process is silent.
 *
 * @param owner the silent process
 * @param member who started it
 */
record WaitingRun(StoredRun run, RunKind kind, UUID owner, Member member) {
    Instant startedAt() {
        return run.startedAt();
    }

    RunOrder order() {
        return RunOrder.again(member, run).as(kind);
    }
}
