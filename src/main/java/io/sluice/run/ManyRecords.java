package io.sluice.run;

import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Records that are corrected at once, and where.
 *
 * @param query those that match it and are open
 * @param only those of them; null for all
 * @param column says the column of a record, from 0; -1 leaves the record as it is
 */
public record ManyRecords(DirtyQuery query, @Nullable Set<Long> only, ToIntFunction<DirtyRow> column) {
    /** All open records with a cause, in the column that is at fault. */
    public static ManyRecords with(DirtyCause.Key cause) {
        return new ManyRecords(
                new DirtyQuery(cause, "", DirtyQuery.Show.OPEN),
                null,
                row -> row.cause().columnIndex());
    }

    boolean has(DirtyRow row) {
        return only == null || only.contains(row.sequence());
    }
}
