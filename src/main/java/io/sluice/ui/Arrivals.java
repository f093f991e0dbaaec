package io.sluice.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings what was asked in the background into the screen's own turn. */
public final class Arrivals {
    private Arrivals() {}

    /** Hands the answer over at once when it is there, else when it comes; nothing happens on a screen that is gone. */
    public static <T> void of(@Nullable UI screen, CompletableFuture<T> future, Consumer<T> taker) {
        of(screen, future, taker, () -> {});
    }

    /** @param failed runs in place of {@code taker} where there is no answer, before that is told as a failed click is */
    public static <T> void of(@Nullable UI screen, CompletableFuture<T> future, Consumer<T> taker, Runnable failed) {
        if (future.isDone() && !future.isCompletedExceptionally()) {
            taker.accept(future.join());
        } else if (screen != null) {
            future.whenComplete((answer, failure) -> {
                if (cancelled(failure)) {
                    return;
                }
                try {
                    screen.access(failure == null ? () -> taker.accept(answer) : () -> fail(failed, failure));
                } catch (UIDetachedException gone) {
                    future.cancel(false);
                }
            });
        }
    }

    private static boolean cancelled(@Nullable Throwable failure) {
        return failure instanceof CancellationException
                || failure != null && failure.getCause() instanceof CancellationException;
    }

    private static void fail(Runnable failed, Throwable failure) {
        failed.run();
        throw new CompletionException(failure);
    }
}
