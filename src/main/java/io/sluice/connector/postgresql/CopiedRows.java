package io.sluice.connector.postgresql;

import io.sluice.spi.TaskContext;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds the rows of a COPY to batches; those that cannot be read become dirty. */
final class CopiedRows {
    private final Schema schema;
    private final Position position;
    private final PostgresqlSplit split;
    private final TaskContext context;
    private final BinaryRows rows;
    private byte[] last = {};

    /** @param position what follows the columns in each row */
    CopiedRows(Schema schema, Position position, PostgresqlSplit split, TaskContext context) {
        this.schema = schema;
        this.position = position;
        this.split = split;
        this.context = context;
        rows = new BinaryRows(schema);
    }

    /** Adds the row at which the stream is. */
    void add(CopyStream from, RowBatch batch) {
        byte[] row = from.row();
        int start = from.start();
        BinaryRows.requireFields(row, start, from.end(), schema.size() + position.fields());
        int end = position.begins(rows, row, start, from.end());
        keepPosition(row, end, from.end());
        if (batch.isEncoded()) {
            BigEndian.putShort(row, start, schema.size());
            batch.encodedRows().set(batch.rows(), row, start, end - start);
            batch.endRow();
        } else {
            rows.decode(row, start, batch).ifPresent(refusal -> reject(row, start, refusal));
        }
    }

    /** The row itself is overwritten by those that follow. */
    private void keepPosition(byte[] row, int from, int to) {
        if (to - from > last.length) {
            last = new byte[to - from];
        }
        System.arraycopy(row, from, last, 0, to - from);
    }

    /** What follows the row that was added last. */
    PostgresqlSplit behindLast() {
        return position.after(split, last);
    }

    private void reject(byte[] row, int start, BinaryRows.Refusal refusal) {
        List<@Nullable String> values = new ArrayList<>(schema.size());
        for (int column = 0; column < schema.size(); column++) {
            values.add(rows.shown(row, start, column, schema));
        }
        context.reject(new TaskContext.Rejected(
                values,
                refusal.column(),
                refusal.reason().code(),
                String.valueOf(refusal.reason().getMessage()),
                split.describe()));
    }
}
