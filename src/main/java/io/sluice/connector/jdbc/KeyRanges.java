package io.sluice.connector.jdbc;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the span of an integer key in half-open ranges. The first has no lower and the last no upper bound, so rows
 * that arrive beyond the ends after planning still belong to a range. Bounds are BigInteger because the span of a
 * 64-bit key does not fit 64 bits.
 */
public final class KeyRanges {
    private KeyRanges() {}

    /** Keys from {@code low} inclusive to {@code high} exclusive; null means without bound. */
    public record Range(@Nullable BigInteger low, @Nullable BigInteger high) {
        public boolean contains(BigInteger key) {
            return (low == null || key.compareTo(low) >= 0) && (high == null || key.compareTo(high) < 0);
        }
    }

    /**
     * At most {@code wanted} ranges of about equal span, disjoint and covering every key.
     *
     * @param min smallest key there is
     * @param max largest key there is, not below {@code min}
     */
    public static List<Range> cut(BigInteger min, BigInteger max, int wanted) {
        BigInteger span = max.subtract(min).add(BigInteger.ONE);
        BigInteger count = span.min(BigInteger.valueOf(Math.max(1, wanted)));
        int ranges = count.intValueExact();
        List<Range> cut = new ArrayList<>(ranges);
        BigInteger low = null;
        for (int i = 1; i < ranges; i++) {
            BigInteger high = min.add(span.multiply(BigInteger.valueOf(i)).divide(count));
            cut.add(new Range(low, high));
            low = high;
        }
        cut.add(new Range(low, null));
        return cut;
    }
}
