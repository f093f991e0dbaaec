package io.sluice.spi.data;

/**
 * Special values of the temporal types in a {@link LongVector}. PostgreSQL knows infinite dates and timestamps;
 * they travel as these constants and arrive only where the target knows them too.
 */
public final class Temporal {
    public static final long POSITIVE_INFINITY = Long.MAX_VALUE;
    public static final long NEGATIVE_INFINITY = Long.MIN_VALUE;
    public static final long MICROS_PER_SECOND = 1_000_000L;
    public static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;

    private Temporal() {}

    public static boolean finite(long value) {
        return value != POSITIVE_INFINITY && value != NEGATIVE_INFINITY;
    }
}
