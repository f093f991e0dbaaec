package io.sluice.engine.convert;

import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.data.Vector;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts other values in the place of those that the target cannot hold, in a copy, and has the rest converted as ever.
 *
 * @param source the column as it arrives
 * @param inPlace whether what follows looks at the target's own vector instead of filling it from another
 * @param next what follows; null when the values pass as they are
 */
record SubstitutingKernel(
        Column source,
        List<Substitution<?>> substitutions,
        boolean inPlace,
        @Nullable Kernel next) implements Kernel {
    @Override
    public void run(Vector from, Vector to, int rows, Rejects.Column rejects) {
        Vector given = inPlace ? to : new RowBatch(Schema.of(source), Math.max(1, rows), Long.MAX_VALUE).vector(0);
        BitSet[] changed = new BitSet[substitutions.size()];
        for (int row = 0; row < rows; row++) {
            int met = from.isNull(row) ? -1 : met(from, row);
            if (met < 0) {
                copy(from, given, row);
                continue;
            }
            substitutions.get(met).put(from, given, row);
            if (changed[met] == null) {
                changed[met] = new BitSet(rows);
            }
            changed[met].set(row);
        }
        for (int index = 0; index < changed.length; index++) {
            if (changed[index] != null) {
                rejects.changed(substitutions.get(index).choice(), changed[index]);
            }
        }
        if (next != null) {
            next.run(given, to, rows, rejects);
        }
    }

    /** The substitution for a value; -1 for none. */
    private int met(Vector from, int row) {
        for (int index = 0; index < substitutions.size(); index++) {
            if (substitutions.get(index).meets(from, row)) {
                return index;
            }
        }
        return -1;
    }

    private static void copy(Vector from, Vector to, int row) {
        if (from.isNull(row)) {
            to.setNull(row);
            return;
        }
        switch (from) {
            case LongVector longs -> ((LongVector) to).set(row, longs.get(row));
            case DoubleVector doubles -> ((DoubleVector) to).set(row, doubles.get(row));
            case BytesVector bytes -> copy(bytes, (BytesVector) to, row);
            case DecimalVector decimals -> ((DecimalVector) to).setText(row, decimals.plain(row));
            case BoolVector bools -> ((BoolVector) to).set(row, bools.get(row));
        }
    }

    private static void copy(BytesVector from, BytesVector to, int row) {
        if (from.holdsStrings()) {
            to.set(row, from.string(row));
        } else {
            to.set(row, from.data(), from.start(row), from.length(row));
        }
    }
}
