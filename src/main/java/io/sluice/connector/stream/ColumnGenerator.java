package io.sluice.connector.stream;

import io.sluice.spi.data.Vector;

/** Makes the values of one column. A value depends on the row's number only, so that any row can be made again. */
interface ColumnGenerator {
    /**
     * Sets the rows {@code from} (inclusive) to {@code to} (exclusive); the first of them is row {@code number} of its
     * task. One row, or so few that the {@link #widest} values of all of them fit an array easily.
     */
    void fill(Vector vector, int from, int to, long number);

    /** Bytes of the longest value. */
    int widest();
}
