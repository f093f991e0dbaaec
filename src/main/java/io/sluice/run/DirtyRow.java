package io.sluice.run;

import io.sluice.engine.DirtyShape;
import io.sluice.spi.data.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dirty record as it is kept.
 *
 * @param sequence counts the records of the run, from 1
 * @param shape number of the shape of its values within the run
 * @param form where the values were found and what they stand for
 * @param split number of the split it was read from, from 0
 * @param cause why it is not in the target: what the last attempt said
 * @param original the values as they were found, null for NULL
 * @param corrected the values that are written instead; null when nobody has corrected it
 * @param cut the columns whose original values are longer than what is kept of them
 * @param uncertain whether a replay ended without saying if the record had arrived
 * @param replay the last run that took it; null when none has
 * @param revision grows with each change
 */
public record DirtyRow(
        long sequence,
        int shape,
        DirtyShape form,
        int split,
        Instant foundAt,
        Cause cause,
        List<@Nullable String> original,
        @Nullable List<@Nullable String> corrected,
        List<Integer> cut,
        DirtyState state,
        boolean uncertain,
        @Nullable UUID replay,
        long revision) {
    /**
     * Why a record is dirty.
     *
     * @param columnIndex column at fault, from 0; -1 when it is not known
     * @param columnName its name; empty when it is not known
     * @param place where the record stands in the source; empty when the source does not tell
     */
    public record Cause(String code, int columnIndex, String columnName, String message, String place) {
        /** The cause it shares with others. */
        public DirtyCause.Key key() {
            return new DirtyCause.Key(code, columnName);
        }
    }

    public DirtyRow {
        original = Collections.unmodifiableList(new ArrayList<>(original));
        corrected = corrected == null ? null : Collections.unmodifiableList(new ArrayList<>(corrected));
        cut = List.copyOf(cut);
    }

    /** The columns of the values. */
    public Schema columns() {
        return form.columns();
    }

    /** The values as they would be written now. */
    public List<@Nullable String> values() {
        return corrected == null ? original : corrected;
    }

    /** Whether a value is still the beginning of a longer one, and must not be written so. */
    public boolean isCut(int column) {
        return cut.contains(column)
                && (corrected == null || Objects.equals(corrected.get(column), original.get(column)));
    }

    /** Whether all values are whole. */
    public boolean complete() {
        return cut.stream().noneMatch(this::isCut);
    }

    /** Whether somebody has changed a value. */
    public boolean isCorrected(int column) {
        List<@Nullable String> now = corrected;
        if (now == null || column >= now.size()) {
            return false;
        }
        return column >= original.size() || !Objects.equals(now.get(column), original.get(column));
    }
}
