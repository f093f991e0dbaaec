package io.sluice.engine;

import io.sluice.spi.TrialObstacle;
import org.jspecify.annotations.Nullable;

/**
 * How far a dry run has checked its rows. Reading, steps, conversions and missing values always are.
 *
 * @param tried whether the target took the rows itself, in transactions that were rolled back: keys that are taken and rules of
 *     the table are checked too
 * @param obstacle why it did not; null when it did, or when targets of this kind cannot
 * @param columnsKnown whether the target's columns were looked at
 * @param repeated whether keys that occur twice in the source in different batches are found
 */
public record DryCheck(boolean tried, @Nullable TrialObstacle obstacle, boolean columnsKnown, Repeated repeated) {
    /** Which keys are compared with those of batches before. */
    public enum Repeated {
        /** All primary keys. */
        FOUND,
        /** All primary keys, texts in them as they are spelled: a collation may take more of them for one. */
        FOUND_AS_SPELLED,
        /** Only the first of them, because there are more than can be remembered. */
        FIRST_FOUND,
        /** None. */
        NOT_FOUND
    }
}
