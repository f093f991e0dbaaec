package io.sluice.engine;

import io.sluice.spi.Mark;
import io.sluice.spi.Split;
import io.sluice.spi.Tally;

/**
 * A split of the plan that is not done: where its reader begins, and what is committed of it. The reader's thread reads
 * the first, the writer's thread changes the second.
 */
final class SplitProgress<S extends Split> {
    private final int number;
    private final S rest;
    private long batch;
    private Tally tally;

    /** @param batch batches committed by attempts before @param tally of attempts before */
    SplitProgress(int number, S rest, long batch, Tally tally) {
        this.number = number;
        this.rest = rest;
        this.batch = batch;
        this.tally = tally;
    }

    int number() {
        return number;
    }

    S rest() {
        return rest;
    }

    /** The mark of the batch after those that are committed. @param more what its rows add */
    Mark next(String remaining, Tally more) {
        return new Mark(number, batch + 1, remaining, tally.plus(more));
    }

    void committed(Mark mark) {
        batch = mark.batch();
        tally = mark.tally();
    }

    /** The last batch that is committed. */
    long batch() {
        return batch;
    }
}
