package io.sluice.connector.postgresql;

import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.Category;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a COPY in binary form into batches: number of fields, then each field's length and bytes. */
final class BinaryRows {
    private final BinaryColumns.Field[] fields;

    BinaryRows(Schema schema) {
        fields = schema.columns().stream().map(BinaryColumns::field).toArray(BinaryColumns.Field[]::new);
    }

    /** A column that cannot be held, and why. */
    record Refusal(int column, SluiceException reason) {}

    /**
     * Completes a row of the batch; a row that cannot be held is dropped.
     *
     * @param from where the number of fields stands; fields behind those of the schema are not looked at
     */
    Optional<Refusal> decode(byte[] data, int from, RowBatch into) {
        int at = from + Short.BYTES;
        int column = 0;
        try {
            for (; column < fields.length; column++) {
                int length = BigEndian.getInt(data, at);
                at += Integer.BYTES;
                if (length < 0) {
                    into.vector(column).setNull(into.rows());
                } else {
                    fields[column].decode(data, at, length, into, column);
                    at += length;
                }
            }
            into.endRow();
            return Optional.empty();
        } catch (SluiceException refused) {
            if (refused.code().category() != Category.DATA) {
                throw refused;
            }
            into.dropRow();
            return Optional.of(new Refusal(column, refused));
        }
    }

    /** One value as text, null for NULL. */
    @Nullable
    String shown(byte[] row, int from, int column, Schema schema) {
        int at = from + Short.BYTES;
        for (int before = 0; before < column; before++) {
            at += Integer.BYTES + Math.max(0, BigEndian.getInt(row, at));
        }
        int length = BigEndian.getInt(row, at);
        if (length < 0) {
            return null;
        }
        RowBatch single = new RowBatch(Schema.of(schema.column(column)), 1, Long.MAX_VALUE);
        try {
            fields[column].decode(row, at + Integer.BYTES, length, single, 0);
            return single.text(0, 0);
        } catch (SluiceException refused) {
            return "?";
        }
    }

    /** Where the field behind those of the schema begins, its length included; the end of the row when there is none. */
    int end(byte[] row, int from) {
        int at = from + Short.BYTES;
        for (int column = 0; column < fields.length; column++) {
            at += Integer.BYTES + Math.max(0, BigEndian.getInt(row, at));
        }
        return at;
    }

    static void requireFields(byte[] data, int from, int to, int expected) {
        int found = to - from < Short.BYTES ? 0 : BigEndian.getShort(data, from);
        if (found != expected) {
            throw new SluiceException(
                    CommonError.READ_FAILED,
                    "The server sent a row of %d fields instead of %d".formatted(found, expected));
        }
    }
}
