package io.sluice.engine;

import io.sluice.spi.Receipt;
import io.sluice.spi.Split;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs the channels of a run, two threads each, until all are through or one fails. */
final class Channels {
    /** Most channels of a run. */
    static final int MOST = 32;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final RunParts parts;
    private final String name;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Team<?, ?> team;
    private int asked;
    private int wanted;
    private int active;

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
        meter.transferStarts();
        begin(new Team<>(pump, meter), count);
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

    private void begin(Team<?, ?> first, int count) {
        lock.lock();
        try {
            team = first;
            wanted = asked == 0 ? count : Math.min(count, asked);
            for (int number = 0; number < wanted; number++) {
                first.add();
            }
            threads.forEach(Thread::start);
            if (asked > count) {
                resize(asked);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes how many channels work. More start at once as long as splits wait; of fewer, the superfluous ones end
     * after the split they are at. What is asked for before the transfer counts from its beginning.
     *
     * @param count 1 to {@link #MOST}
     * @return how many there will be; before and after the transfer none
     */
    int resize(int count) {
        lock.lock();
        try {
            Team<?, ?> working = team;
            asked = Math.clamp(count, 1, MOST);
            if (working == null || parts.cancellation().cancelled()) {
                return 0;
            }
            int most = Math.min(MOST, working.mostReaders());
            if (count > most) {
                parts.log().warn("The source is read by at most %d channels at the same time".formatted(most));
            }
            wanted = Math.clamp(count, 1, most);
            working.share(Math.max(active, wanted));
            while (active < wanted && working.hasWork()) {
                int known = threads.size();
                working.add();
                threads.subList(known, threads.size()).forEach(Thread::start);
            }
            return Math.min(active, wanted);
        } finally {
            lock.unlock();
        }
    }

    /** Asked by a channel before it takes a split: whether it goes on, or ends because fewer are wanted now. */
    private boolean goesOn() {
        lock.lock();
        try {
            if (active > wanted) {
                active--;
                return false;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The channels of one transfer; used under the lock. */
    private final class Team<S extends Split, K extends Receipt> {
        private final Pump<S, K> pump;
        private final Meter meter;
        private int opened;

        Team(Pump<S, K> pump, Meter meter) {
            this.pump = pump;
            this.meter = meter;
        }

        boolean hasWork() {
            return !pump.splits().isEmpty();
        }

        int mostReaders() {
            return pump.reader().mostOpen();
        }

        void share(int channels) {
            pump.shape().share(channels * BatchRing.SLOTS);
        }

        /** Makes the threads of one more channel, which the caller starts. */
        void add() {
            BatchRing ring = new BatchRing();
            ReaderWorker<S> reader = new ReaderWorker<>(pump, ring, Channels.this::goesOn);
            WriterWorker<K> writer = new WriterWorker<>(pump, ring, opened);
            threads.add(thread("reader", opened, () -> work(Side.READER, reader::run)));
            threads.add(thread("writer", opened, () -> {
                work(Side.WRITER, writer::run);
                meter.channelEnds(ring);
            }));
            meter.channelStarts(ring);
            opened++;
            active++;
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
        for (int joined = 0; !closedBehind(joined); joined++) {
            Thread thread = threads.get(joined);
            while (thread.isAlive() && !parts.cancellation().cancelled()) {
                thread.join(TimeUnit.SECONDS.toMillis(1));
            }
        }
        if (parts.cancellation().cancelled()) {
            leave();
        }
    }

    /** Whether no thread follows; then none will be added any more. */
    private boolean closedBehind(int joined) {
        lock.lock();
        try {
            if (joined < threads.size()) {
                return false;
            }
            team = null;
            return true;
        } finally {
            lock.unlock();
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
