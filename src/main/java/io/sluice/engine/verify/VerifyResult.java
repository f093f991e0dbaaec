package io.sluice.engine.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param columns the target's columns, which the source's values were converted to
 * @param ranges where in the order of the key the differences lie; none when the key's first column has no such order
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
        List<ComparedColumn> columns,
        List<KeyRange> ranges,
        List<Difference> differences) {
    public VerifyResult {
        columns = List.copyOf(columns);
        ranges = List.copyOf(ranges);
        differences = List.copyOf(differences);
    }

    /** All differences that are counted, listed or not. */
    public long found() {
        return missing + additional + different;
    }

    /** The same with rows of the target that cannot be read, and so are nothing that the source delivers. */
    VerifyResult withUnreadable(long rows) {
        return new VerifyResult(
                equal && rows == 0,
                sourceRows,
                targetRows + rows,
                unfitRows,
                keyed,
                missing,
                additional + rows,
                different,
                complete,
                columns,
                ranges,
                differences);
    }

    /** The same without the rows themselves, for whoever keeps them elsewhere. */
    public VerifyResult withoutRows() {
        return new VerifyResult(
                equal,
                sourceRows,
                targetRows,
                unfitRows,
                keyed,
                missing,
                additional,
                different,
                complete,
                columns,
                ranges,
                List.of());
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
     * @param range the range it lies in, from 0; -1 for none
     * @param values what both sides hold; null when that was too much to keep, or the row has changed meanwhile
     */
    public record Difference(
            Kind kind,
            List<KeyValue> key,
            List<String> columns,
            int range,
            @Nullable Values values) {
        public Difference {
            key = List.copyOf(key);
            columns = List.copyOf(columns);
        }
    }

    /**
     * The values of a row in the order of the target's columns, as texts; long ones are cut and end in "…".
     *
     * @param source those of the source, converted; none when the row is only in the target
     * @param target those of the target; none when the row is missing there
     */
    public record Values(List<@Nullable String> source, List<@Nullable String> target) {
        public Values {
            source = Collections.unmodifiableList(new ArrayList<>(source));
            target = Collections.unmodifiableList(new ArrayList<>(target));
        }
    }

    /** A value of a key column, as a person reads it. */
    public record KeyValue(String column, String value) {}

    /**
     * A column whose values were compared.
     *
     * @param different in how many rows its values differ
     */
    public record ComparedColumn(String name, boolean key, boolean number, long different) {}

    /**
     * A part of all keys in which rows differ.
     *
     * @param number what its differences name it by
     * @param column the first column of the key
     * @param from the lowest key of a row that differs
     * @param to the highest
     */
    public record KeyRange(
            int number, String column, String from, String to, long missing, long additional, long different) {}
}
