package io.sluice.engine;

/** Sums up how long one thread has waited, or done one kind of work; read by others while it goes on. */
final class WaitClock {
    private volatile long total;
    private volatile long since;

    void begin() {
        since = System.nanoTime() | 1;
    }

    void end() {
        long began = since;
        since = 0;
        total += System.nanoTime() - began;
    }

    /** Nanoseconds so far, a stretch that still goes on included. */
    long nanos() {
        long began = since;
        long waited = total;
        return began == 0 ? waited : waited + System.nanoTime() - began;
    }
}
