package io.sluice.engine.convert;

import io.sluice.spi.data.LogicalType.Int;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.Vector;

/** Looks whether whole numbers fit a narrower type; a scan of the array finds that nearly always all do. */
record RangeCheck(Int source, IntRange range) implements Kernel {
    @Override
    public void run(Vector from, Vector to, int rows, Rejects.Column rejects) {
        if (anyOutside(((LongVector) from).values(), rows)) {
            boolean unsigned = source.bits() == Long.SIZE && !source.signed();
            RowLoop.check(LongVector.class, (vector, row) -> {
                        long value = vector.get(row);
                        if (value < range.least() || value > range.most()) {
                            throw Unfit.range(unsigned ? Long.toUnsignedString(value) : value, range.name());
                        }
                    })
                    .run(from, to, rows, rejects);
        }
    }

    private boolean anyOutside(long[] values, int rows) {
        boolean outside = false;
        for (int row = 0; row < rows; row++) {
            outside |= values[row] < range.least() | values[row] > range.most();
        }
        return outside;
    }
}
