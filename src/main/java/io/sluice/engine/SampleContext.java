package io.sluice.engine;

import io.sluice.spi.Attempt;
import io.sluice.spi.Connector;
import io.sluice.spi.FileAccess;
import io.sluice.spi.TaskContext;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.ServerMessage;
import io.sluice.spi.error.SluiceException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Lends one side of a task what it needs to be looked at outside a run: one channel, no log, no checkpoint. */
public final class SampleContext implements TaskContext {
    private static final int LONGEST_MESSAGE = 2_000;
    private static final Duration LONGEST_END = Duration.ofSeconds(3);

    private final SampleJob job;
    private final Connector connector;
    private final Consumer<Rejected> rejected;
    private final Redactor redactor = new Redactor();
    private final Attempt attempt = new Attempt(UUID.randomUUID().toString(), 1, Attempt.Entry.START);
    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    /** @param rejected is given the records that cannot be read */
    public SampleContext(SampleJob job, Connector connector, Consumer<Rejected> rejected) {
        this.job = job;
        this.connector = connector;
        this.rejected = rejected;
    }

    /** Gives each registration an identity, because one action may be registered twice. */
    private record Entry(CancelAction action, Object identity) {}

    /** Ends what the side is waiting for, and lets nothing new begin. */
    public void cancel() {
        cancelled = true;
        ending();
    }

    /** Ends what is still under way, because enough was read; returns when the systems were told. */
    public void endCalls() throws InterruptedException {
        for (Thread one : ending()) {
            one.join(LONGEST_END);
        }
    }

    private List<Thread> ending() {
        List<Thread> threads = new ArrayList<>();
        for (Entry entry : entries) {
            if (entries.remove(entry)) {
                threads.add(end(entry));
            }
        }
        return threads;
    }

    private static Thread end(Entry entry) {
        return Thread.ofVirtual().name("sluice-sample-end").start(() -> {
            try {
                entry.action().run();
            } catch (Exception alreadyOver) {
                // Closing the reader cuts the connection in any case.
                Thread.currentThread().interrupt();
            }
        });
    }

    /** The code of what the side threw. */
    public ErrorCode code(Exception failure) {
        return failure instanceof SluiceException known ? known.code() : connector.classify(failure);
    }

    /** What the side threw in words, free of secrets. */
    public String message(Exception failure) {
        String text = ServerMessage.of(failure);
        boolean defect = failure instanceof RuntimeException && !(failure instanceof SluiceException);
        String whole = text.isBlank() || defect ? failure.getClass().getSimpleName() + ": " + text : text;
        return redactor.mask(whole.length() > LONGEST_MESSAGE ? whole.substring(0, LONGEST_MESSAGE) + "…" : whole);
    }

    @Override
    public <D extends Record> D dataSource(String name, ConfigSpec<D> spec) {
        if (cancelled) {
            throw new SluiceException(CommonError.CANCELLED, "The look at the data was ended");
        }
        return new SourceBinding(job.sources(), connector, redactor).bind(name, spec);
    }

    @Override
    public FileAccess files() {
        return job.files();
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public ZoneId timeZone() {
        ZoneId zone = job.rules().zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }

    @Override
    public Attempt attempt() {
        return attempt;
    }

    @Override
    public void log(Level level, String message) {}

    @Override
    public Registration onCancel(CancelAction action) {
        Entry entry = new Entry(action, new Object());
        entries.add(entry);
        if (cancelled && entries.remove(entry)) {
            end(entry);
        }
        return () -> entries.remove(entry);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void reject(Rejected record) {
        if (cancelled) {
            throw new SluiceException(CommonError.CANCELLED, "The look at the data was ended");
        }
        rejected.accept(new Rejected(
                record.values(), record.column(), record.code(), redactor.mask(record.message()), record.place()));
    }
}
