package io.sluice.run;

import io.sluice.store.StoreSettings;
import io.sluice.store.StoreTime;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * For how long a process owns its runs after it was last heard of. It stops them itself at half of that time, so that
 * they have ended when another process takes them for dead.
 */
@Component
class RunLease {
    private static final int SHORTEST_SECONDS = 10;

    private final Duration length;
    private final StoreTime time;
    private final boolean shared;

    RunLease(@Value("${SLUICE_RUN_LEASE_SECONDS:60}") int seconds, StoreTime time, StoreSettings store) {
        length = Duration.ofSeconds(Math.max(SHORTEST_SECONDS, seconds));
        this.time = time;
        shared = !store.embedded();
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

    /** How long it may fail to be renewed before the owner gives it up. */
    Duration patience() {
        return length.dividedBy(2);
    }

    /** How often it is looked for runs whose owner is dead. */
    Duration round() {
        return length.dividedBy(6);
    }
}
