package io.sluice.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the mark of the embedded store: at the start, soon after something was stored, and at the end. */
@Component
class StoreMarking implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StoreMarking.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final JdbcClient store;
    private final StoreSettings settings;
    private volatile boolean open;
    private FileTime marked = FileTime.fromMillis(0);

    StoreMarking(JdbcClient store, StoreSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public void start() {
        open = true;
        if (settings.embedded()) {
            Thread.ofVirtual().name("store-mark").start(this::keepMarking);
        }
    }

    private void keepMarking() {
        try {
            while (open) {
                markChanges();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store that nobody writes to is left alone. */
    private synchronized void markChanges() {
        try {
            if (!Files.getLastModifiedTime(settings.file()).equals(marked) && mark()) {
                marked = Files.getLastModifiedTime(settings.file());
            }
        } catch (IOException failure) {
            LOG.error("The store in {} cannot be looked at now: {}", settings.home(), failure.getMessage());
        }
    }

    /** The number is on the disk in the store before it is in the file: after a power failure the store's is not the smaller one. */
    private synchronized boolean mark() {
        try {
            store.sql("UPDATE store_mark SET number = number + 1").update();
            store.sql("CHECKPOINT SYNC").update();
            StoreMark.of(settings)
                    .write(store.sql("SELECT number FROM store_mark")
                            .query(Long.class)
                            .single());
            return true;
        } catch (DataAccessException | IOException failure) {
            LOG.error("The store in {} cannot be marked now: {}", settings.home(), failure.getMessage());
            return false;
        }
    }

    @Override
    public void stop() {
        open = false;
        if (settings.embedded()) {
            mark();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
