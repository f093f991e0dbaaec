package io.sluice.datasource;

import io.sluice.spi.SupportsWidening;
import io.sluice.spi.TaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A column that is being changed by a server. Somebody may want that stopped; what counts is how the server ends it. */
public final class ColumnChange implements SupportsWidening.Stop {
    private static final Logger LOG = LoggerFactory.getLogger(ColumnChange.class);

    /** A server may begin with the statement only after it was asked to end it. */
    private static final long AGAIN_MILLISECONDS = 1_000;

    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final List<TaskContext.CancelAction> asks = new ArrayList<>();
    private boolean wanted;

    ColumnChange() {}

    /** How it ended. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /** The server has ended it; the column is as it was. */
        record Stopped() implements Outcome {}

        /** @param reason what the server said, whole: further lines hold details */
        record Failed(String reason) implements Outcome {}

        /** The connection was lost before the server answered, and the column was looked at again. */
        record Lost(String reason, Since since) implements Outcome {}
    }

    /** What a column is like after the connection was lost that was to change it. */
    public sealed interface Since {
        /** @param type in the system's spelling; it holds what it was to hold */
        record Widened(String type) implements Since {}

        /** A server that is still at work may yet change it. @param type in the system's spelling */
        record NotWidened(String type) implements Since {}

        /** @param reason why the column could not be looked at */
        record Unknown(String reason) implements Since {}
    }

    /** Never completes exceptionally. */
    public CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    void end(Outcome how) {
        outcome.complete(how);
    }

    /** Has the server asked to end the statement, until it has answered; returns at once. */
    public void stop() {
        synchronized (this) {
            if (wanted || outcome.isDone()) {
                return;
            }
            wanted = true;
        }
        Thread.ofVirtual().name("column-change-stop").start(this::askUntilItEnds);
    }

    private void askUntilItEnds() {
        boolean ended = false;
        while (!ended) {
            ask();
            ended = endsSoon();
        }
    }

    private boolean endsSoon() {
        try {
            outcome.get(AGAIN_MILLISECONDS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillAtWork) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private synchronized List<TaskContext.CancelAction> asks() {
        return List.copyOf(asks);
    }

    private void ask() {
        for (TaskContext.CancelAction ask : asks()) {
            FutureTask<Boolean> asking = new FutureTask<>(() -> {
                ask.run();
                return true;
            });
            asking.run();
            if (asking.state() == Future.State.FAILED) {
                LOG.warn("A server could not be asked to end a statement", asking.exceptionNow());
            }
        }
    }

    @Override
    public synchronized boolean wanted() {
        return wanted;
    }

    @Override
    public synchronized TaskContext.Registration onWanted(TaskContext.CancelAction ask) {
        asks.add(ask);
        return () -> forget(ask);
    }

    private synchronized void forget(TaskContext.CancelAction ask) {
        asks.remove(ask);
    }
}
