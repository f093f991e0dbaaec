package io.sluice.connector.txtfile;

import io.sluice.connector.file.FileError;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.SluiceException;
import java.util.List;
import java.util.Objects;

/** Turns the fields of records into rows; used by one thread. */
final class RowAppender {
    private final int width;
    private final int[] fieldOf;
    private final FieldDecoder[] decoders;
    private final char[][] constants;
    private final char[] nullText;
    private int column;

    RowAppender(TxtFileReadConfig config, ReadPlan plan) {
        List<ColumnConfig> columns = plan.columns();
        width = plan.width();
        fieldOf = new int[columns.size()];
        decoders = new FieldDecoder[columns.size()];
        constants = new char[columns.size()][];
        nullText = config.nullFormat().toCharArray();
        for (int index = 0; index < columns.size(); index++) {
            ColumnConfig column = columns.get(index);
            fieldOf[index] = Objects.requireNonNullElse(column.index(), -1);
            constants[index] = Objects.requireNonNullElse(column.value(), "").toCharArray();
            decoders[index] = FieldDecoder.of(column);
        }
    }

    /**
     * Adds a row; a record that cannot become one leaves the batch as it was.
     *
     * @throws SluiceException of category DATA; {@link #column} then tells at which column
     */
    void append(Fields fields, RowBatch batch) {
        column = -1;
        if (fields.count() != width) {
            throw new SluiceException(
                    FileError.WRONG_FIELD_COUNT,
                    "The record has %d fields instead of %d".formatted(fields.count(), width));
        }
        try {
            for (column = 0; column < fieldOf.length; column++) {
                appendValue(fields, batch);
            }
        } catch (SluiceException bad) {
            batch.dropRow();
            throw bad;
        }
        batch.endRow();
    }

    private void appendValue(Fields fields, RowBatch batch) {
        int field = fieldOf[column];
        if (field < 0) {
            char[] constant = constants[column];
            decoders[column].decode(constant, 0, constant.length, batch.vector(column), batch.rows());
            return;
        }
        if (field >= width) {
            throw new SluiceException(
                    FileError.WRONG_FIELD_COUNT, "The record has no field with index %d".formatted(field));
        }
        if (isNull(fields, field)) {
            batch.vector(column).setNull(batch.rows());
        } else {
            decoders[column].decode(
                    fields.text(), fields.start(field), fields.end(field), batch.vector(column), batch.rows());
        }
    }

    /** The index of the column at fault after {@link #append} has thrown, or -1. */
    int column() {
        return column;
    }

    private boolean isNull(Fields fields, int field) {
        int start = fields.start(field);
        if (fields.inQuotes(field) || fields.end(field) - start != nullText.length) {
            return false;
        }
        for (int at = 0; at < nullText.length; at++) {
            if (fields.text()[start + at] != nullText[at]) {
                return false;
            }
        }
        return true;
    }
}
