package io.sluice.engine.verify;

import io.sluice.engine.convert.Conversion;
import io.sluice.engine.convert.Rejects;
import io.sluice.spi.Reader;
import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One side of a comparison: a reader that is read from the beginning to the end, possibly several times. */
final class VerifiedSide<S extends Split> implements AutoCloseable {
    private static final int ROWS = 1024;
    private static final long BYTES = 4L << 20;

    private final boolean isSource;
    private final Reader<S> reader;
    private final Schema schema;
    private final BooleanSupplier stopped;
    private @Nullable List<S> splits;
    private @Nullable Conversion conversion;
    private long rejected;

    private VerifiedSide(boolean isSource, Reader<S> reader, Schema schema, BooleanSupplier stopped) {
        this.isSource = isSource;
        this.reader = reader;
        this.schema = schema;
        this.stopped = stopped;
    }

    static VerifiedSide<?> open(boolean isSource, Verification.Opening opening, BooleanSupplier stopped)
            throws VerifyFailure {
        try {
            return of(isSource, opening.open(), stopped);
        } catch (Exception failure) {
            throw new VerifyFailure(isSource, failure);
        }
    }

    private static <S extends Split> VerifiedSide<S> of(boolean isSource, Reader<S> reader, BooleanSupplier stopped)
            throws Exception {
        try {
            return new VerifiedSide<>(isSource, reader, reader.discover(), stopped);
        } catch (Exception failure) {
            reader.close();
            throw failure;
        }
    }

    /** Sees batches in the schema they are compared in. */
    @FunctionalInterface
    interface Visitor {
        void visit(RowBatch batch);
    }

    Schema schema() {
        return schema;
    }

    /** From now on batches are converted; rows that cannot be are left out. */
    void convert(Conversion by) {
        conversion = by;
    }

    /** Rows left out in the last reading. */
    long rejected() {
        return rejected;
    }

    /** @throws InterruptedException when it was told to stop */
    void read(Visitor visitor) throws VerifyFailure, InterruptedException {
        read(() -> true, visitor);
    }

    /** As {@link #read(Visitor)}, but only as long as more is wanted. */
    void read(BooleanSupplier wanted, Visitor visitor) throws VerifyFailure, InterruptedException {
        try {
            readAll(wanted, visitor);
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Exception failure) {
            throw new VerifyFailure(isSource, failure);
        }
    }

    private void readAll(BooleanSupplier wanted, Visitor visitor) throws Exception {
        rejected = 0;
        List<S> planned = splits;
        if (planned == null) {
            planned = reader.plan(1);
            splits = planned;
        }
        for (S split : planned) {
            if (wanted.getAsBoolean()) {
                read(split, wanted, visitor);
            }
        }
    }

    private void read(S split, BooleanSupplier wanted, Visitor visitor) throws Exception {
        RowBatch batch = new RowBatch(schema, ROWS, BYTES);
        Conversion by = conversion;
        RowBatch converted = by == null ? batch : by.target(batch);
        Rejects rejects = new Rejects();
        try (SplitReader<S> rows = reader.open(split)) {
            Status status = Status.MORE;
            while (status == Status.MORE && wanted.getAsBoolean()) {
                if (stopped.getAsBoolean() || Thread.interrupted()) {
                    throw new InterruptedException("The comparison was stopped");
                }
                batch.clear();
                status = rows.read(batch);
                if (by != null) {
                    rejects.clear();
                    by.apply(batch, converted, rejects);
                    converted.remove(rejects.rows());
                    rejected += rejects.all().size();
                }
                visitor.visit(converted);
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
