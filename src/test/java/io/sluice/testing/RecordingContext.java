package io.sluice.testing;

import io.sluice.spi.Attempt;
import io.sluice.spi.FileAccess;
import io.sluice.spi.FileRoots;
import io.sluice.spi.TaskContext;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A run without an engine: lends what connectors ask for and remembers what they report. */
public final class RecordingContext implements TaskContext {
    private final Map<String, ConfigValue.Obj> dataSources = new ConcurrentHashMap<>();
    private final List<Rejected> rejected = new CopyOnWriteArrayList<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final List<CancelAction> cancelActions = new CopyOnWriteArrayList<>();
    private final FileAccess files;
    private final int channels;
    private volatile Attempt attempt = new Attempt(UUID.randomUUID().toString(), 1, Attempt.Entry.START);
    private volatile boolean cancelled;

    /** Files as {@code files} allows, and this many channels. */
    public RecordingContext(FileAccess files, int channels) {
        this.files = files;
        this.channels = channels;
    }

    /** Any file the operating system allows. */
    public static RecordingContext unrestricted(int channels) {
        return new RecordingContext(FileRoots.unrestricted(), channels);
    }

    /** Registers a data source that steps may name. */
    public RecordingContext with(String name, ConfigValue.Obj settings) {
        dataSources.put(name, settings);
        return this;
    }

    @Override
    public <D extends Record> D dataSource(String name, ConfigSpec<D> spec) {
        ConfigValue.Obj settings = dataSources.get(name);
        if (settings == null) {
            throw new SluiceException(CommonError.DATA_SOURCE_UNKNOWN, "No data source " + name);
        }
        return switch (spec.bind(settings)) {
            case Bound.Valid<D> valid -> valid.value();
            case Bound.Invalid<D> invalid ->
                throw new SluiceException(
                        CommonError.PARAMETER_INVALID, invalid.problems().toString());
        };
    }

    @Override
    public FileAccess files() {
        return files;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public ZoneId timeZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Attempt attempt() {
        return attempt;
    }

    /** Makes this a later attempt at a load. */
    public RecordingContext attempt(Attempt later) {
        attempt = later;
        return this;
    }

    @Override
    public void log(Level level, String message) {
        logged.add(level + " " + message);
    }

    @Override
    public Registration onCancel(CancelAction action) {
        cancelActions.add(action);
        return () -> cancelActions.remove(action);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    /** Stops the run as a user would: runs all registered actions on the calling thread. */
    public void cancel() throws Exception {
        cancelled = true;
        for (CancelAction action : cancelActions) {
            action.run();
        }
    }

    @Override
    public void reject(Rejected record) {
        rejected.add(record);
    }

    public List<Rejected> rejected() {
        return rejected;
    }

    public List<String> logged() {
        return logged;
    }
}
