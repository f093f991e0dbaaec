package io.sluice.run;

import io.sluice.engine.DirtyRecord;
import io.sluice.engine.DryCheck;
import io.sluice.engine.LogEvent;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunLimits;
import io.sluice.engine.RunListener;
import io.sluice.engine.RunResult;
import io.sluice.engine.RunStatistics;
import io.sluice.engine.SplitState;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.engine.verify.VerifyResult.Difference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run of this process that has not ended, or has just: what the engine tells of it, ready for store and watchers. */
final class LiveRun implements RunListener {
    private static final String SOURCE = "run";
    private static final Consumer<RunHandle> SUSPEND = RunHandle::suspend;

    private final RunOrder order;
    private final LineBuffer log;
    private final long dirtyRecordsWanted;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final DirtyBuffer dirty;
    private final @Nullable ReplayProgress replay;
    private RunView view;
    private long version;
    private boolean left;
    private @Nullable Consumer<RunHandle> endWanted;
    private String stoppedBy = "";
    private @Nullable RunHandle handle;
    private @Nullable RunResult result;
    private List<Difference> differences = List.of();

    /** @param replay what becomes of the records it replays; null unless it is a replay */
    LiveRun(RunOrder order, RunView view, LineBuffer log, RunCapacity capacity, @Nullable ReplayProgress replay) {
        this.replay = replay;
        dirtyRecordsWanted = replay == null ? capacity.dirtyRecords() : Long.MAX_VALUE;
        dirty = new DirtyBuffer(capacity.dirtyBytes());
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

    RunPlace place() {
        return new RunPlace(order.member().workspaceId(), id());
    }

    /** The dirty records it has found. */
    DirtyBuffer dirty() {
        return dirty;
    }

    /** What became of the records it replays; null unless it is a replay. */
    @Nullable
    ReplayProgress replay() {
        return replay;
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
    void running(RunHandle started, RunPace pace) {
        lock.lock();
        try {
            handle = started;
            view = view.with(pace);
            Consumer<RunHandle> way = endWanted;
            change(view.with(way == null ? RunState.RUNNING : RunState.STOPPING));
            if (way != null) {
                way.accept(started);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Changes how fast the run may go. False when it is not at work. */
    boolean limit(RunLimits limits) {
        return change((working, pace) -> {
            working.limit(limits);
            return pace.limited(limits, moment(working));
        });
    }

    /** Changes how many channels work. False when the run is not at work. */
    boolean concurrency(int channels) {
        return change((working, pace) -> {
            working.concurrency(channels);
            return pace.on(channels, moment(working));
        });
    }

    /** Where each split stands; none before the run is at work, and of replays, whose splits are their records. */
    List<SplitState> splits() {
        lock.lock();
        try {
            return handle == null || replay != null ? List.of() : handle.splits();
        } finally {
            lock.unlock();
        }
    }

    private Instant moment(RunHandle working) {
        return view.startedAt().plus(working.statistics().elapsed());
    }

    private boolean change(BiFunction<RunHandle, RunPace, RunPace> what) {
        lock.lock();
        try {
            RunHandle working = handle;
            RunPace pace = view.pace();
            if (working == null || pace == null || view.state() != RunState.RUNNING) {
                return false;
            }
            change(view.with(what.apply(working, pace)));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Asks for the end. False when it was asked for before, or has come. */
    boolean stop(String by) {
        return end(RunHandle::stop, by);
    }

    /** Who asked for the end; empty when it was the process itself, or nobody. */
    String stoppedBy() {
        lock.lock();
        try {
            return stoppedBy;
        } finally {
            lock.unlock();
        }
    }

    /** Asks for an end after which another run can go on. */
    boolean suspend() {
        return end(SUSPEND, "");
    }

    /** Whether {@link #suspend} was what ended it. */
    boolean suspended() {
        lock.lock();
        try {
            return endWanted == SUSPEND;
        } finally {
            lock.unlock();
        }
    }

    private boolean end(Consumer<RunHandle> way, String by) {
        lock.lock();
        try {
            if (endWanted != null || view.state().ended()) {
                return false;
            }
            endWanted = way;
            stoppedBy = by;
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

    /** It goes on elsewhere, or not at all: what happens to it is not known here any more. */
    void leave() {
        lock.lock();
        try {
            left = true;
            version++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isLeft() {
        lock.lock();
        try {
            return left;
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
        if (replay == null) {
            dirty.add(record);
        } else {
            replay.failed(record);
        }
    }

    @Override
    public void verified(VerifyResult compared) {
        lock.lock();
        try {
            differences = compared.differences();
            change(view.with(compared.withoutRows()));
        } finally {
            lock.unlock();
        }
    }

    /** The rows it has found to differ. */
    List<Difference> differences() {
        lock.lock();
        try {
            return differences;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void dryChecked(DryCheck check) {
        lock.lock();
        try {
            change(view.with(check));
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
