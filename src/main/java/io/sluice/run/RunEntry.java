package io.sluice.run;

import io.sluice.engine.RunStatistics;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Enters runs into the store, with the next number of their workspace. */
record RunEntry(RunRepository runs, RunRecords records, RunCapacity capacity, RunLease lease, Clock clock) {
    private static final int MOST_ATTEMPTS = 20;

    LiveRun enter(RunOrder order, UUID id) {
        for (int attempt = 1; ; attempt++) {
            RunView view = view(order, id);
            try {
                runs.insert(order, view, lease.owner(), lease.now());
                return new LiveRun(order, view, new LineBuffer(capacity.logLines()), capacity, progress(order));
            } catch (DuplicateKeyException taken) {
                if (attempt == MOST_ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private RunView view(RunOrder order, UUID id) {
        return new RunView(
                id,
                runs.nextNumber(order.member().workspaceId()),
                order.taskId(),
                order.taskName(),
                RunState.QUEUED,
                order.member().displayName(),
                clock.instant(),
                null,
                order.parameters(),
                RunStatistics.ZERO,
                null,
                0,
                order.nature(),
                null,
                null,
                null);
    }

    private @Nullable ReplayProgress progress(RunOrder order) {
        ReplayOrder replay = order.replay();
        return replay == null
                ? null
                : new ReplayProgress(
                        replay.records().size(),
                        (news, sending) -> records.replays().keep(replay, news, sending));
    }
}
