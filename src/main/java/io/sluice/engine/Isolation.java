package io.sluice.engine;

import io.sluice.engine.DirtyRecord.Stage;
import io.sluice.engine.DirtyRecords.Place;
import io.sluice.engine.DirtyRecords.Unfit;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.Category;
import io.sluice.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** Finds the rows of a batch that the target does not take, by halving. */
final class Isolation {
    private final RunParts parts;
    private final List<Refused> refused = new ArrayList<>();

    Isolation(RunParts parts) {
        this.parts = parts;
    }

    private record Refused(int row, Unfit why) {}

    /** Brings rows in: all of a range or, when it throws, none. */
    @FunctionalInterface
    interface Adding {
        void add(RowBatch rows, int from, int to) throws Exception;
    }

    void clear() {
        refused.clear();
    }

    /** Leaves out the first rows of a batch, whatever the target has said of some of them. */
    void refuse(int rows, Unfit why) {
        refused.clear();
        for (int row = 0; row < rows; row++) {
            refused.add(new Refused(row, why));
        }
    }

    /** How many rows were left out. */
    int count() {
        return refused.size();
    }

    /** Adds all rows but those the target refuses. */
    void add(Adding target, RowBatch rows, int from, int to) throws Exception {
        if (parts.cancellation().cancelled()) {
            throw new InterruptedException("The run was ended");
        }
        try {
            target.add(rows, from, to);
        } catch (Exception e) {
            ErrorCode code = requireData(e);
            if (to - from > 1) {
                int middle = (from + to) >>> 1;
                add(target, rows, from, middle);
                add(target, rows, middle, to);
            } else {
                refused.add(
                        new Refused(from, new Unfit(-1, code, parts.failures().message(e))));
                endWhenTooMany(rows);
            }
        }
    }

    private ErrorCode requireData(Exception failure) throws Exception {
        ErrorCode code = parts.failures().code(Side.WRITER, failure);
        if (code.category() != Category.DATA || parts.cancellation().cancelled()) {
            throw failure;
        }
        return code;
    }

    /** A batch with more dirty records than the run endures is not committed. */
    private void endWhenTooMany(RowBatch rows) {
        if (parts.dirty().exceededWith(refused.size())) {
            report(rows);
        }
    }

    /** Counts the rows that were left out, once it is certain that the others are stored. */
    void report(RowBatch rows) {
        for (Refused one : refused) {
            parts.dirty().found(new Place(Stage.WRITER, 0), rows, one.row(), one.why());
        }
        refused.clear();
    }
}
