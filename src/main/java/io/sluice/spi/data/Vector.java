package io.sluice.spi.data;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The values of one column of a {@link RowBatch}. Vectors are filled row by row in ascending order, read in any
 * order, and reused after {@link #clear()}. A validity bitmap holds one bit per row: set means the value is there,
 * clear means NULL.
 *
 * <p>Not safe for use by several threads at once; a batch moves between threads as a whole.
 */
public abstract sealed class Vector permits BoolVector, LongVector, DoubleVector, DecimalVector, BytesVector {
    private final long[] validity;

    Vector(int capacity) {
        validity = new long[(capacity + 63) >>> 6];
    }

    /** The vector that carries values of {@code type}. */
    static Vector of(LogicalType type, int capacity) {
        return switch (type.physical()) {
            case BOOL -> new BoolVector(capacity);
            case LONG -> new LongVector(capacity);
            case DOUBLE -> new DoubleVector(capacity);
            case DECIMAL -> new DecimalVector((LogicalType.Decimal) type, capacity);
            case BYTES -> new BytesVector(capacity);
        };
    }

    public final boolean isNull(int row) {
        return (validity[row >>> 6] & (1L << row)) == 0;
    }

    /** Marks the value of {@code row} as NULL. */
    public void setNull(int row) {
        validity[row >>> 6] &= ~(1L << row);
    }

    final void setValid(int row) {
        validity[row >>> 6] |= 1L << row;
    }

    /** Marks the rows {@code from} (inclusive) to {@code to} (exclusive) as there, after their values were written in bulk. */
    public final void setValid(int from, int to) {
        for (int row = from; row < to; ) {
            int word = row >>> 6;
            int end = Math.min(to, (word + 1) << 6);
            long upper = (end & 63) == 0 ? -1L : (1L << end) - 1;
            validity[word] |= upper & (-1L << row);
            row = end;
        }
    }

    /** Forgets all values; the memory stays. */
    void clear() {
        Arrays.fill(validity, 0L);
    }

    /** Moves the value (or NULL) of row {@code from} to row {@code to}, where {@code to < from}; used to close gaps. */
    abstract void move(int from, int to);

    /** Called after the rows from {@code rows} on were given up. */
    void truncate(int rows) {
        for (int word = (rows + 63) >>> 6; word < validity.length; word++) {
            validity[word] = 0L;
        }
        if ((rows & 63) != 0) {
            validity[rows >>> 6] &= (1L << rows) - 1;
        }
    }

    final void moveValidity(int from, int to) {
        if (isNull(from)) {
            validity[to >>> 6] &= ~(1L << to);
        } else {
            setValid(to);
        }
    }

    final void removeRows(BitSet rows, int count) {
        int to = rows.nextSetBit(0);
        for (int from = to; from < count; from++) {
            if (!rows.get(from)) {
                move(from, to++);
            }
        }
        truncate(to);
    }

    /** Bytes of memory that the first {@code rows} values stand for; the engine's measure of volume. */
    abstract long bytes(int rows);
}
