package io.sluice.fault;

import io.sluice.fault.Fault.Moment;
import io.sluice.fault.Fault.Step;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.Mark;
import io.sluice.spi.Receipt;
import io.sluice.spi.SupportsDiscard;
import io.sluice.spi.SupportsProgress;
import io.sluice.spi.TransactionalBatchWriter;
import io.sluice.spi.Writer;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** A writer that tells before and after each step, so that faults can happen there; the work is the real writer's. */
final class FaultyWriter<K extends Receipt> implements Writer<K>, SupportsProgress, SupportsDiscard {
    private final Writer<K> real;
    private final Fault.Trigger trigger;

    FaultyWriter(Writer<K> real, Fault.Trigger trigger) {
        this.real = real;
        this.trigger = trigger;
    }

    @Override
    public List<Mark> takeOver() throws Exception {
        return real instanceof SupportsProgress progress ? progress.takeOver() : List.of();
    }

    @Override
    public void discard() throws Exception {
        if (real instanceof SupportsDiscard left) {
            left.discard();
        }
    }

    @Override
    public Schema prepare(Schema source) throws Exception {
        return real.prepare(source);
    }

    @Override
    public BatchSize batchSize() {
        return real.batchSize();
    }

    @Override
    public BatchWriter<K> open(int worker) throws Exception {
        BatchWriter<K> opened = real.open(worker);
        return opened instanceof TransactionalBatchWriter<K> transactional
                ? new Transactions<>(transactional, trigger)
                : new Plain<>(opened, trigger);
    }

    /** Stops, when it is told to, between the first and the second of several things to rename. */
    @Override
    public void commit(List<K> receipts) throws Exception {
        trigger.reached(Step.RENAME, Moment.BEFORE);
        if (receipts.size() > 1) {
            List<K> ordered = receipts.stream()
                    .sorted(Comparator.comparing(Object::toString))
                    .toList();
            real.commit(ordered.subList(0, 1));
            trigger.reached(Step.RENAME, Moment.AFTER);
            real.commit(receipts);
        } else {
            real.commit(receipts);
            trigger.reached(Step.RENAME, Moment.AFTER);
        }
    }

    @Override
    public void abort(List<K> receipts) throws Exception {
        real.abort(receipts);
    }

    @Override
    public void suspend(List<K> receipts, boolean loaded) throws Exception {
        real.suspend(receipts, loaded);
    }

    @Override
    public void finish() throws Exception {
        real.finish();
    }

    @Override
    public void close() throws IOException {
        real.close();
    }

    private record Plain<K extends Receipt>(BatchWriter<K> real, Fault.Trigger trigger) implements BatchWriter<K> {
        @Override
        public void write(RowBatch rows, int from, int to) throws Exception {
            trigger.reached(Step.BATCH, Moment.BEFORE);
            real.write(rows, from, to);
            trigger.reached(Step.BATCH, Moment.AFTER);
        }

        @Override
        public List<K> flush() throws Exception {
            return real.flush();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }

    private record Transactions<K extends Receipt>(TransactionalBatchWriter<K> real, Fault.Trigger trigger)
            implements TransactionalBatchWriter<K> {
        @Override
        public long claim(int split) throws Exception {
            trigger.reached(Step.CLAIM, Moment.BEFORE);
            long batch = real.claim(split);
            trigger.reached(Step.CLAIM, Moment.AFTER);
            return batch;
        }

        @Override
        public boolean begin(Mark mark) throws Exception {
            trigger.reached(Step.PROGRESS, Moment.BEFORE);
            boolean begun = real.begin(mark);
            trigger.reached(Step.PROGRESS, Moment.AFTER);
            return begun;
        }

        @Override
        public void add(RowBatch rows, int from, int to) throws Exception {
            trigger.reached(Step.BATCH, Moment.BEFORE);
            real.add(rows, from, to);
            trigger.reached(Step.BATCH, Moment.AFTER);
        }

        @Override
        public void tryAdd(RowBatch rows, int from, int to) throws Exception {
            real.tryAdd(rows, from, to);
        }

        @Override
        public void commit(Mark mark) throws Exception {
            trigger.reached(Step.COMMIT, Moment.BEFORE);
            real.commit(mark);
            trigger.reached(Step.COMMIT, Moment.AFTER);
        }

        @Override
        public void rollBack() {
            real.rollBack();
        }

        @Override
        public void write(RowBatch rows, int from, int to) throws Exception {
            real.write(rows, from, to);
        }

        @Override
        public List<K> flush() throws Exception {
            return real.flush();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}
