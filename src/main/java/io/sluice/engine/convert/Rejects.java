package io.sluice.engine.convert;

import io.sluice.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The rows of one batch that could not be converted, each with its first reason, and what the task's choices changed so
 * that others could.
 */
public final class Rejects {
    private final BitSet rows = new BitSet();
    private final List<Reject> all = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    /** @param column index of the column at fault */
    public record Reject(int row, int column, ErrorCode code, String message) {}

    /**
     * Values of a column that were changed because the task says so.
     *
     * @param choice how the script spells it
     */
    public record Change(int column, String choice, BitSet rows) {}

    /** Takes the rejects of one column. */
    record Column(Rejects rejects, int index) {
        void add(int row, ErrorCode code, String message) {
            rejects.add(new Reject(row, index, code, message));
        }

        void changed(String choice, BitSet rows) {
            rejects.changes.add(new Change(index, choice, rows));
        }
    }

    public void add(Reject reject) {
        if (!rows.get(reject.row())) {
            rows.set(reject.row());
            all.add(reject);
        }
    }

    public BitSet rows() {
        return rows;
    }

    public List<Reject> all() {
        return all;
    }

    public List<Change> changes() {
        return changes;
    }

    /** How many of the changed values are in rows that are not rejected. */
    public int kept(Change change) {
        BitSet kept = (BitSet) change.rows().clone();
        kept.andNot(rows);
        return kept.cardinality();
    }

    public void clear() {
        changes.clear();
        if (!all.isEmpty()) {
            rows.clear();
            all.clear();
        }
    }
}
