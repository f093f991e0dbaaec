package io.sluice.engine.convert;

import io.sluice.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The rows of one batch that could not be converted, each with its first reason. */
public final class Rejects {
    private final BitSet rows = new BitSet();
    private final List<Reject> all = new ArrayList<>();

    /** @param column index of the column at fault */
    public record Reject(int row, int column, ErrorCode code, String message) {}

    /** Takes the rejects of one column. */
    record Column(Rejects rejects, int index) {
        void add(int row, ErrorCode code, String message) {
            rejects.add(new Reject(row, index, code, message));
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

    public void clear() {
        if (!all.isEmpty()) {
            rows.clear();
            all.clear();
        }
    }
}
