package io.sluice.engine.verify;

import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.data.Vector;
import java.util.List;

/** The hashes of the rows of one batch after the other. Used by one thread. */
final class RowHashes {
    private final List<Canonical> columns;
    private final int[] key;
    private long[] keys = new long[0];
    private long[] rows = new long[0];
    private long[][] values = new long[0][];

    /** @param key positions of the key columns; none makes all rows those of one key */
    RowHashes(Schema schema, List<Integer> key) {
        this.columns = schema.columns().stream()
                .map(column -> Canonical.of(column.type()))
                .toList();
        this.key = key.stream().mapToInt(Integer::intValue).toArray();
    }

    void take(RowBatch batch) {
        int count = batch.rows();
        if (rows.length < count || values.length < columns.size()) {
            keys = new long[batch.capacity()];
            rows = new long[batch.capacity()];
            values = new long[columns.size()][batch.capacity()];
        }
        java.util.Arrays.fill(rows, 0, count, 0);
        for (int column = 0; column < columns.size(); column++) {
            hash(batch.vector(column), columns.get(column), values[column], count);
            combine(values[column], rows, count);
        }
        java.util.Arrays.fill(keys, 0, count, 0);
        for (int column : key) {
            combine(values[column], keys, count);
        }
    }

    private static void hash(Vector vector, Canonical form, long[] into, int count) {
        for (int row = 0; row < count; row++) {
            into[row] = vector.isNull(row) ? Mix.NULL : form.hash(vector, row);
        }
    }

    private static void combine(long[] column, long[] all, int count) {
        for (int row = 0; row < count; row++) {
            all[row] = Mix.add(all[row], column[row]);
        }
    }

    long key(int row) {
        return keys[row];
    }

    long row(int row) {
        return rows[row];
    }

    /** The hash of one value of a row of the batch taken last. */
    long value(int row, int column) {
        return values[column][row];
    }

    int columns() {
        return columns.size();
    }
}
