package io.sluice.run;

import io.sluice.store.StoreSettings;
import io.sluice.store.StoreTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * For how long a process owns its runs after it was last heard of. It stops them itself at half of that time, so that
 * they have ended when another process takes them for dead.
 */
@Component
class RunLease {
    private static final int SHORTEST_SECONDS = 10;

    private final UUID owner = UUID.randomUUID();
    private final Duration length;
    private final StoreTime time;
    private final boolean shared;
    private final AtomicLong renewedAt = new AtomicLong(System.nanoTime());

    RunLease(@Value("${SLUICE_RUN_LEASE_SECONDS:60}") int seconds, StoreTime time, StoreSettings store) {
        length = Duration.ofSeconds(Math.max(SHORTEST_SECONDS, seconds));
        this.time = time;
        shared = !store.embedded();
    }

    /** This process, as the others on the store know it. */
    UUID owner() {
        return owner;
    }

    /** Whether other processes may be at work on the same store. */
    boolean shared() {
        return shared;
    }

    /** By the store's time. */
    Instant now() {
        return time.now();
    }

    Duration length() {
        return length;
    }

    /** How often it is renewed. */
    Duration renewal() {
        return length.dividedBy(12);
    }

    /** It was renewed. @param asked when the store was asked, which counts, not when it answered; by {@link System#nanoTime} */
    void renewed(long asked) {
        renewedAt.set(asked);
    }

    /** How long ago it was renewed, by a clock that nobody sets and that goes on while the process is frozen. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - renewedAt.get());
    }

    /** Whether the owner has to give it up, because it was not renewed for half of its time. */
    boolean isOver() {
        return shared && silence().compareTo(length.dividedBy(2)) > 0;
    }

    /** After so much silence a run that waits is not begun any more by another process. */
    Duration patience() {
        return length.multipliedBy(3);
    }

    /** How often it is looked for runs whose owner is dead. */
    Duration round() {
        return length.dividedBy(6);
    }
}
