package io.sluice.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A watcher that remembers everything. */
final class Recorder implements RunWatcher {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<RunView> views = new ArrayList<>();
    private final List<LogLine> lines = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private int calls;

    @Override
    public synchronized void changed(RunView view) {
        calls++;
        views.add(view);
        threads.add(Thread.currentThread());
        notifyAll();
    }

    @Override
    public synchronized void logged(List<LogLine> more) {
        calls++;
        lines.addAll(more);
    }

    RunView awaitEnd() {
        return await(view -> view.state().ended());
    }

    /** Waits until the run was shown in a state. */
    synchronized RunView await(Predicate<RunView> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (views.stream().noneMatch(wanted)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Waited in vain; the run showed " + views + " and said " + lines);
            }
            try {
                wait(left);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
        return views.stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Whether the end was shown. */
    synchronized boolean ended() {
        return views.stream().anyMatch(view -> view.state().ended());
    }

    synchronized RunView last() {
        return Objects.requireNonNull(views.getLast());
    }

    synchronized List<LogLine> lines() {
        return List.copyOf(lines);
    }

    synchronized List<Thread> threads() {
        return List.copyOf(threads);
    }

    synchronized int calls() {
        return calls;
    }
}
