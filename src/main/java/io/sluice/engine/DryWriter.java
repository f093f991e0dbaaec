package io.sluice.engine;

import io.sluice.spi.BatchWriter;
import io.sluice.spi.NoReceipt;
import io.sluice.spi.Reader;
import io.sluice.spi.TaskContext;
import io.sluice.spi.TaskContext.Level;
import io.sluice.spi.Writer;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of a job's writer in a dry run: looks at the target as it is and takes rows without writing them. It
 * refuses NULL where the target needs a value; what only the target itself knows, such as keys that are taken, it cannot
 * tell.
 */
final class DryWriter implements Writer<NoReceipt> {
    private final JobWriter writer;
    private final TaskContext context;
    private Schema target = Schema.of();

    DryWriter(JobWriter writer, TaskContext context) {
        this.writer = writer;
        this.context = context;
    }

    @Override
    public Schema prepare(Schema source) throws Exception {
        JobWriter.@Nullable ReadBack readBack = writer.readBack();
        if (readBack == null) {
            context.log(
                    Level.INFO,
                    "Dry run: what a target of " + writer.connector().profile().label()
                            + " takes cannot be asked; the rows are taken as they come");
            return source;
        }
        try (Reader<?> there = readBack.open(context)) {
            target = there.discover();
        }
        return target;
    }

    @Override
    public BatchSize batchSize() {
        return BatchSize.DEFAULT;
    }

    @Override
    public BatchWriter<NoReceipt> open(int worker) {
        int[] needed = needed();
        return new BatchWriter<>() {
            @Override
            public void write(RowBatch rows, int from, int to) {
                for (int column : needed) {
                    requireValues(rows, column, from, to);
                }
            }

            @Override
            public List<NoReceipt> flush() {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }

    /** Columns that must have a value; a key may be given one by the target. */
    private int[] needed() {
        return IntStream.range(0, target.size())
                .filter(index -> isNeeded(target.column(index)))
                .toArray();
    }

    private static boolean isNeeded(Column column) {
        return !column.nullable() && !column.key();
    }

    private static void requireValues(RowBatch rows, int column, int from, int to) {
        for (int row = from; row < to; row++) {
            if (rows.vector(column).isNull(row)) {
                throw new SluiceException(
                        CommonError.VALUE_MISSING,
                        "Column " + rows.schema().column(column).name() + " of the target needs a value");
            }
        }
    }

    @Override
    public void commit(List<NoReceipt> receipts) {}

    @Override
    public void abort(List<NoReceipt> receipts) {}

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
