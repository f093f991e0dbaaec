package io.sluice.connector.jdbc;

import io.sluice.spi.SupportsWidening;
import io.sluice.spi.TaskContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Somebody who may want a statement to be ended. */
final class WantedStop implements SupportsWidening.Stop {
    volatile boolean wanted;
    final CompletableFuture<TaskContext.CancelAction> ask = new CompletableFuture<>();

    @Override
    public boolean wanted() {
        return wanted;
    }

    @Override
    public TaskContext.Registration onWanted(TaskContext.CancelAction action) {
        ask.complete(action);
        return () -> {};
    }

    void stop() throws Exception {
        wanted = true;
        ask.get(10, TimeUnit.SECONDS).run();
    }
}
