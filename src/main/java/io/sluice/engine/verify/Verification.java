package io.sluice.engine.verify;

import io.sluice.engine.convert.Conversion;
import io.sluice.spi.Reader;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a source with a target. Both are read once, side by side, and counted and hashed in ranges of the key's
 * hash, in memory that does not grow with the tables. Where ranges differ both are read again, as many ranges at a time
 * as memory allows, and the rows in them are compared; the source is read once more for the values of those that are
 * listed. Both have to stay as they are meanwhile.
 */
public final class Verification {
    private static final long HELD_ROWS = 100_000;

    private final VerifiedSide<?> source;
    private final VerifiedSide<?> target;
    private final AtomicBoolean ended;
    private final List<Integer> key;

    /** @param ended stops both sides when it is set */
    private Verification(VerifiedSide<?> source, VerifiedSide<?> target, AtomicBoolean ended) {
        this.source = source;
        this.target = target;
        this.ended = ended;
        this.key = key(source.schema(), target.schema());
    }

    /** The target's key, else that of the source; none when the rows have no key. */
    private static List<Integer> key(Schema source, Schema target) {
        List<Integer> ofTarget = positions(target.columns());
        return ofTarget.isEmpty() ? positions(source.columns()) : ofTarget;
    }

    private static List<Integer> positions(List<Column> columns) {
        IntPredicate isKey = index -> columns.get(index).key();
        return IntStream.range(0, columns.size()).filter(isKey).boxed().toList();
    }

    /** Makes a reader of one side. */
    @FunctionalInterface
    public interface Opening {
        Reader<?> open() throws Exception;
    }

    /** Says how the source's rows become the target's; may throw because they cannot. */
    @FunctionalInterface
    public interface Planning {
        Conversion plan(Schema source, Schema target);
    }

    /**
     * The two sides of a comparison.
     *
     * @param unreadable how many rows the source's reader has rejected so far
     * @param lost how many rows that of the target has
     */
    public record Sides(Opening source, Opening target, LongSupplier unreadable, LongSupplier lost) {}

    /**
     * Compares.
     *
     * @param cancelled asked for each batch
     * @throws InterruptedException when it was cancelled
     */
    public static VerifyResult of(Sides sides, Planning planning, BooleanSupplier cancelled)
            throws VerifyFailure, InterruptedException, IOException {
        AtomicBoolean ended = new AtomicBoolean();
        BooleanSupplier stopped = () -> ended.get() || cancelled.getAsBoolean();
        try (VerifiedSide<?> source = VerifiedSide.open(true, sides.source(), stopped);
                VerifiedSide<?> target = VerifiedSide.open(false, sides.target(), stopped)) {
            source.convert(planning.plan(source.schema(), target.schema()));
            return new Verification(source, target, ended).run(sides);
        }
    }

    private VerifyResult run(Sides sides) throws VerifyFailure, InterruptedException {
        Ranges here = new Ranges();
        Ranges there = new Ranges();
        KeyRanges.Bounds bounds = KeyRanges.Bounds.of(target.schema(), key);
        KeyRanges.Bounds further = KeyRanges.Bounds.of(target.schema(), key);
        both(() -> count(source, here, bounds), () -> count(target, there, further));
        bounds.see(further);
        long unfit = source.rejected() + sides.unreadable().getAsLong();
        long lost = sides.lost().getAsLong();
        BitSet differing = here.differing(there);
        if (differing.isEmpty() || key.isEmpty()) {
            boolean keyed = !key.isEmpty();
            return new VerifyResult(
                            differing.isEmpty(),
                            here.rows(),
                            there.rows(),
                            unfit,
                            keyed,
                            0,
                            0,
                            0,
                            differing.isEmpty(),
                            List.of(),
                            List.of(),
                            List.of())
                    .withUnreadable(lost);
        }
        Drill drill = new Drill(target.schema(), key, new KeyRanges(target.schema(), key, bounds));
        while (!differing.isEmpty() && !drill.full()) {
            drill.begin(portion(differing, here));
            RowHashes hashes = hashes();
            source.read(batch -> take(batch, hashes, drill::source));
            target.read(batch -> take(batch, hashes, drill::target));
            drill.end();
        }
        if (drill.lacksValues()) {
            RowHashes hashes = hashes();
            source.read(drill::lacksValues, batch -> take(batch, hashes, drill::values));
        }
        return drill.result(here, there, unfit, differing.isEmpty()).withUnreadable(lost);
    }

    /** Takes as many ranges out of those that differ as hold few enough rows, at least one. */
    private static BitSet portion(BitSet differing, Ranges source) {
        BitSet portion = new BitSet(Ranges.COUNT);
        long rows = 0;
        for (int range = differing.nextSetBit(0); range >= 0; range = differing.nextSetBit(range + 1)) {
            rows += source.rows(range);
            if (rows > HELD_ROWS && !portion.isEmpty()) {
                break;
            }
            portion.set(range);
        }
        differing.andNot(portion);
        return portion;
    }

    private RowHashes hashes() {
        return new RowHashes(target.schema(), key);
    }

    /** What is done with the rows of a batch, their hashes known. */
    @FunctionalInterface
    private interface Use {
        void take(RowBatch batch, RowHashes hashes);
    }

    private static void take(RowBatch batch, RowHashes hashes, Use use) {
        hashes.take(batch);
        use.take(batch, hashes);
    }

    private boolean count(VerifiedSide<?> side, Ranges ranges, KeyRanges.Bounds bounds)
            throws VerifyFailure, InterruptedException {
        RowHashes hashes = hashes();
        side.read(batch -> take(batch, hashes, (rows, all) -> {
            bounds.see(rows);
            for (int row = 0; row < rows.rows(); row++) {
                ranges.add(all.key(row), all.row(row));
            }
        }));
        return true;
    }

    /** Runs both at the same time; when one fails the other is stopped. */
    private void both(Callable<Boolean> here, Callable<Boolean> there) throws VerifyFailure, InterruptedException {
        FutureTask<Boolean> first = new FutureTask<>(() -> endingWith(here));
        FutureTask<Boolean> second = new FutureTask<>(() -> endingWith(there));
        Thread.ofPlatform().daemon().name("sluice-verify").start(second);
        first.run();
        Throwable ofFirst = failure(first);
        Throwable ofSecond = failure(second);
        throwIf(VerifyFailure.class, ofFirst);
        throwIf(VerifyFailure.class, ofSecond);
        throwIf(InterruptedException.class, ofFirst);
        throwIf(InterruptedException.class, ofSecond);
        if (ofFirst != null || ofSecond != null) {
            throw new IllegalStateException("The comparison failed", ofFirst == null ? ofSecond : ofFirst);
        }
    }

    private boolean endingWith(Callable<Boolean> work) throws Exception {
        boolean done = false;
        try {
            done = work.call();
            return done;
        } finally {
            if (!done) {
                ended.set(true);
            }
        }
    }

    private @Nullable Throwable failure(FutureTask<Boolean> task) throws InterruptedException {
        try {
            task.get();
            return null;
        } catch (ExecutionException failed) {
            return failed.getCause();
        } catch (InterruptedException stopped) {
            ended.set(true);
            throw stopped;
        }
    }

    private static <E extends Exception> void throwIf(Class<E> type, @Nullable Throwable failure) throws E {
        if (type.isInstance(failure)) {
            throw type.cast(failure);
        }
    }
}
