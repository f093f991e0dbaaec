package io.sluice.spi;

/**
 * A part of what a reader reads, disjoint from all others and together with them the whole. An implementation is a
 * record of plain values (text, numbers, truth values, lists and records of them), because splits are stored before
 * the run starts, resumed after a crash and shipped to other machines. What remains of a half-read split is itself a
 * split: that is the checkpoint.
 */
public interface Split {
    /** What a person reads in the log, for example {@code order_id 1000 to 2000}. */
    String describe();
}
