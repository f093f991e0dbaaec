package io.sluice.spi.data;

/** Whole numbers and temporal values; the column's {@link LogicalType} says what a number means. */
public final class LongVector extends Vector {
    private final long[] values;

    LongVector(int capacity) {
        super(capacity);
        values = new long[capacity];
    }

    public void set(int row, long value) {
        values[row] = value;
        setValid(row);
    }

    public long get(int row) {
        return values[row];
    }

    /** The values of all rows, for loops over a whole batch; a NULL row holds an arbitrary number. Not to be kept. */
    public long[] values() {
        return values;
    }

    @Override
    void move(int from, int to) {
        values[to] = values[from];
        moveValidity(from, to);
    }

    @Override
    long bytes(int rows) {
        return 8L * rows;
    }
}
