package io.sluice.datasource;

import io.sluice.datasource.LiveCatalog.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Has questions asked side by side, equal ones once, and keeps the answers for a while. */
@Component
class LookUps {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final Duration KEPT = Duration.ofMinutes(5);

    /** Long enough that typing on does not ask a dead server again with every key. */
    static final Duration KEPT_FAILURE = Duration.ofSeconds(5);

    static final int SIDE_BY_SIDE = 4;
    private static final int MOST_KEPT = 1000;

    /** What a screen does with an answer must keep neither those who wait for it too nor the timer of a late one. */
    private static final Executor ANSWERS =
            task -> Thread.ofVirtual().name("look-up-answer").start(task);

    private final Clock clock;
    private final Object lock = new Object();
    private final Map<Object, Flight<?>> flights = new HashMap<>();
    private final Map<Object, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<UUID, Semaphore> places = new ConcurrentHashMap<>();

    LookUps(Clock clock) {
        this.clock = clock;
    }

    private record Kept(Answer<?> answer, Instant until) {}

    /**
     * One question.
     *
     * @param key equal for equal questions, whose answers have the same type
     * @param asker whose number of look-ups side by side is limited
     * @param late what to tell when there is no answer in time
     */
    record Question<T>(Object key, UUID asker, String late, Look<T> look) {}

    /** Finds an answer; never throws. */
    @FunctionalInterface
    interface Look<T> {
        /** @param stop takes over what ends the look-up when nobody waits any more */
        Answer<T> look(Stop stop);
    }

    /** Where a look-up says how it is ended. */
    @FunctionalInterface
    interface Stop {
        void by(Runnable action);
    }

    /** Lets a future wait for the answer. */
    <T> void ask(Question<T> question, CompletableFuture<Answer<T>> asked) {
        Flight<T> flight;
        synchronized (lock) {
            Kept known = kept.get(question.key());
            if (known != null && known.until().isAfter(clock.instant())) {
                answer(known.answer(), asked);
                return;
            }
            flight = flight(question);
            flight.waiting++;
        }
        flight.answer.thenAcceptAsync(asked::complete, ANSWERS);
        asked.whenComplete((answer, failure) -> {
            if (asked.isCancelled()) {
                leave(flight);
            }
        });
    }

    /** Keys are equal only for questions of one type. */
    @SuppressWarnings("unchecked")
    private static <T> void answer(Answer<?> known, CompletableFuture<Answer<T>> asked) {
        asked.complete((Answer<T>) known);
    }

    @SuppressWarnings("unchecked")
    private <T> Flight<T> flight(Question<T> question) {
        Flight<?> under = flights.get(question.key());
        if (under != null) {
            return (Flight<T>) under;
        }
        Flight<T> flight = new Flight<>(question);
        flights.put(question.key(), flight);
        flight.start();
        return flight;
    }

    private void leave(Flight<?> flight) {
        synchronized (lock) {
            flight.waiting--;
            if (flight.waiting > 0 || flight.answer.isDone()) {
                return;
            }
            flights.remove(flight.question.key(), flight);
        }
        flight.answer.cancel(false);
    }

    /** Forgets answers, also those that are being looked for: whoever asks from now on starts a look-up. */
    void forget(Predicate<Object> keys) {
        synchronized (lock) {
            kept.keySet().removeIf(keys);
            flights.keySet().removeIf(keys);
        }
    }

    private void keep(Flight<?> flight, Answer<?> answer) {
        Duration time = answer instanceof Answer.Known<?> ? KEPT : KEPT_FAILURE;
        synchronized (lock) {
            if (flights.remove(flight.question.key(), flight)) {
                kept.put(flight.question.key(), new Kept(answer, clock.instant().plus(time)));
                if (kept.size() > MOST_KEPT) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
        }
    }

    /** A question under way, on a thread of its own. */
    private final class Flight<T> {
        private final Question<T> question;
        private final CompletableFuture<Answer<T>> answer = new CompletableFuture<>();

        /** Guarded by the lock of the look-ups. */
        private int waiting;

        private Runnable stop = () -> {};
        private boolean over;

        Flight(Question<T> question) {
            this.question = question;
        }

        void start() {
            answer.completeOnTimeout(new Answer.Unknown<>(question.late()), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            answer.whenComplete((found, failure) -> end(found));
            Thread.ofVirtual().name("look-up").start(this::run);
        }

        /** The place is given back only when the look-up has really ended, so a server that hangs takes no more of them. */
        private void run() {
            Semaphore place = places.computeIfAbsent(question.asker(), user -> new Semaphore(SIDE_BY_SIDE));
            place.acquireUninterruptibly();
            try {
                if (!answer.isDone()) {
                    answer.complete(question.look().look(this::stopBy));
                }
            } finally {
                place.release();
            }
        }

        private synchronized void stopBy(Runnable action) {
            stop = action;
            if (over) {
                Thread.ofVirtual().name("look-up-stop").start(action);
            }
        }

        private void end(Answer<T> found) {
            if (found != null) {
                keep(this, found);
            }
            synchronized (this) {
                over = true;
                Thread.ofVirtual().name("look-up-stop").start(stop);
            }
        }
    }
}
