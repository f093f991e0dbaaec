package io.sluice.engine.verify;

import io.sluice.spi.data.Column;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The keys of rows that a run has brought to its target, as hashes, so that a key that comes a second time is found whichever
 * batch it comes in. Shared by all writers of the run; a number of keys is remembered and no more.
 */
public final class SeenKeys {
    private static final int MOST = 2_000_000;

    private final Schema schema;
    private final List<Integer> key;
    private final int most;
    private final Runnable onFull;
    private final HashTable table = new HashTable();
    private boolean full;

    /** @param onFull is called once, when a key cannot be remembered any more */
    public SeenKeys(Schema target, Runnable onFull) {
        this(target, MOST, onFull);
    }

    SeenKeys(Schema target, int most, Runnable onFull) {
        this.schema = target;
        this.most = most;
        this.onFull = onFull;
        key = positions(target);
    }

    private static List<Integer> positions(Schema target) {
        List<Column> columns = target.columns();
        return IntStream.range(0, columns.size())
                .filter(index -> columns.get(index).key())
                .boxed()
                .toList();
    }

    /** Whether rows have a key at all. */
    public static boolean possible(Schema target) {
        return !positions(target).isEmpty();
    }

    /** How many keys are remembered at most. */
    public static int most() {
        return MOST;
    }

    /** The keys of one writer's rows, whose transactions may end either way. Used by one thread. */
    public Claims claims() {
        return new Claims();
    }

    private boolean claim(long hash) {
        boolean news = false;
        synchronized (table) {
            if (table.contains(hash)) {
                return false;
            }
            if (table.size() < most) {
                table.add(hash);
            } else {
                news = !full;
                full = true;
            }
        }
        if (news) {
            onFull.run();
        }
        return true;
    }

    private void release(long hash) {
        synchronized (table) {
            table.remove(hash);
        }
    }

    /** What the rows of an open transaction claim. */
    public final class Claims {
        private final RowHashes hashes = new RowHashes(schema, key);
        private long[] claimed = new long[64];
        private int count;
        private boolean hashed;

        private Claims() {}

        /** A transaction begins, with the rows of another batch. */
        public void begin() {
            hashed = false;
        }

        /** How many keys are claimed; see {@link #backTo}. */
        public int mark() {
            return count;
        }

        /** Claims the keys of rows, one after the other. @return the first row whose key is taken; -1 when all are free */
        public int claim(RowBatch rows, int from, int to) {
            if (!hashed) {
                hashes.take(rows);
                hashed = true;
            }
            for (int row = from; row < to; row++) {
                if (hasKey(rows, row)) {
                    if (!SeenKeys.this.claim(hashes.key(row))) {
                        return row;
                    }
                    keep(hashes.key(row));
                }
            }
            return -1;
        }

        /** A key without a value is given one by the target. */
        private boolean hasKey(RowBatch rows, int row) {
            for (int column : key) {
                if (rows.vector(column).isNull(row)) {
                    return false;
                }
            }
            return true;
        }

        private void keep(long hash) {
            if (count == claimed.length) {
                claimed = java.util.Arrays.copyOf(claimed, 2 * count);
            }
            claimed[count++] = hash;
        }

        /** Lets go of what was claimed since a mark. */
        public void backTo(int mark) {
            while (count > mark) {
                release(claimed[--count]);
            }
        }

        /** The transaction has ended well: its keys stay taken. */
        public void settle() {
            count = 0;
        }
    }
}
