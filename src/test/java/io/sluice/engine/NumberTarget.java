package io.sluice.engine;

import io.sluice.spi.BatchWriter;
import io.sluice.spi.Receipt;
import io.sluice.spi.Writer;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/** Keeps the numbers it is given and notes the calls; refuses those it is told to, all of a range or none. */
class NumberTarget implements Writer<NumberTarget.Part> {
    private final LongPredicate bad;
    final List<Long> stored = Collections.synchronizedList(new ArrayList<>());
    final List<String> calls = new CopyOnWriteArrayList<>();
    final AtomicInteger openWorkers = new AtomicInteger();
    final AtomicLong writes = new AtomicLong();

    NumberTarget() {
        this(number -> false);
    }

    NumberTarget(LongPredicate bad) {
        this.bad = bad;
    }

    record Part(int worker) implements Receipt {}

    @Override
    public Schema prepare(Schema source) throws Exception {
        calls.add("prepare");
        return source;
    }

    @Override
    public BatchSize batchSize() {
        return new BatchSize(1000, 1 << 20);
    }

    @Override
    public BatchWriter<Part> open(int worker) throws Exception {
        openWorkers.incrementAndGet();
        return new Worker(worker);
    }

    @Override
    public void commit(List<Part> receipts) throws Exception {
        calls.add("commit " + receipts.size());
    }

    @Override
    public void abort(List<Part> receipts) {
        calls.add("abort");
    }

    @Override
    public void finish() {
        calls.add("finish");
    }

    @Override
    public void close() {
        calls.add("close");
    }

    /** What a write does before it stores. */
    void beforeWrite(RowBatch rows, int from, int to) throws Exception {
        for (int row = from; row < to; row++) {
            if (bad.test(rows.longs(0).get(row))) {
                throw new SluiceException(
                        CommonError.VALUE_OUT_OF_RANGE, rows.longs(0).get(row) + " is refused");
            }
        }
    }

    private final class Worker implements BatchWriter<Part> {
        private final int number;

        Worker(int number) {
            this.number = number;
        }

        @Override
        public void write(RowBatch rows, int from, int to) throws Exception {
            writes.incrementAndGet();
            beforeWrite(rows, from, to);
            for (int row = from; row < to; row++) {
                stored.add(rows.longs(0).get(row));
            }
        }

        @Override
        public List<Part> flush() {
            return List.of(new Part(number));
        }

        @Override
        public void close() {
            openWorkers.decrementAndGet();
        }
    }
}
