package io.sluice.spi.data;

/** Truth values. */
public final class BoolVector extends Vector {
    private final boolean[] values;

    BoolVector(int capacity) {
        super(capacity);
        values = new boolean[capacity];
    }

    public void set(int row, boolean value) {
        values[row] = value;
        setValid(row);
    }

    public boolean get(int row) {
        return values[row];
    }

    /** The values of all rows, for loops over a whole batch; a NULL row holds an arbitrary value. Not to be kept. */
    public boolean[] values() {
        return values;
    }

    @Override
    void move(int from, int to) {
        values[to] = values[from];
        moveValidity(from, to);
    }

    @Override
    long bytes(int rows) {
        return rows;
    }
}
