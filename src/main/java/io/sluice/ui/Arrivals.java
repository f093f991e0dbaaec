package io.sluice.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.CompletableFuture;
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
            future.thenAccept(answer -> {
                try {
                    screen.access(() -> taker.accept(answer));
                } catch (UIDetachedException gone) {
                    future.cancel(false);
                }
            });
        }
    }
}
