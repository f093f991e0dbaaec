package io.sluice.engine.verify;

import java.util.List;

/**
 * How source and target compare.
 *
 * @param equal whether the target holds exactly the rows of the source that can be converted
 * @param sourceRows rows that the source delivers and that can be converted
 * @param targetRows rows that the target holds
 * @param unfitRows rows of the source that cannot be read or converted, which no target can hold
 * @param keyed whether the rows have a key; without one only the whole tables are compared
 * @param missing rows of the source whose key the target does not have
 * @param additional rows of the target whose key the source does not have
 * @param different rows with the same key and other values
 * @param complete whether the three numbers are all there are; when false there are more
 * @param differences the first of them
 */
public record VerifyResult(
        boolean equal,
        long sourceRows,
        long targetRows,
        long unfitRows,
        boolean keyed,
        long missing,
        long additional,
        long different,
        boolean complete,
        List<Difference> differences) {
    public VerifyResult {
        differences = List.copyOf(differences);
    }

    /** What is wrong with one row. */
    public enum Kind {
        MISSING,
        ADDITIONAL,
        DIFFERENT
    }

    /**
     * One row that is not the same on both sides.
     *
     * @param key the values of its key columns
     * @param columns names of the target's columns whose values differ; empty unless the kind is DIFFERENT
     */
    public record Difference(Kind kind, List<KeyValue> key, List<String> columns) {
        public Difference {
            key = List.copyOf(key);
            columns = List.copyOf(columns);
        }
    }

    /** A value of a key column, as a person reads it. */
    public record KeyValue(String column, String value) {}
}
