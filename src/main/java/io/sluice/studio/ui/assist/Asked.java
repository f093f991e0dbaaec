package io.sluice.studio.ui.assist;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Answers made of others; cancelling one cancels what it is made of. */
final class Asked {
    private Asked() {}

    static <T, R> CompletableFuture<R> then(CompletableFuture<T> asked, Function<T, R> made) {
        return cancelling(asked.thenApply(made), List.of(asked));
    }

    /** All answers, in the order of the questions. */
    static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> asked) {
        CompletableFuture<List<T>> all = CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(done -> asked.stream().map(CompletableFuture::join).toList());
        return cancelling(all, asked);
    }

    private static <T> CompletableFuture<T> cancelling(
            CompletableFuture<T> made, List<? extends CompletableFuture<?>> asked) {
        made.whenComplete((found, failure) -> {
            if (made.isCancelled()) {
                asked.forEach(one -> one.cancel(true));
            }
        });
        return made;
    }
}
