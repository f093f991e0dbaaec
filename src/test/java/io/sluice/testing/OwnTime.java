package io.sluice.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** How long work keeps a processor busy, whatever else the machine has to do meanwhile. */
public final class OwnTime {
    private OwnTime() {}

    /** Of work that is done on this thread alone. */
    public static Duration of(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    }
}
