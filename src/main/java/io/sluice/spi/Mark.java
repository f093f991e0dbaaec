package io.sluice.spi;

/**
 * How far a split is once one of its batches is committed.
 *
 * @param split position of the split in the plan, from 0
 * @param batch counts the committed batches of the split, from 1
 * @param rest what remains of the split after the batch, as text only the engine reads; empty when nothing does
 * @param tally of the whole split up to here, over all attempts
 */
public record Mark(int split, long batch, String rest, Tally tally) {}
