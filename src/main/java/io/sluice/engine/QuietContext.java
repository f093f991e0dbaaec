package io.sluice.engine;

import io.sluice.spi.Attempt;
import io.sluice.spi.FileAccess;
import io.sluice.spi.TaskContext;
import io.sluice.spi.config.ConfigSpec;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Lends a step what it needs to be read for a comparison, where rejected records are counted and not dirty. */
final class QuietContext implements TaskContext {
    private final TaskContext step;
    private final AtomicLong rejected = new AtomicLong();
    private volatile @Nullable String reason;

    QuietContext(TaskContext step) {
        this.step = step;
    }

    long rejected() {
        return rejected.get();
    }

    /** Says in the log that records could not be read, and why the last of them. */
    void tellRejected() {
        String last = reason;
        if (last != null) {
            log(Level.WARN, "Rows that cannot be read count as different from all others; the last one: " + last);
        }
    }

    @Override
    public <D extends Record> D dataSource(String name, ConfigSpec<D> spec) {
        return step.dataSource(name, spec);
    }

    @Override
    public FileAccess files() {
        return step.files();
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public ZoneId timeZone() {
        return step.timeZone();
    }

    @Override
    public Attempt attempt() {
        return step.attempt();
    }

    @Override
    public void log(Level level, String message) {
        step.log(level, message);
    }

    @Override
    public Registration onCancel(CancelAction action) {
        return step.onCancel(action);
    }

    @Override
    public boolean cancelled() {
        return step.cancelled();
    }

    @Override
    public void reject(Rejected record) {
        reason = record.message();
        rejected.incrementAndGet();
    }
}
