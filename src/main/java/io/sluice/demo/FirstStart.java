package io.sluice.demo;

import io.sluice.workspace.StartOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Furnishes the demo workspace at the first start: the workspace before anybody can come, its files in the background so
 * that nobody waits for them.
 */
@Component
class FirstStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final DemoWorkspace demo;
    private final boolean wanted;
    private volatile boolean opened;
    private volatile boolean running;

    FirstStart(DemoWorkspace demo, @Value("${SLUICE_DEMO:true}") boolean wanted) {
        this.demo = demo;
        this.wanted = wanted;
    }

    @Override
    public int getPhase() {
        return StartOrder.WORKSPACE;
    }

    @Override
    public void start() {
        opened = wanted && demo.open();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @EventListener(ApplicationReadyEvent.class)
    void createFiles() {
        if (wanted) {
            Thread.ofPlatform().daemon().name("demo-files").start(this::create);
        }
    }

    /** Only at the first start, or when that was cut short: whoever deletes the files later wants them gone. */
    private void create() {
        try {
            Path folder = demo.folder();
            Path shop = folder.resolve("shop.db");
            if (opened || ShopDatabase.unfinished(shop)) {
                Files.createDirectories(folder);
                PriceList.create(folder.resolve("supplier-prices.csv"));
                ShopDatabase.create(shop);
            }
        } catch (IOException | SQLException failure) {
            LOG.error("The files of the demo workspace cannot be created; its tasks will not find them", failure);
        }
    }
}
