package io.sluice.engine;

import io.sluice.spi.Mark;
import io.sluice.spi.TransactionalBatchWriter;
import io.sluice.spi.data.RowBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;

/** A target whose batches are transactions; it fails where a test wants it to. */
class TransactionalNumbers extends NumberTarget {
    final AtomicInteger commits = new AtomicInteger();

    TransactionalNumbers() {
        this(number -> false);
    }

    TransactionalNumbers(LongPredicate bad) {
        super(bad);
    }

    /** What happens before the n-th commit, from 1. */
    void beforeCommit(int commit) throws Exception {}

    /** What happens when it is done, and before the engine hears of it. */
    void afterCommit(int commit) throws Exception {}

    @Override
    public TransactionalBatchWriter<Part> open(int worker) throws Exception {
        openWorkers.incrementAndGet();
        return new Transactions(worker);
    }

    private final class Transactions implements TransactionalBatchWriter<Part> {
        private final int number;
        private final List<Long> added = new ArrayList<>();

        Transactions(int number) {
            this.number = number;
        }

        @Override
        public long claim(int split) {
            return 0;
        }

        @Override
        public boolean begin(Mark mark) {
            added.clear();
            return true;
        }

        @Override
        public void add(RowBatch rows, int from, int to) throws Exception {
            beforeWrite(rows, from, to);
            for (int row = from; row < to; row++) {
                added.add(rows.longs(0).get(row));
            }
        }

        @Override
        public void tryAdd(RowBatch rows, int from, int to) throws Exception {
            add(rows, from, to);
        }

        @Override
        public void commit(Mark mark) throws Exception {
            int commit = commits.incrementAndGet();
            beforeCommit(commit);
            stored.addAll(added);
            afterCommit(commit);
        }

        @Override
        public void rollBack() {
            added.clear();
        }

        @Override
        public void write(RowBatch rows, int from, int to) throws Exception {
            add(rows, from, to);
            stored.addAll(added);
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
