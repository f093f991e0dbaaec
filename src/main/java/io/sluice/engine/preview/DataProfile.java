package io.sluice.engine.preview;

import io.sluice.engine.convert.TypeMapping;
import io.sluice.spi.data.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first rows of a task say about its columns.
 *
 * @param rows that leave the last step
 * @param filtered rows that steps left out
 * @param dirty rows that steps could not change
 * @param columns that leave the last step, each with the target's column at its position if there is one
 * @param problem why the target's columns are not known or do not go with those that come, or a step cannot be used
 */
public record DataProfile(
        long rows,
        long filtered,
        long dirty,
        List<ColumnProfile> columns,
        @Nullable Cause problem,
        Extent extent) {
    public DataProfile {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param target null when the target has none at its position
     * @param mapping how well the types fit; null without a target
     * @param nulls rows without a value
     * @param longest length of the longest text in characters, or binary value in bytes; -1 for other types
     * @param least the smallest number or earliest time; null for other types and when there is no value
     * @param most as least
     * @param findings what would be dirty
     */
    public record ColumnProfile(
            Column source,
            @Nullable Column target,
            @Nullable TypeMapping mapping,
            long nulls,
            long longest,
            @Nullable Cell least,
            @Nullable Cell most,
            List<Finding> findings) {
        public ColumnProfile {
            findings = List.copyOf(findings);
        }

        /** How many values would be dirty. */
        public long dirty() {
            return findings.stream().mapToLong(Finding::count).sum();
        }
    }

    /**
     * Values that would be dirty for the same reason.
     *
     * @param limit what they exceed, in the unit of the kind; 0 when the kind has none
     * @param example the first of them
     * @param number of the row of the first among those read, from 0
     */
    public record Finding(Kind kind, long count, long limit, Cell example, long number) {}

    /** Why a value would be dirty. */
    public enum Kind {
        /** More characters than {@code limit}. */
        TOO_LONG,
        /** More bytes than {@code limit}. */
        TOO_MANY_BYTES,
        /** Outside of what the target's type spans, or finer than it can tell apart. */
        OUT_OF_RANGE,
        /** Not in a form that can be read as the target's type. */
        NOT_CONVERTIBLE,
        /** No value where the target wants one. */
        NULL_NOT_ALLOWED
    }
}
