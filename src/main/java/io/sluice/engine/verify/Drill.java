package io.sluice.engine.verify;

import io.sluice.engine.verify.DifferenceList.Key;
import io.sluice.engine.verify.VerifyResult.ComparedColumn;
import io.sluice.engine.verify.VerifyResult.KeyValue;
import io.sluice.engine.verify.VerifyResult.Kind;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that differ in some ranges. The source's rows of these ranges are held, as hashes and the text of
 * their keys; the target's are looked up among them and forgotten. The values of the source's rows are looked for
 * afterwards, when it is known which they are.
 */
final class Drill {
    private final Schema schema;
    private final List<Integer> key;
    private final KeyRanges places;
    private final KeptValues values = new KeptValues();
    private final DifferenceList differences = new DifferenceList();
    private final Map<Long, List<Held>> held = new HashMap<>();
    private BitSet ranges = new BitSet();
    private long missing;
    private long additional;
    private long different;
    private final long[] differing;

    Drill(Schema schema, List<Integer> key, KeyRanges places) {
        this.schema = schema;
        this.key = key;
        this.places = places;
        differing = new long[schema.size()];
    }

    /** A row of the source. */
    private record Held(long row, int[] values, Key key) {}

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
            Key here = key(batch, row);
            count(Kind.ADDITIONAL, here);
            if (!full()) {
                differences.additional(here, values.take(batch, row));
            }
            return;
        }
        long hash = hashes.row(row);
        if (sameKey.removeIf(new FirstEqual(hash))) {
            return;
        }
        Held other = sameKey.removeFirst();
        different++;
        count(Kind.DIFFERENT, other.key());
        List<String> columns = columns(other.values(), values(hashes, row));
        if (!full()) {
            differences.different(other.row(), other.key(), columns, values.take(batch, row));
        }
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
                count(Kind.MISSING, one.key());
                if (!full()) {
                    differences.missing(one.row(), one.key());
                }
            }
        }
        held.clear();
    }

    private void count(Kind kind, Key where) {
        if (!where.values().isEmpty()) {
            places.count(
                    where.range(),
                    kind,
                    where.number(),
                    where.values().getFirst().value());
        }
    }

    private static int[] values(RowHashes hashes, int row) {
        int[] values = new int[hashes.columns()];
        for (int column = 0; column < values.length; column++) {
            values[column] = (int) hashes.value(row, column);
        }
        return values;
    }

    private Key key(RowBatch batch, int row) {
        List<KeyValue> texts = new ArrayList<>(key.size());
        for (int column : key) {
            texts.add(new KeyValue(schema.column(column).name(), batch.display(row, column)));
        }
        return new Key(texts, places.of(batch, row), places.number(batch, row));
    }

    /** The columns that differ, which are counted. */
    private List<String> columns(int[] source, int[] target) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < source.length; column++) {
            if (source[column] != target[column]) {
                names.add(schema.column(column).name());
                differing[column]++;
            }
        }
        return names;
    }

    boolean full() {
        return differences.full();
    }

    /** Whether the values of rows of the source are still to be looked for. */
    boolean lacksValues() {
        return differences.lacksValues();
    }

    /** Takes the values of those rows that are listed. */
    void values(RowBatch batch, RowHashes hashes) {
        for (int row = 0; row < batch.rows() && lacksValues(); row++) {
            int found = row;
            differences.found(hashes.row(row), () -> taken(batch, found));
        }
    }

    private @Nullable List<@Nullable String> taken(RowBatch batch, int row) {
        return values.take(batch, row);
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
                IntStream.range(0, schema.size()).mapToObj(this::compared).toList(),
                places.counted(),
                differences.all());
    }

    private ComparedColumn compared(int column) {
        LogicalType type = schema.column(column).type();
        boolean number = type instanceof LogicalType.Int
                || type instanceof LogicalType.Decimal
                || type instanceof LogicalType.Real;
        return new ComparedColumn(schema.column(column).name(), key.contains(column), number, differing[column]);
    }
}
