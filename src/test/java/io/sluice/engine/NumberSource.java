package io.sluice.engine;

import io.sluice.spi.Reader;
import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext;
import io.sluice.spi.TaskContext.Rejected;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads the numbers from 0 on, in as many splits as it is told. */
final class NumberSource implements Reader<NumberSource.Range> {
    static final Schema SCHEMA = Schema.of(new Column("n", LogicalType.Int.INT64));

    private final TaskContext context;
    private final long count;
    private final int splits;
    private final long rejectEvery;
    final AtomicInteger openSplits = new AtomicInteger();
    volatile boolean closed;

    NumberSource(TaskContext context, long count, int splits) {
        this(context, count, splits, 0);
    }

    /** @param rejectEvery each number that is a multiple of it cannot be read; 0 for none */
    NumberSource(TaskContext context, long count, int splits, long rejectEvery) {
        this.context = context;
        this.count = count;
        this.splits = splits;
        this.rejectEvery = rejectEvery;
    }

    record Range(long from, long to) implements Split {
        @Override
        public String describe() {
            return "numbers " + from + " to " + to;
        }
    }

    @Override
    public Schema discover() {
        return SCHEMA;
    }

    @Override
    public List<Range> plan(int wanted) {
        List<Range> all = new ArrayList<>();
        for (int i = 0; i < splits; i++) {
            all.add(new Range(count * i / splits, count * (i + 1) / splits));
        }
        return all;
    }

    @Override
    public SplitReader<Range> open(Range split) {
        openSplits.incrementAndGet();
        return new Numbers(split);
    }

    @Override
    public void close() {
        closed = true;
    }

    private final class Numbers implements SplitReader<Range> {
        private final Range range;
        private long next;

        Numbers(Range range) {
            this.range = range;
            this.next = range.from();
        }

        @Override
        public Status read(RowBatch batch) {
            for (; !batch.isFull() && next < range.to(); next++) {
                if (rejectEvery > 0 && next % rejectEvery == 0) {
                    context.reject(new Rejected(
                            List.of(Long.toString(next)),
                            0,
                            CommonError.VALUE_NOT_CONVERTIBLE,
                            "unreadable",
                            "n " + next));
                } else {
                    batch.longs(0).set(batch.rows(), next);
                    batch.endRow();
                }
            }
            return next < range.to() ? Status.MORE : Status.END;
        }

        @Override
        public Range remaining() {
            return new Range(next, range.to());
        }

        @Override
        public void close() {
            openSplits.decrementAndGet();
        }
    }
}
