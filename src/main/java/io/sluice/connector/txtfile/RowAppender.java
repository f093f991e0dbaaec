package io.sluice.connector.txtfile;

import io.sluice.connector.file.FileError;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Vector;
import io.sluice.spi.error.Category;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fields of records into rows, column by column, and hands records that cannot become one to the run; used by
 * one thread.
 */
final class RowAppender {
    private final String path;
    private final TaskContext context;
    private final int width;
    private final int[] fieldOf;
    private final FieldDecoder[] decoders;
    private final byte[][] constants;
    private final byte[] nullText;
    private final int[] firsts = new int[FieldBlock.MOST_RECORDS];
    private final int[] records = new int[FieldBlock.MOST_RECORDS];
    private final List<Bad> bad = new ArrayList<>();
    private final BitSet badRows = new BitSet();
    private int before;
    private int rows;

    /** A record that becomes no row. */
    private record Bad(int record, int column, ErrorCode code, String message) {}

    RowAppender(String path, TxtFileReadConfig config, ReadPlan plan, TaskContext context) {
        this.path = path;
        this.context = context;
        List<ColumnConfig> columns = plan.columns();
        width = plan.width();
        fieldOf = new int[columns.size()];
        decoders = new FieldDecoder[columns.size()];
        constants = new byte[columns.size()][];
        nullText = config.nullFormat().getBytes(StandardCharsets.UTF_8);
        for (int index = 0; index < columns.size(); index++) {
            ColumnConfig column = columns.get(index);
            fieldOf[index] = Objects.requireNonNullElse(column.index(), -1);
            constants[index] = Objects.requireNonNullElse(column.value(), "").getBytes(StandardCharsets.UTF_8);
            decoders[index] = FieldDecoder.of(column);
        }
    }

    /** Adds the rows of a block; records that are none are rejected in the order in which they stand in the file. */
    void append(FieldBlock fields, RowBatch batch) {
        before = batch.rows();
        select(fields);
        for (int column = 0; column < fieldOf.length; column++) {
            Vector target = batch.vector(column);
            if (fieldOf[column] < 0) {
                fill(column, target);
            } else if (fieldOf[column] < width) {
                decode(column, fields, target);
            } else {
                rejectAll(column, target);
            }
        }
        batch.endRows(rows);
        if (!bad.isEmpty()) {
            batch.remove(badRows);
            badRows.clear();
            reject(fields);
        }
    }

    /** Finds the records of the right width. */
    private void select(FieldBlock fields) {
        rows = 0;
        for (int record = 0; record < fields.records(); record++) {
            if (fields.width(record) == width) {
                firsts[rows] = fields.first(record);
                records[rows++] = record;
            } else {
                String message = "The record has %d fields instead of %d".formatted(fields.width(record), width);
                bad.add(new Bad(record, -1, FileError.WRONG_FIELD_COUNT, message));
            }
        }
    }

    private void decode(int column, FieldBlock fields, Vector target) {
        FieldDecoder decoder = decoders[column];
        byte[] text = fields.bytes();
        int[] starts = fields.starts();
        int[] ends = fields.ends();
        for (int row = 0; row < rows; row++) {
            int field = firsts[row] + fieldOf[column];
            int from = starts[field];
            int to = ends[field];
            if (to - from == nullText.length && isNull(text, from) && !fields.inQuotes(field)) {
                target.setNull(before + row);
                continue;
            }
            try {
                decoder.decode(text, from, to, target, before + row);
            } catch (SluiceException unfit) {
                reject(row, column, unfit);
                target.setNull(before + row);
            }
        }
    }

    private boolean isNull(byte[] text, int from) {
        for (int at = 0; at < nullText.length; at++) {
            if (text[from + at] != nullText[at]) {
                return false;
            }
        }
        return true;
    }

    private void fill(int column, Vector target) {
        byte[] constant = constants[column];
        for (int row = 0; row < rows; row++) {
            try {
                decoders[column].decode(constant, 0, constant.length, target, before + row);
            } catch (SluiceException unfit) {
                reject(row, column, unfit);
                target.setNull(before + row);
            }
        }
    }

    private void rejectAll(int column, Vector target) {
        SluiceException missing = new SluiceException(
                FileError.WRONG_FIELD_COUNT, "The record has no field with index %d".formatted(fieldOf[column]));
        for (int row = 0; row < rows; row++) {
            reject(row, column, missing);
            target.setNull(before + row);
        }
    }

    /** The first column at fault is the one that is told. */
    private void reject(int row, int column, SluiceException unfit) {
        if (unfit.code().category() != Category.DATA) {
            throw unfit;
        }
        if (!badRows.get(before + row)) {
            badRows.set(before + row);
            bad.add(new Bad(records[row], column, unfit.code(), String.valueOf(unfit.getMessage())));
        }
    }

    /** One value for each column; the fields as they stand when there are more or fewer than there should be. */
    private List<@Nullable String> values(FieldBlock fields, int record) {
        List<String> texts = fields.strings(record);
        if (texts.size() != width) {
            return new ArrayList<>(texts);
        }
        List<@Nullable String> values = new ArrayList<>(fieldOf.length);
        for (int column = 0; column < fieldOf.length; column++) {
            int field = fieldOf[column];
            if (field < 0) {
                values.add(new String(constants[column], StandardCharsets.UTF_8));
            } else {
                values.add(field < width && !isNull(fields, fields.first(record) + field) ? texts.get(field) : null);
            }
        }
        return values;
    }

    private boolean isNull(FieldBlock fields, int field) {
        int from = fields.starts()[field];
        return fields.ends()[field] - from == nullText.length
                && isNull(fields.bytes(), from)
                && !fields.inQuotes(field);
    }

    private void reject(FieldBlock fields) {
        List<Bad> inOrder = new ArrayList<>(bad);
        inOrder.sort(Comparator.comparingInt(Bad::record));
        bad.clear();
        for (Bad one : inOrder) {
            context.reject(new TaskContext.Rejected(
                    values(fields, one.record()),
                    one.column(),
                    one.code(),
                    one.message(),
                    path + " line " + fields.line(one.record())));
        }
    }
}
