package io.sluice.engine.preview;

import io.sluice.engine.JobWriter;
import io.sluice.engine.SampleContext;
import io.sluice.engine.SampleJob;
import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.convert.TargetLimits;
import io.sluice.spi.Reader;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds out what a target wants to be given, by the reader that reads it back: the writer itself is never opened. */
final class TargetColumns {
    private final SampleJob job;
    private final SampleContext context;
    private final CompletableFuture<Found> found = new CompletableFuture<>();

    TargetColumns(SampleJob job, SampleContext context) {
        this.job = job;
        this.context = context;
    }

    /** The columns, or why they are not known. */
    sealed interface Found {
        record Known(Schema columns) implements Found {}

        record Unknown(Cause cause) implements Found {}
    }

    /** Begins to look, beside the reading of the source. */
    void start() {
        Thread.ofVirtual().name("sample-target").start(() -> found.complete(find()));
    }

    private Found find() {
        JobWriter writer = job.writer();
        if (writer == null || writer.readBack() == null) {
            return new Found.Unknown(
                    new Cause(CommonError.NOT_SUPPORTED, "The target does not tell its columns before a run", ""));
        }
        try (Reader<?> reader = writer.readBack().open(context)) {
            return new Found.Known(reader.discover());
        } catch (Exception failure) {
            return new Found.Unknown(new Cause(context.code(failure), context.message(failure), ""));
        }
    }

    /** Lets nobody wait any longer. */
    void giveUp() {
        found.complete(new Found.Unknown(new Cause(
                CommonError.CONNECTION_LOST, "The target did not answer as long as the source was read", "")));
    }

    /** Waits for the answer, but not longer than is reasonable. */
    Found await(Duration patience) throws InterruptedException {
        try {
            return found.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            context.cancel();
            String message = "The target did not answer within " + patience.toSeconds() + " s";
            return new Found.Unknown(new Cause(CommonError.CONNECTION_LOST, message, ""));
        } catch (ExecutionException broken) {
            throw new IllegalStateException("Looking for the target's columns broke", broken);
        }
    }

    /** Pairs columns by position as far as both sides go. */
    static List<PairConversion> pairs(SampleJob job, Schema moved, Schema target) {
        JobWriter writer = job.writer();
        TargetLimits limits = writer == null ? TargetLimits.NONE_KNOWN : writer.limits();
        ConversionRules rules = job.rules();
        List<PairConversion> pairs = new ArrayList<>();
        for (int index = 0; index < Math.min(moved.size(), target.size()); index++) {
            Column from = moved.column(index);
            pairs.add(new PairConversion(index, from, target.column(index), rules, limits));
        }
        return pairs;
    }

    /** Says that the numbers of columns differ. */
    static Cause uneven(Schema moved, Schema target) {
        return new Cause(
                CommonError.COLUMN_COUNT,
                "There are " + moved.size() + " columns to write, the target has " + target.size(),
                "");
    }
}
