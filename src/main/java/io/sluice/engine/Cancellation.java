package io.sluice.engine;

import io.sluice.spi.TaskContext.CancelAction;
import io.sluice.spi.TaskContext.Registration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Says whether a run is to end, and runs what ends its blocking calls, each on a thread of its own. */
final class Cancellation {
    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
    private final Consumer<Exception> failed;
    private volatile boolean cancelled;
    private volatile boolean cleaning;

    /** @param failed hears what a cancel action threw */
    Cancellation(Consumer<Exception> failed) {
        this.failed = failed;
    }

    boolean cancelled() {
        return cancelled;
    }

    Registration register(CancelAction action) {
        Entry entry = new Entry(action);
        entries.add(entry);
        if (cancelled && !cleaning && entries.remove(entry)) {
            start(entry);
        }
        return () -> entries.remove(entry);
    }

    /** From now on new calls belong to the cleaning up after the end; only another {@link #cancel} ends them. */
    void cleanUp() {
        cleaning = true;
    }

    void cancel() {
        cancelled = true;
        for (Entry entry : entries) {
            if (entries.remove(entry)) {
                start(entry);
            }
        }
    }

    private void start(Entry entry) {
        Thread.ofPlatform().daemon().name("sluice-cancel").start(() -> {
            try {
                entry.action.run();
            } catch (Exception e) {
                failed.accept(e);
            }
        });
    }

    /** Gives each registration an identity, because one action may be registered twice. */
    private static final class Entry {
        private final CancelAction action;

        Entry(CancelAction action) {
            this.action = action;
        }
    }
}
