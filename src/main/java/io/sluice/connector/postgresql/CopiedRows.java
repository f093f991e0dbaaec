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

    /** @param position what follows the columns in each row */
    CopiedRows(Schema schema, Position position, PostgresqlSplit split, TaskContext context) {
        this.schema = schema;
        this.position = position;
        this.split = split;
        this.context = context;
        rows = new BinaryRows(schema);
    }

    void add(byte[] row, RowBatch batch) {
        BinaryRows.requireFields(row, 0, schema.size() + position.fields());
        if (batch.isEncoded()) {
            BigEndian.putShort(row, 0, schema.size());
            batch.encodedRows().set(batch.rows(), row, 0, end(row));
            batch.endRow();
        } else {
            rows.decode(row, 0, batch).ifPresent(refusal -> reject(row, refusal));
        }
    }

    /** Where the columns of a row end. */
    private int end(byte[] row) {
        return position == Position.NONE ? row.length : rows.end(row, 0);
    }

    /** What follows a row. */
    PostgresqlSplit after(byte[] row) {
        return position.after(split, row, rows.end(row, 0) + Integer.BYTES);
    }

    private void reject(byte[] row, BinaryRows.Refusal refusal) {
        List<@Nullable String> values = new ArrayList<>(schema.size());
        for (int column = 0; column < schema.size(); column++) {
            values.add(rows.shown(row, column, schema));
        }
        context.reject(new TaskContext.Rejected(
                values,
                refusal.column(),
                refusal.reason().code(),
                String.valueOf(refusal.reason().getMessage()),
                split.describe()));
    }
}
