package io.sluice.engine;

import io.sluice.spi.Attempt;
import io.sluice.spi.Connector;
import io.sluice.spi.FileAccess;
import io.sluice.spi.TaskContext;
import io.sluice.spi.config.ConfigSpec;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What one step of a run is lent. */
final class StepContext implements TaskContext {
    private final Job job;
    private final Side side;
    private final RunLog log;
    private final Redactor redactor;
    private final Cancellation cancellation;
    private final DirtyRecords dirty;
    private final Checkpoints checkpoints;
    private final ChangedValues changed;

    StepContext(Side side, RunParts parts) {
        this.job = parts.job();
        this.side = side;
        this.log = parts.log();
        this.redactor = parts.redactor();
        this.cancellation = parts.cancellation();
        this.dirty = parts.dirty();
        this.checkpoints = parts.checkpoints();
        this.changed = parts.changed();
    }

    @Override
    public <D extends Record> D dataSource(String name, ConfigSpec<D> spec) {
        return new SourceBinding(job.sources(), connector(), redactor).bind(name, spec);
    }

    private Connector connector() {
        return side == Side.READER ? job.reader().connector() : job.writer().connector();
    }

    @Override
    public FileAccess files() {
        return job.files();
    }

    @Override
    public int channels() {
        return job.settings().concurrency();
    }

    @Override
    public ZoneId timeZone() {
        ZoneId zone = job.settings().conversion().zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }

    @Override
    public Attempt attempt() {
        return checkpoints.attempt();
    }

    @Override
    public void log(Level level, String message) {
        log.write(
                level, side == Side.READER ? job.reader().step() : job.writer().step(), message);
    }

    @Override
    public Registration onCancel(CancelAction action) {
        return cancellation.register(action);
    }

    @Override
    public boolean cancelled() {
        return cancellation.cancelled();
    }

    @Override
    public void reject(Rejected record) {
        dirty.rejectedByReader(record);
    }

    @Override
    public void changed(String column, String choice, long values) {
        changed.add(column, choice, values);
    }
}
