package io.sluice.engine;

import io.sluice.spi.TrialObstacle;
import org.jspecify.annotations.Nullable;

/**
 * How far a dry run has checked its rows. Reading, steps, conversions and missing values always are.
 *
 * @param tried whether the target took the rows itself, in transactions that were rolled back: keys that are taken and rules of
 *     the table are checked too, but not keys that occur twice in the source in different batches
 * @param obstacle why it did not; null when it did, or when targets of this kind cannot
 * @param columnsKnown whether the target's columns were looked at
 */
public record DryCheck(boolean tried, @Nullable TrialObstacle obstacle, boolean columnsKnown) {}
