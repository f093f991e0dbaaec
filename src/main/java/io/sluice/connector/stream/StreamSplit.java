package io.sluice.connector.stream;

import io.sluice.spi.Split;

/**
 * A range of generated rows.
 *
 * @param task number of the task, from 0
 * @param from first row, counted from 0 within the task
 * @param to behind the last row
 */
record StreamSplit(int task, long from, long to) implements Split {
    @Override
    public String describe() {
        return "generated rows " + from + " to " + to + " of task " + (task + 1);
    }
}
