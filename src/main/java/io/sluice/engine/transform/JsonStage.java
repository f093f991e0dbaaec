package io.sluice.engine.transform;

import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;

/**
 * Makes text columns of parts of a JSON text.
 *
 * @param column the one that holds the text
 * @param first the first of the new columns, which stand one behind the other
 * @param requireAll whether a row in which a part is missing is dirty
 */
record JsonStage(Schema output, int column, int first, int[] lent, JsonParts parts, boolean requireAll)
        implements Stage {
    @Override
    public RowBatch derive(RowBatch batch) {
        return batch.derive(output, lent);
    }

    @Override
    public void run(RowBatch in, RowBatch out, Outcome outcome) {
        out.clear();
        BytesVector from = in.bytes(column);
        JsonParts.Found found = parts.found();
        int rows = in.rows();
        for (int row = 0; row < rows; row++) {
            found.clear();
            try {
                if (!from.isNull(row)) {
                    parts.read(from.data(), from.start(row), from.end(row), found);
                    requireParts(found);
                }
            } catch (SluiceException e) {
                found.clear();
                outcome.unfit(row, column, e);
            }
            for (int part = 0; part < found.size(); part++) {
                set(out.bytes(first + part), row, found, part);
            }
        }
        out.endRows(rows);
    }

    private static void set(BytesVector to, int row, JsonParts.Found found, int part) {
        byte[] value = found.value(part);
        if (value == null) {
            to.setNull(row);
        } else {
            to.set(row, value);
        }
    }

    private void requireParts(JsonParts.Found found) {
        for (int part = 0; requireAll && part < found.size(); part++) {
            if (!found.present(part)) {
                throw new SluiceException(
                        CommonError.VALUE_NOT_CONVERTIBLE, "The JSON text has nothing at " + parts.path(part));
            }
        }
    }
}
