package io.sluice.engine.transform;

import io.sluice.engine.convert.Rejects;
import io.sluice.engine.convert.Rejects.Reject;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.time.DateTimeException;
import java.util.BitSet;

/** The rows of one batch that do not pass a stage. */
final class Outcome {
    private final Rejects rejects = new Rejects();
    private final BitSet filtered = new BitSet();

    Rejects rejects() {
        return rejects;
    }

    /** Rows that were left out on purpose. */
    BitSet filtered() {
        return filtered;
    }

    void filter(int row) {
        filtered.set(row);
    }

    /** Takes a row out because a value of {@code column} cannot be transformed. */
    void unfit(int row, int column, RuntimeException why) {
        ErrorCode code = why instanceof SluiceException known ? known.code() : CommonError.VALUE_NOT_CONVERTIBLE;
        rejects.add(new Reject(row, column, code, String.valueOf(why.getMessage())));
    }

    /** What a transform throws because of a value; anything else is a defect. */
    static boolean isAboutData(RuntimeException failure) {
        return failure instanceof SluiceException
                || failure instanceof ArithmeticException
                || failure instanceof DateTimeException
                || failure instanceof NumberFormatException;
    }

    void clear() {
        rejects.clear();
        filtered.clear();
    }

    /** All rows that do not pass. */
    BitSet gone() {
        BitSet gone = new BitSet();
        gone.or(filtered);
        gone.or(rejects.rows());
        return gone;
    }
}
