package io.sluice.connector.txtfile;

import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.Category;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;

/** Reads one file; counts records, so that what remains is known exactly. */
final class RecordReader implements SplitReader<FileSplit> {
    private final FileSplit split;
    private final Records records;
    private final RowAppender rows;
    private final TaskContext context;
    private long next;

    RecordReader(FileSplit split, Records records, RowAppender rows, TaskContext context) {
        this.split = split;
        this.records = records;
        this.rows = rows;
        this.context = context;
        this.next = split.firstRecord();
    }

    @Override
    public Status read(RowBatch batch) throws IOException {
        while (!batch.isFull()) {
            if (!records.next()) {
                return Status.END;
            }
            next++;
            append(batch);
        }
        return Status.MORE;
    }

    private void append(RowBatch batch) {
        Fields fields = records.fields();
        try {
            rows.append(fields, batch);
        } catch (SluiceException bad) {
            if (bad.code().category() != Category.DATA) {
                throw bad;
            }
            String message = String.valueOf(bad.getMessage());
            context.reject(new TaskContext.Rejected(
                    fields.strings(), rows.column(), bad.code(), message, split.path() + " line " + fields.line()));
        }
    }

    @Override
    public FileSplit remaining() {
        return new FileSplit(split.path(), next);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
