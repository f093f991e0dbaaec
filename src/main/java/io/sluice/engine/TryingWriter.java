package io.sluice.engine;

import io.sluice.engine.verify.SeenKeys;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.Mark;
import io.sluice.spi.NoReceipt;
import io.sluice.spi.TransactionalBatchWriter;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has the target take batches as in a run, and takes each of them back where a run commits. As the target then forgets the
 * rows of batches before, their keys are remembered here.
 *
 * @param keys those of all rows so far; null when a key may come again
 */
record TryingWriter(TransactionalBatchWriter<?> target, SeenKeys.@Nullable Claims keys)
        implements TransactionalBatchWriter<NoReceipt> {
    static TryingWriter over(BatchWriter<?> target, @Nullable SeenKeys keys) throws IOException {
        if (target instanceof TransactionalBatchWriter<?> transactional) {
            return new TryingWriter(transactional, keys == null ? null : keys.claims());
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
        if (keys != null) {
            keys.begin();
        }
        return target.begin(mark);
    }

    @Override
    public void add(RowBatch rows, int from, int to) throws Exception {
        claim(rows, from, to);
        target.add(rows, from, to);
    }

    @Override
    public void tryAdd(RowBatch rows, int from, int to) throws Exception {
        int before = keys == null ? 0 : keys.mark();
        boolean added = false;
        try {
            claim(rows, from, to);
            target.tryAdd(rows, from, to);
            added = true;
        } finally {
            if (!added && keys != null) {
                keys.backTo(before);
            }
        }
    }

    private void claim(RowBatch rows, int from, int to) {
        if (keys != null && keys.claim(rows, from, to) >= 0) {
            throw new SluiceException(
                    EngineError.DUPLICATE_KEY, "The key occurs in a row before, which the target would hold by then");
        }
    }

    @Override
    public void commit(Mark mark) throws Exception {
        target.check();
        target.rollBack();
        if (keys != null) {
            keys.settle();
        }
    }

    @Override
    public void rollBack() {
        if (keys != null) {
            keys.backTo(0);
        }
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
