package io.sluice.spi.data;

/** IEEE 754 numbers of 32 or 64 bits. */
public final class DoubleVector extends Vector {
    private final double[] values;

    DoubleVector(int capacity) {
        super(capacity);
        values = new double[capacity];
    }

    public void set(int row, double value) {
        values[row] = value;
        setValid(row);
    }

    public double get(int row) {
        return values[row];
    }

    /** The values of all rows, for loops over a whole batch; a NULL row holds an arbitrary number. Not to be kept. */
    public double[] values() {
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
