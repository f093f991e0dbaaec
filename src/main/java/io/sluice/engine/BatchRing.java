package io.sluice.engine;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands batches from the one reader thread of a channel to its one writer thread and back. Batches are few and large,
 * so that what a hand-over costs does not matter.
 */
final class BatchRing {
    /** Batches of one channel. */
    static final int SLOTS = 4;

    private final ArrayBlockingQueue<Slot> free = new ArrayBlockingQueue<>(SLOTS);
    private final ArrayBlockingQueue<Slot> filled = new ArrayBlockingQueue<>(SLOTS + 1);
    private final AtomicLong queued = new AtomicLong();
    private final WaitClock readerWaits = new WaitClock();
    private final WaitClock writerWaits = new WaitClock();
    private final WaitClock writerConverts = new WaitClock();

    BatchRing() {
        for (int i = 0; i < SLOTS; i++) {
            free.add(new Slot());
        }
    }

    Slot takeFree() throws InterruptedException {
        return take(free, readerWaits);
    }

    void put(Slot slot) {
        queued.addAndGet(slot.bytes());
        filled.add(slot);
    }

    /** Says that nothing more will be put. */
    void end() {
        Slot last = new Slot();
        last.endChannel();
        filled.add(last);
    }

    Slot takeFilled() throws InterruptedException {
        Slot taken = take(filled, writerWaits);
        queued.addAndGet(-taken.bytes());
        return taken;
    }

    void recycle(Slot slot) {
        free.add(slot);
    }

    private static Slot take(ArrayBlockingQueue<Slot> queue, WaitClock waits) throws InterruptedException {
        Slot ready = queue.poll();
        if (ready != null) {
            return ready;
        }
        waits.begin();
        try {
            return queue.take();
        } finally {
            waits.end();
        }
    }

    WaitClock readerWaits() {
        return readerWaits;
    }

    WaitClock writerWaits() {
        return writerWaits;
    }

    /** How long the writer's thread was busy with steps and conversions, which is no waiting. */
    WaitClock writerConverts() {
        return writerConverts;
    }

    /** Volume of the batches that wait for the writer. */
    long queuedBytes() {
        return Math.max(0, queued.get());
    }

    double fill() {
        return Math.min(1.0, (double) filled.size() / SLOTS);
    }
}
