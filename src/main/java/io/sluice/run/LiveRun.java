package io.sluice.run;

import io.sluice.engine.DirtyRecord;
import io.sluice.engine.LogEvent;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunListener;
import io.sluice.engine.RunResult;
import io.sluice.engine.RunStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run of this process that has not ended, or has just: what the engine tells of it, ready for store and watchers. */
final class LiveRun implements RunListener {
    private static final String SOURCE = "run";

    private final RunOrder order;
    private final LineBuffer log;
    private final long dirtyRecordsWanted;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<DirtyRecord> dirty = new ArrayList<>();
    private RunView view;
    private long version;
    private @Nullable Consumer<RunHandle> endWanted;
    private @Nullable RunHandle handle;
    private @Nullable RunResult result;

    /** @param dirtyRecordsWanted how many dirty records are kept */
    LiveRun(RunOrder order, RunView view, LineBuffer log, long dirtyRecordsWanted) {
        this.dirtyRecordsWanted = dirtyRecordsWanted;
        this.order = order;
        this.view = view;
        this.log = log;
    }

    RunOrder order() {
        return order;
    }

    UUID id() {
        return view().id();
    }

    LineBuffer log() {
        return log;
    }

    RunView view() {
        lock.lock();
        try {
            return view;
        } finally {
            lock.unlock();
        }
    }

    /** Counts what happened; see {@link #awaitNews}. */
    long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something happened after the given version, or the time is over. */
    void awaitNews(long seen, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (version == seen && left > 0) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void say(Instant time, Level level, String text) {
        log.add(time, level, SOURCE, text);
        touch();
    }

    /** Begins the run; when it was stopped before, it ends at once. */
    void running(RunHandle started) {
        lock.lock();
        try {
            handle = started;
            Consumer<RunHandle> way = endWanted;
            change(view.with(way == null ? RunState.RUNNING : RunState.STOPPING));
            if (way != null) {
                way.accept(started);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Asks for the end. False when it was asked for before, or has come. */
    boolean stop() {
        return end(RunHandle::stop);
    }

    /** Asks for an end after which another run can go on. */
    boolean suspend() {
        return end(RunHandle::suspend);
    }

    private boolean end(Consumer<RunHandle> way) {
        lock.lock();
        try {
            if (endWanted != null || view.state().ended()) {
                return false;
            }
            endWanted = way;
            if (view.state() == RunState.RUNNING) {
                change(view.with(RunState.STOPPING));
            }
            if (handle != null) {
                way.accept(handle);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean stopWanted() {
        lock.lock();
        try {
            return endWanted != null;
        } finally {
            lock.unlock();
        }
    }

    /** Shows the last state; nothing changes after it. */
    void show(RunView now) {
        lock.lock();
        try {
            change(now);
        } finally {
            lock.unlock();
        }
    }

    private void change(RunView now) {
        if (!view.state().ended()) {
            view = now;
        }
        version++;
        news.signalAll();
    }

    @Override
    public void log(LogEvent event) {
        log.add(event.time(), level(event), event.source(), event.text());
        touch();
    }

    private void touch() {
        lock.lock();
        try {
            change(view);
        } finally {
            lock.unlock();
        }
    }

    private static Level level(LogEvent event) {
        return switch (event.level()) {
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARN -> Level.WARN;
            case ERROR -> Level.ERROR;
        };
    }

    @Override
    public void statistics(RunStatistics now) {
        lock.lock();
        try {
            change(view.with(now));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long dirtyRecordsWanted() {
        return dirtyRecordsWanted;
    }

    @Override
    public void dirty(DirtyRecord record) {
        lock.lock();
        try {
            dirty.add(record);
        } finally {
            lock.unlock();
        }
    }

    /** The dirty records since the last call. */
    List<DirtyRecord> takeDirty() {
        lock.lock();
        try {
            List<DirtyRecord> taken = List.copyOf(dirty);
            dirty.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ended(RunResult ended) {
        lock.lock();
        try {
            result = ended;
            change(view.with(ended.statistics()));
        } finally {
            lock.unlock();
        }
    }

    /** What the engine said of the end; null before. */
    @Nullable
    RunResult result() {
        lock.lock();
        try {
            return result;
        } finally {
            lock.unlock();
        }
    }

    static RunState state(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> RunState.SUCCEEDED;
            case FAILED -> RunState.FAILED;
            case CANCELLED -> RunState.CANCELLED;
        };
    }
}
