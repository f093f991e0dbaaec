package io.sluice.engine;

import io.sluice.spi.BatchWriter;
import io.sluice.spi.Mark;
import io.sluice.spi.NoReceipt;
import io.sluice.spi.TransactionalBatchWriter;
import io.sluice.spi.data.RowBatch;
import java.io.IOException;
import java.util.List;

/** Has the target take batches as in a run, and takes each of them back where a run commits. */
record TryingWriter(TransactionalBatchWriter<?> target) implements TransactionalBatchWriter<NoReceipt> {
    static TryingWriter over(BatchWriter<?> target) throws IOException {
        if (target instanceof TransactionalBatchWriter<?> transactional) {
            return new TryingWriter(transactional);
        }
        target.close();
        throw new IllegalStateException("A trial needs transactions");
    }

    @Override
    public long claim(int split) {
        return 0;
    }

    @Override
    public boolean begin(Mark mark) throws Exception {
        return target.begin(mark);
    }

    @Override
    public void add(RowBatch rows, int from, int to) throws Exception {
        target.add(rows, from, to);
    }

    @Override
    public void tryAdd(RowBatch rows, int from, int to) throws Exception {
        target.tryAdd(rows, from, to);
    }

    @Override
    public void commit(Mark mark) throws Exception {
        target.check();
        target.rollBack();
    }

    @Override
    public void rollBack() {
        target.rollBack();
    }

    @Override
    public void write(RowBatch rows, int from, int to) throws Exception {
        try {
            target.add(rows, from, to);
            target.check();
        } finally {
            target.rollBack();
        }
    }

    @Override
    public List<NoReceipt> flush() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
