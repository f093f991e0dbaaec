package io.sluice.engine.preview;

import io.sluice.engine.SampleContext;
import io.sluice.spi.Reader;
import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.BitSet;
import java.util.List;

/** Reads the first rows of a source, one split after the other. */
final class SourceRows {
    private static final int MOST_ROWS = 1024;
    private static final long MOST_BYTES = 2L << 20;

    private final SampleContext context;
    private final int wanted;
    private long read;
    private boolean more;

    SourceRows(SampleContext context, int wanted) {
        this.context = context;
        this.wanted = wanted;
    }

    long read() {
        return read;
    }

    /** Whether there are further rows, or may be. */
    boolean more() {
        return more;
    }

    <S extends Split> void read(Reader<S> reader, Look<?> look) throws Exception {
        Schema schema = reader.discover();
        look.begin(schema);
        more = true;
        // Room for one row more than is asked for shows a reader's end without another call.
        RowBatch batch = new RowBatch(schema, Math.min(wanted + 2, MOST_ROWS), MOST_BYTES);
        List<S> splits = reader.plan(1);
        boolean enough = false;
        for (int i = 0; i < splits.size() && !enough; i++) {
            try (SplitReader<S> rows = reader.open(splits.get(i))) {
                enough = read(rows, batch, look);
                if (enough) {
                    context.endCalls();
                }
            }
        }
        more = enough;
    }

    /** Whether there was more than was wanted. */
    private boolean read(SplitReader<?> rows, RowBatch batch, Look<?> look) throws Exception {
        Status status = Status.MORE;
        boolean enough = false;
        while (status == Status.MORE && !enough) {
            batch.clear();
            status = fill(rows, batch, look);
            enough = read + batch.rows() > wanted;
            take(batch, look);
            if (context.cancelled()) {
                throw new InterruptedException("The look at the data was ended");
            }
        }
        return enough;
    }

    private void take(RowBatch batch, Look<?> look) throws Exception {
        if (read + batch.rows() > wanted) {
            BitSet beyond = new BitSet();
            beyond.set((int) (wanted - read), batch.rows());
            batch.remove(beyond);
        }
        read += batch.rows();
        look.take(batch);
    }

    /** When the time is over in the middle of a batch, the rows that are there already count. */
    private Status fill(SplitReader<?> rows, RowBatch batch, Look<?> look) throws Exception {
        try {
            return rows.read(batch);
        } catch (Exception failure) {
            if (context.cancelled()) {
                batch.dropRow();
                take(batch, look);
            }
            throw failure;
        }
    }
}
