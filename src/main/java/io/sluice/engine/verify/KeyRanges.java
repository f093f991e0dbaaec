package io.sluice.engine.verify;

import io.sluice.engine.verify.VerifyResult.KeyRange;
import io.sluice.engine.verify.VerifyResult.Kind;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts differences in parts of the key's order, so that one sees where they lie. The parts are equally wide and
 * between the lowest and the highest key of both sides; only keys that are whole numbers, dates or times have them.
 */
final class KeyRanges {
    static final int NONE = -1;

    private static final int PARTS = 10;

    private final String column;
    private final Bounds bounds;
    private final Part[] parts = new Part[PARTS];

    KeyRanges(Schema schema, List<Integer> key, Bounds bounds) {
        column = key.isEmpty() ? "" : schema.column(key.getFirst()).name();
        this.bounds = bounds;
        for (int part = 0; part < PARTS; part++) {
            parts[part] = new Part();
        }
    }

    /** The lowest and the highest key that were seen. Used by one thread. */
    static final class Bounds {
        private final int position;
        private long lowest = Long.MAX_VALUE;
        private long highest = Long.MIN_VALUE;

        private Bounds(int position) {
            this.position = position;
        }

        static Bounds of(Schema schema, List<Integer> key) {
            boolean ordered =
                    !key.isEmpty() && isOrdered(schema.column(key.getFirst()).type());
            return new Bounds(ordered ? key.getFirst() : NONE);
        }

        private static boolean isOrdered(LogicalType type) {
            return switch (type) {
                case LogicalType.Int(int bits, boolean signed) -> signed || bits < Long.SIZE;
                case LogicalType.Date ignored -> true;
                case LogicalType.Time ignored -> true;
                case LogicalType.Timestamp ignored -> true;
                case LogicalType.Instant ignored -> true;
                default -> false;
            };
        }

        void see(RowBatch batch) {
            if (position == NONE) {
                return;
            }
            LongVector keys = batch.longs(position);
            for (int row = 0; row < batch.rows(); row++) {
                if (!keys.isNull(row)) {
                    lowest = Math.min(lowest, keys.get(row));
                    highest = Math.max(highest, keys.get(row));
                }
            }
        }

        void see(Bounds other) {
            lowest = Math.min(lowest, other.lowest);
            highest = Math.max(highest, other.highest);
        }
    }

    private static final class Part {
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private String from = "";
        private String to = "";
        private final long[] counts = new long[Kind.values().length];

        void count(Kind kind, long key, String text) {
            counts[kind.ordinal()]++;
            if (key <= first) {
                first = key;
                from = text;
            }
            if (key >= last) {
                last = key;
                to = text;
            }
        }
    }

    /** The number that orders a row's key; 0 when the row has no range. */
    long number(RowBatch batch, int row) {
        return of(batch, row) == NONE ? 0 : batch.longs(bounds.position).get(row);
    }

    /** The range of a row, NONE without an order. As doubles, because the distance may be more than a long holds. */
    int of(RowBatch batch, int row) {
        if (bounds.position == NONE || batch.longs(bounds.position).isNull(row)) {
            return NONE;
        }
        double width = (double) bounds.highest - bounds.lowest + 1;
        double place = ((double) batch.longs(bounds.position).get(row) - bounds.lowest) / width;
        return Math.clamp((int) (place * PARTS), 0, PARTS - 1);
    }

    void count(int range, Kind kind, long key, String text) {
        if (range != NONE) {
            parts[range].count(kind, key, text);
        }
    }

    /** Those in which something differs. */
    List<KeyRange> counted() {
        List<KeyRange> counted = new ArrayList<>();
        for (int number = 0; number < PARTS; number++) {
            Part part = parts[number];
            if (part.first <= part.last) {
                counted.add(new KeyRange(
                        number,
                        column,
                        part.from,
                        part.to,
                        part.counts[Kind.MISSING.ordinal()],
                        part.counts[Kind.ADDITIONAL.ordinal()],
                        part.counts[Kind.DIFFERENT.ordinal()]));
            }
        }
        return counted;
    }
}
