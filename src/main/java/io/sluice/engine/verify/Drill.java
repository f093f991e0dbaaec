package io.sluice.engine.verify;

import io.sluice.engine.verify.VerifyResult.Difference;
import io.sluice.engine.verify.VerifyResult.KeyValue;
import io.sluice.engine.verify.VerifyResult.Kind;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the rows that differ in some ranges. The source's rows of these ranges are held, as hashes and the text of
 * their keys; the target's are looked up among them and forgotten.
 */
final class Drill {
    private static final int LISTED = 1_000;

    private final Schema schema;
    private final List<Integer> key;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<Long, List<Held>> held = new HashMap<>();
    private BitSet ranges = new BitSet();
    private long missing;
    private long additional;
    private long different;

    Drill(Schema schema, List<Integer> key) {
        this.schema = schema;
        this.key = key;
    }

    /** A row of the source. */
    private record Held(long row, int[] values, List<KeyValue> key) {}

    /** Begins with other ranges. */
    void begin(BitSet wanted) {
        ranges = wanted;
        held.clear();
    }

    void source(RowBatch batch, RowHashes hashes) {
        for (int row = 0; row < batch.rows(); row++) {
            if (ranges.get(Ranges.of(hashes.key(row)))) {
                held.computeIfAbsent(hashes.key(row), one -> new ArrayList<>(1))
                        .add(new Held(hashes.row(row), values(hashes, row), key(batch, row)));
            }
        }
    }

    void target(RowBatch batch, RowHashes hashes) {
        for (int row = 0; row < batch.rows(); row++) {
            if (ranges.get(Ranges.of(hashes.key(row)))) {
                compare(batch, hashes, row);
            }
        }
    }

    /** A row is paired with an equal one of its key, else with any of its key. */
    private void compare(RowBatch batch, RowHashes hashes, int row) {
        List<Held> sameKey = held.getOrDefault(hashes.key(row), List.of());
        if (sameKey.isEmpty()) {
            additional++;
            list(Kind.ADDITIONAL, key(batch, row), List.of());
            return;
        }
        long hash = hashes.row(row);
        if (sameKey.removeIf(new FirstEqual(hash))) {
            return;
        }
        Held other = sameKey.removeFirst();
        different++;
        list(Kind.DIFFERENT, other.key(), columns(other.values(), values(hashes, row)));
    }

    /** Answers true once, for the first row of the hash. */
    private static final class FirstEqual implements java.util.function.Predicate<Held> {
        private final long hash;
        private boolean found;

        FirstEqual(long hash) {
            this.hash = hash;
        }

        @Override
        public boolean test(Held one) {
            boolean first = !found && one.row() == hash;
            found |= first;
            return first;
        }
    }

    /** Ends with the ranges: what no row of the target was paired with is missing there. */
    void end() {
        for (List<Held> left : held.values()) {
            for (Held one : left) {
                missing++;
                list(Kind.MISSING, one.key(), List.of());
            }
        }
        held.clear();
    }

    private void list(Kind kind, List<KeyValue> where, List<String> columns) {
        if (differences.size() < LISTED) {
            differences.add(new Difference(kind, where, columns));
        }
    }

    private static int[] values(RowHashes hashes, int row) {
        int[] values = new int[hashes.columns()];
        for (int column = 0; column < values.length; column++) {
            values[column] = (int) hashes.value(row, column);
        }
        return values;
    }

    private List<KeyValue> key(RowBatch batch, int row) {
        List<KeyValue> values = new ArrayList<>(key.size());
        for (int column : key) {
            values.add(new KeyValue(schema.column(column).name(), batch.display(row, column)));
        }
        return values;
    }

    private List<String> columns(int[] source, int[] target) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < source.length; column++) {
            if (source[column] != target[column]) {
                names.add(schema.column(column).name());
            }
        }
        return names;
    }

    boolean full() {
        return differences.size() >= LISTED;
    }

    /** @param complete whether all ranges that differ were looked at */
    VerifyResult result(Ranges source, Ranges target, long unfit, boolean complete) {
        return new VerifyResult(
                false,
                source.rows(),
                target.rows(),
                unfit,
                true,
                missing,
                additional,
                different,
                complete,
                differences);
    }
}
