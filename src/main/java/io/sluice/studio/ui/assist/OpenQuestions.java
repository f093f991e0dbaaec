package io.sluice.studio.ui.assist;

import com.vaadin.flow.component.UI;
import io.sluice.ui.Arrivals;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Questions that a component of the browser has asked and that are not answered yet. Belongs to one screen. */
public final class OpenQuestions {
    private final Map<Integer, CompletableFuture<?>> open = new HashMap<>();

    /** @param taker hears the answer in the screen's own turn, unless the question is dropped before */
    public <T> void ask(int number, @Nullable UI screen, CompletableFuture<T> asked, Consumer<T> taker) {
        open.put(number, asked);
        Arrivals.of(screen, asked, answer -> {
            open.remove(number);
            taker.accept(answer);
        });
    }

    public void drop(int number) {
        CompletableFuture<?> asked = open.remove(number);
        if (asked != null) {
            asked.cancel(true);
        }
    }

    public void dropAll() {
        open.values().forEach(asked -> asked.cancel(true));
        open.clear();
    }
}
