package io.sluice.engine;

/**
 * What a run does about transient failures.
 *
 * @param conflicts how often a batch is tried again after a deadlock or lock timeout
 * @param connections how often a channel tries to get a lost connection back, without progress in between
 * @param failover whether a run that failed for a transient reason is resumed once by itself
 * @param repeatsDoubtful whether a batch whose commit got no answer is written again; else its rows are dirty records of
 *     which it is not known if they have arrived
 */
public record Recovery(int conflicts, int connections, boolean failover, boolean repeatsDoubtful) {
    /** Some 9 s for conflicts, and more than a minute for a server that is started again. */
    public static final Recovery DEFAULT = new Recovery(8, 8, false);

    public Recovery {
        if (conflicts < 0 || connections < 0) {
            throw new IllegalArgumentException("A number of retries is not negative");
        }
    }

    /** Recovery that loses nothing: what may be lost is written again. */
    public Recovery(int conflicts, int connections, boolean failover) {
        this(conflicts, connections, failover, true);
    }

    Recovery withoutFailover() {
        return new Recovery(conflicts, connections, false, repeatsDoubtful);
    }

    /** For targets where writing a batch again would leave its rows there twice. */
    Recovery withoutRepeating() {
        return new Recovery(conflicts, connections, failover, false);
    }
}
