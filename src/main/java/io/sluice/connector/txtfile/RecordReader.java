package io.sluice.connector.txtfile;

import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.data.RowBatch;
import java.io.IOException;

/** Reads the records of one split; counts them, so that what remains is known exactly. */
final class RecordReader implements SplitReader<FileSplit> {
    private final FileSplit split;
    private final Records records;
    private final RowAppender rows;
    private long passed;

    /** @param records stand where {@code split} begins */
    RecordReader(FileSplit split, Records records, RowAppender rows) {
        this.split = split;
        this.records = records;
        this.rows = rows;
    }

    @Override
    public Status read(RowBatch batch) throws IOException {
        while (!batch.isFull()) {
            if (!records.read(Math.min(FieldBlock.MOST_RECORDS, batch.capacity() - batch.rows()))) {
                return Status.END;
            }
            passed += records.fields().records();
            rows.append(records.fields(), batch);
        }
        return Status.MORE;
    }

    @Override
    public FileSplit remaining() {
        return split.behind(passed, records.nextByte(), records.nextLine());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
