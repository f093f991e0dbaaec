package io.sluice.engine.verify;

import java.util.BitSet;

/**
 * What one side holds, in ranges of the key's hash: for each the number of its rows and the sum and the exclusive or
 * of their hashes. The order of rows does not matter, and neither does how a system sorts keys.
 */
final class Ranges {
    private static final int BITS = 16;
    static final int COUNT = 1 << BITS;

    private final long[] rows = new long[COUNT];
    private final long[] sums = new long[COUNT];
    private final long[] mixes = new long[COUNT];
    private long all;

    static int of(long key) {
        return (int) (key >>> Long.SIZE - BITS);
    }

    void add(long key, long row) {
        int range = of(key);
        rows[range]++;
        sums[range] += row;
        mixes[range] ^= row;
        all++;
    }

    long rows() {
        return all;
    }

    long rows(int range) {
        return rows[range];
    }

    BitSet differing(Ranges other) {
        BitSet differing = new BitSet(COUNT);
        for (int range = 0; range < COUNT; range++) {
            boolean same = rows[range] == other.rows[range]
                    && sums[range] == other.sums[range]
                    && mixes[range] == other.mixes[range];
            differing.set(range, !same);
        }
        return differing;
    }
}
