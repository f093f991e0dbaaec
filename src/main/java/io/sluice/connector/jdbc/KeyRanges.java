package io.sluice.connector.jdbc;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the span of an integer key in half-open ranges. The first has no lower and the last no upper bound, so rows
 * that arrive beyond the ends after planning still belong to a range. Bounds are BigInteger because the span of a
 * 64-bit key does not fit 64 bits.
 */
public final class KeyRanges {
    /** Questions for each range wanted: an unsigned 64-bit span is halved down to any cluster of keys with these. */
    private static final int QUESTIONS_PER_RANGE = 24;

    private static final int LEAST_QUESTIONS = 200;
    private static final BigInteger TWO = BigInteger.TWO;

    private KeyRanges() {}

    /** Keys from {@code low} inclusive to {@code high} exclusive; null means without bound. */
    public record Range(@Nullable BigInteger low, @Nullable BigInteger high) {
        public boolean contains(BigInteger key) {
            return (low == null || key.compareTo(low) >= 0) && (high == null || key.compareTo(high) < 0);
        }
    }

    /** Says about how many rows have keys from {@code low} to below {@code high}. */
    @FunctionalInterface
    public interface Estimate {
        long rows(BigInteger low, BigInteger high) throws SQLException;
    }

    private record Piece(BigInteger low, BigInteger high, long rows) {
        boolean divisible() {
            return high.subtract(low).compareTo(BigInteger.ONE) > 0;
        }

        BigInteger middle() {
            return low.add(high).divide(TWO);
        }
    }

    /**
     * At most {@code wanted} ranges of about equal span, disjoint and covering every key.
     *
     * @param min smallest key there is
     * @param max largest key there is, not below {@code min}
     */
    public static List<Range> cut(BigInteger min, BigInteger max, int wanted) {
        return joined(bounds(min, max, wanted));
    }

    /** The inner bounds of ranges of about equal span. */
    private static List<BigInteger> bounds(BigInteger min, BigInteger max, int wanted) {
        BigInteger span = max.subtract(min).add(BigInteger.ONE);
        BigInteger count = span.min(BigInteger.valueOf(Math.max(1, wanted)));
        List<BigInteger> bounds = new ArrayList<>();
        for (int i = 1; i < count.intValueExact(); i++) {
            bounds.add(min.add(span.multiply(BigInteger.valueOf(i)).divide(count)));
        }
        return bounds;
    }

    private static List<Range> joined(List<BigInteger> bounds) {
        List<Range> ranges = new ArrayList<>(bounds.size() + 1);
        BigInteger low = null;
        for (BigInteger high : bounds) {
            ranges.add(new Range(low, high));
            low = high;
        }
        ranges.add(new Range(low, null));
        return List.copyOf(ranges);
    }

    /**
     * At most {@code wanted} ranges of about equally many rows: the ranges of {@link #cut} are halved where they are
     * too full, and neighbours joined where they are nearly empty. The number of questions is bounded.
     */
    public static List<Range> balanced(BigInteger min, BigInteger max, int wanted, Estimate estimate)
            throws SQLException {
        List<Piece> pieces = new ArrayList<>();
        BigInteger low = min;
        List<BigInteger> bounds = bounds(min, max, wanted);
        bounds.add(max.add(BigInteger.ONE));
        for (BigInteger high : bounds) {
            pieces.add(new Piece(low, high, estimate.rows(low, high)));
            low = high;
        }
        return joined(merged(halved(pieces, wanted, estimate), wanted));
    }

    private static List<Piece> halved(List<Piece> even, int wanted, Estimate estimate) throws SQLException {
        long fair = Math.max(1, rows(even) / Math.max(1, wanted));
        PriorityQueue<Piece> fullest =
                new PriorityQueue<>(Comparator.comparingLong(Piece::rows).reversed());
        fullest.addAll(even);
        List<Piece> done = new ArrayList<>();
        int questions = Math.max(LEAST_QUESTIONS, QUESTIONS_PER_RANGE * wanted);
        for (Piece piece = fullest.poll(); piece != null; piece = fullest.poll()) {
            if (questions <= 0 || 2 * piece.rows() <= fair || !piece.divisible()) {
                done.add(piece);
                continue;
            }
            BigInteger middle = piece.middle();
            fullest.add(new Piece(piece.low(), middle, estimate.rows(piece.low(), middle)));
            fullest.add(new Piece(middle, piece.high(), estimate.rows(middle, piece.high())));
            questions -= 2;
        }
        done.sort(Comparator.comparing(Piece::low));
        return done;
    }

    /** The bounds that remain when each range takes pieces until it has its share of what is left. */
    private static List<BigInteger> merged(List<Piece> pieces, int wanted) {
        List<BigInteger> bounds = new ArrayList<>();
        long left = rows(pieces);
        long taken = 0;
        for (Piece piece : pieces) {
            long share = left / Math.max(1, wanted - bounds.size());
            boolean better = taken > 0 && taken + piece.rows() - share > share - taken;
            if (better && bounds.size() < wanted - 1) {
                bounds.add(piece.low());
                left -= taken;
                taken = 0;
            }
            taken += piece.rows();
        }
        return bounds;
    }

    private static long rows(List<Piece> pieces) {
        return pieces.stream().mapToLong(Piece::rows).sum();
    }
}
