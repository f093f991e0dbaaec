package io.sluice.engine;

import io.sluice.spi.Writer.BatchSize;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType.Physical;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.RowEncoding;
import io.sluice.spi.data.Schema;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Says how large the batches of a run are: what suits the writer, the memory and the limits at the moment. */
final class BatchShape {
    private static final long LEAST_BYTES = 64L << 10;
    private static final int LEAST_ROWS = 256;
    private static final int SHARE_OF_MEMORY = 4;
    private static final int GUESSED_TEXT_BYTES = 16;
    private static final int TOO_LARGE = 4;

    /** Rows of the first batch of a channel: small, so that the writer need not wait long for its first work. */
    private static final int FIRST_ROWS = 4096;

    private final Schema schema;
    private final @Nullable RowEncoding encoding;
    private final BatchSize suits;
    private final int bytesPerRow;
    private final Throttle throttle;
    private final AtomicInteger first;
    private volatile int rows;
    private volatile long bytes;

    /**
     * @param encoding the form rows travel in undecoded; null when they travel as vectors of {@code schema}
     * @param slots batches of all channels together
     */
    BatchShape(Schema schema, @Nullable RowEncoding encoding, BatchSize suits, int slots, Throttle throttle) {
        this.schema = schema;
        this.encoding = encoding;
        this.suits = suits;
        this.throttle = throttle;
        bytesPerRow = schema.columns().stream().mapToInt(BatchShape::width).sum();
        first = new AtomicInteger(slots / BatchRing.SLOTS);
        share(slots);
    }

    /** Shares the memory among so many batches from now on. */
    void share(int slots) {
        long share = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / slots;
        long affordable = Math.max(LEAST_ROWS, share / Math.max(1, bytesPerRow));
        bytes = Math.max(LEAST_BYTES, Math.min(suits.bytes(), share));
        rows = (int) Math.min(suits.rows(), affordable);
    }

    private static int width(Column column) {
        return column.type().physical() == Physical.BYTES ? GUESSED_TEXT_BYTES : Long.BYTES;
    }

    RowBatch create() {
        int capacity = throttle.batchRows(rows, bytesPerRow);
        if (capacity > FIRST_ROWS && first.getAndDecrement() > 0) {
            capacity = FIRST_ROWS;
        }
        long limit = throttle.batchBytes(bytes);
        return encoding == null ? new RowBatch(schema, capacity, limit) : RowBatch.encoded(encoding, capacity, limit);
    }

    boolean fits(RowBatch batch) {
        return batch.capacity() == throttle.batchRows(rows, bytesPerRow)
                && batch.byteLimit() == throttle.batchBytes(bytes)
                && batch.bytes() <= TOO_LARGE * bytes;
    }
}
