package io.sluice.engine.convert;

import io.sluice.spi.data.Vector;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.time.DateTimeException;

/** Takes a step for each value that is there; a value whose step fails is rejected. */
record RowLoop<F extends Vector, T extends Vector>(Class<F> from, Class<T> to, Step<F, T> step) implements Kernel {
    /** Sets one value of the target from one of the source, or throws because it does not fit. */
    @FunctionalInterface
    interface Step<F extends Vector, T extends Vector> {
        void take(F from, T to, int row);
    }

    /** Looks at one value, or throws because it does not fit. */
    @FunctionalInterface
    interface Check<F extends Vector> {
        void look(F from, int row);
    }

    static <F extends Vector> Kernel check(Class<F> type, Check<F> check) {
        return new RowLoop<>(type, type, (from, to, row) -> check.look(from, row));
    }

    @Override
    public void run(Vector source, Vector destination, int rows, Rejects.Column rejects) {
        F read = from.cast(source);
        T write = to.cast(destination);
        boolean filling = source != destination;
        for (int row = 0; row < rows; row++) {
            if (read.isNull(row)) {
                if (filling) {
                    write.setNull(row);
                }
                continue;
            }
            try {
                step.take(read, write, row);
            } catch (SluiceException | ArithmeticException | DateTimeException | NumberFormatException e) {
                if (filling) {
                    write.setNull(row);
                }
                rejects.add(row, code(e), String.valueOf(e.getMessage()));
            }
        }
    }

    private static ErrorCode code(RuntimeException failure) {
        return failure instanceof SluiceException known ? known.code() : CommonError.VALUE_NOT_CONVERTIBLE;
    }
}
