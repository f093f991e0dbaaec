package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/**
 * How many dirty records a run endures.
 *
 * @param records the run fails as soon as there are more; null when their number does not matter
 * @param share the run fails at its end when dirty/read is greater, 0 to 1; null when it does not matter
 */
public record DirtyLimit(@Nullable Long records, @Nullable Double share) {
    /** The first dirty record fails the run. */
    public static final DirtyLimit NONE_ALLOWED = new DirtyLimit(0L, null);

    /** Dirty records are skipped without limit. */
    public static final DirtyLimit IGNORE = new DirtyLimit(null, null);

    public static DirtyLimit atMost(long records) {
        return new DirtyLimit(records, null);
    }

    boolean exceededBy(long dirty) {
        return records != null && dirty > records;
    }

    boolean exceededAtEnd(long dirty, long read) {
        return records == null && share != null && read > 0 && (double) dirty / read > share;
    }
}
