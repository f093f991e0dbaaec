package io.sluice.engine;

import io.sluice.spi.Tally;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what one run has done; every number covers all channels. */
final class Counters {
    final LongAdder read = new LongAdder();
    final LongAdder written = new LongAdder();
    final LongAdder filtered = new LongAdder();
    final LongAdder bytes = new LongAdder();
    final LongAdder retries = new LongAdder();
    final AtomicLong dirty = new AtomicLong();
    final AtomicInteger splitsTotal = new AtomicInteger();
    final AtomicInteger splitsStarted = new AtomicInteger();
    final AtomicInteger splitsDone = new AtomicInteger();
    final AtomicInteger splitsFailed = new AtomicInteger();

    /** Counts what attempts before have done. */
    void before(Tally tally) {
        read.add(tally.read());
        written.add(tally.written());
        filtered.add(tally.read() - tally.written() - tally.dirty());
        dirty.addAndGet(tally.dirty());
        bytes.add(tally.bytes());
    }

    Tally tally() {
        return new Tally(read.sum(), written.sum(), dirty.get(), bytes.sum());
    }

    void readBatch(int rows, long volume) {
        read.add(rows);
        bytes.add(volume);
    }
}
