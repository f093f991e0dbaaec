package io.sluice.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One watcher of one run, on a thread of its own, so that a slow watcher keeps nobody waiting. It catches up with the
 * stored log first and then follows: a run of this process by its news, one of another process by looking at the store.
 * The thread is never interrupted: an embedded store closes its file under an interrupted reader.
 */
final class RunWatch implements Watch {
    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);
    private static final int PAGE = 5_000;
    private static final long BETWEEN_CALLS_MILLIS = 250;
    private static final long HEARTBEAT_MILLIS = 1_000;

    private final UUID workspace;
    private final UUID id;
    private final RunWatcher watcher;
    private final Sources sources;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private long sequence;
    private @Nullable RunView shown;

    /** Where a watch looks. */
    record Sources(LiveRuns live, RunRepository runs, LogRepository lines) {}

    /** @param after sequence of the last line the watcher knows already */
    RunWatch(RunPlace run, long after, RunWatcher watcher, Sources sources) {
        workspace = run.workspace();
        id = run.id();
        sequence = after;
        this.watcher = watcher;
        this.sources = sources;
        thread = Thread.ofVirtual().name("watch-" + id).unstarted(this::follow);
    }

    void start() {
        thread.start();
    }

    private void follow() {
        try {
            LiveRun run = sources.live()
                    .find(id)
                    .filter(found -> found.order().member().workspaceId().equals(workspace))
                    .orElse(null);
            if (run != null) {
                followLive(run);
            } else {
                followStore();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            if (open()) {
                LOG.warn("A watcher of run {} is given up", id, broken);
            }
        }
    }

    private void followLive(LiveRun run) throws InterruptedException {
        while (open()) {
            long version = run.version();
            RunView view = run.view();
            tellLines(() -> run.log().after(sequence, PAGE).orElseGet(this::storedLines));
            tellView(view);
            if (view.state().ended()) {
                return;
            }
            if (run.isLeft()) {
                followStore();
                return;
            }
            pause(BETWEEN_CALLS_MILLIS);
            run.awaitNews(version, HEARTBEAT_MILLIS);
        }
    }

    private void followStore() throws InterruptedException {
        while (open()) {
            Optional<RunView> view = sources.runs().find(workspace, id);
            if (view.isEmpty()) {
                return;
            }
            tellLines(this::storedLines);
            tellView(view.get());
            if (view.get().state().ended()) {
                return;
            }
            pause(HEARTBEAT_MILLIS);
        }
    }

    private List<LogLine> storedLines() {
        return sources.lines().after(workspace, id, sequence, PAGE);
    }

    private void tellLines(Supplier<List<LogLine>> next) throws InterruptedException {
        List<LogLine> lines = next.get();
        while (open() && !lines.isEmpty()) {
            watcher.logged(lines);
            sequence = lines.getLast().sequence();
            if (lines.size() < PAGE) {
                return;
            }
            pause(BETWEEN_CALLS_MILLIS);
            lines = next.get();
        }
    }

    private void tellView(RunView view) {
        if (open() && !view.equals(shown)) {
            shown = view;
            watcher.changed(view);
        }
    }

    private boolean open() {
        return closed.getCount() > 0;
    }

    private void pause(long millis) throws InterruptedException {
        closed.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
