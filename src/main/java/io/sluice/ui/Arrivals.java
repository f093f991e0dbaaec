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
        if (future.isDone() && !future.isCompletedExceptionally()) {
            taker.accept(future.join());
        } else if (screen != null) {
            future.whenComplete((answer, failure) -> {
                if (failure instanceof CancellationException
                        || failure != null && failure.getCause() instanceof CancellationException) {
                    return;
                }
                try {
                    screen.access(failure == null ? () -> taker.accept(answer) : () -> fail(failure));
                } catch (UIDetachedException gone) {
                    future.cancel(false);
                }
            });
        }
    }

    /** In the screen's turn, where it is told as what fails on a click is. */
    private static void fail(Throwable failure) {
        throw new CompletionException(failure);
    }
}
