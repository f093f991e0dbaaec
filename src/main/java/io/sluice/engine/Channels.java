package io.sluice.engine;

import io.sluice.spi.Receipt;
import io.sluice.spi.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Runs the channels of a run, two threads each, until all are through or one fails. */
final class Channels {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final RunParts parts;
    private final String name;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    Channels(RunParts parts, String name) {
        this.parts = parts;
        this.name = name;
    }

    /** Ends blocking calls and waiting threads. */
    void halt() {
        parts.cancellation().cancel();
        threads.forEach(Thread::interrupt);
    }

    /** Returns when no thread of the channels is at work any more, or those that are do not react. */
    <S extends Split, K extends Receipt> void run(Pump<S, K> pump, int count, Meter meter)
            throws StepFailure, InterruptedException {
        List<BatchRing> rings = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            BatchRing ring = new BatchRing();
            rings.add(ring);
            ReaderWorker<S> reader = new ReaderWorker<>(pump, ring);
            WriterWorker<K> writer = new WriterWorker<>(pump, ring, number);
            threads.add(thread("reader", number, () -> work(Side.READER, reader::run)));
            threads.add(thread("writer", number, () -> work(Side.WRITER, writer::run)));
        }
        meter.transferStarts(rings);
        threads.forEach(Thread::start);
        try {
            join();
        } catch (InterruptedException e) {
            halt();
            leave();
            throw e;
        }
        if (parts.cancellation().cancelled()) {
            throw new InterruptedException("The run was ended");
        }
    }

    private Thread thread(String role, int number, Runnable work) {
        return Thread.ofPlatform()
                .daemon()
                .name("sluice-" + name + "-" + role + "-" + (number + 1))
                .unstarted(work);
    }

    private void work(Side side, Body body) {
        try {
            body.run();
        } catch (Throwable e) {
            if (!parts.cancellation().cancelled()) {
                parts.failures().keep(new StepFailure(side, e));
            }
            halt();
        }
    }

    /** Work of one thread. */
    @FunctionalInterface
    private interface Body {
        void run() throws Exception;
    }

    private void join() throws InterruptedException {
        for (Thread thread : threads) {
            while (thread.isAlive() && !parts.cancellation().cancelled()) {
                thread.join(TimeUnit.SECONDS.toMillis(1));
            }
        }
        if (parts.cancellation().cancelled()) {
            leave();
        }
    }

    /** Gives threads time to end; a thread that does not is left behind, and closing the connections must end it. */
    private void leave() {
        long until = System.nanoTime() + PATIENCE_NANOS;
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive() && System.nanoTime() < until) {
                try {
                    thread.join(100);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (thread.isAlive()) {
                parts.log().warn(thread.getName() + " does not react and is left behind");
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
