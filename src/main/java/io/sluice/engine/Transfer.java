package io.sluice.engine;

import static io.sluice.engine.StepFailure.in;

import io.sluice.engine.convert.Conversion;
import io.sluice.engine.transform.Pipeline;
import io.sluice.engine.transform.TransformStep;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.spi.Attempt;
import io.sluice.spi.Mark;
import io.sluice.spi.Reader;
import io.sluice.spi.Receipt;
import io.sluice.spi.Split;
import io.sluice.spi.SupportsEncodedRead;
import io.sluice.spi.SupportsEncodedWrite;
import io.sluice.spi.SupportsProgress;
import io.sluice.spi.Tally;
import io.sluice.spi.Writer;
import io.sluice.spi.data.RowEncoding;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Opens both ends, plans, runs the channels, and publishes or takes back what they wrote. */
final class Transfer {
    private final RunParts parts;
    private final Meter meter;
    private final Channels channels;
    private final BooleanSupplier goesOnLater;
    private volatile boolean complete;

    /** @param goesOnLater asked after a failure or a stop: whether another attempt may go on with the load */
    Transfer(RunParts parts, Meter meter, String name, BooleanSupplier goesOnLater) {
        this.parts = parts;
        this.meter = meter;
        this.goesOnLater = goesOnLater;
        this.channels = new Channels(parts, name);
    }

    /** Whether everything was written, published and finished, even though a stop may have come meanwhile. */
    boolean complete() {
        return complete;
    }

    /** Changes the number of channels. @return how many work; 0 when nothing is transferred at the moment */
    int resize(int count) {
        return channels.resize(count);
    }

    /** Makes all threads of the channels end. */
    void halt() {
        channels.halt();
    }

    void run() throws StepFailure, InterruptedException {
        Job job = parts.job();
        in(Side.WRITER, this::openCheckpoints);
        parts.log()
                .info("Copying from %s (%s) to %s (%s)"
                        .formatted(
                                job.reader().step(),
                                job.reader().connector().profile().label(),
                                job.writer().step(),
                                job.writer().connector().profile().label()));
        Reader<?> reader = in(Side.READER, () -> job.reader().opening().open(new StepContext(Side.READER, parts)));
        try {
            read(reader);
        } catch (StepFailure failure) {
            spoil(parts.failures().describe(failure));
            throw failure;
        } catch (InterruptedException ended) {
            spoil(parts.failures().first());
            throw ended;
        } finally {
            close(reader::close);
            if (!parts.checkpoints().begun()) {
                parts.checkpoints().forget();
            }
        }
        parts.checkpoints().forget();
        complete = true;
        if (job.settings().verify() && !job.settings().dryRun()) {
            VerifyResult result = JobVerification.run(parts);
            parts.verified().accept(result);
            JobVerification.require(result, parts.log());
        }
    }

    /** No other attempt may go on with what is perhaps wrong. */
    private void spoil(@Nullable Failure failure) {
        if (failure != null && failure.code().spoilsLoad() && goesOnLater.getAsBoolean()) {
            parts.checkpoints().spoil(failure.message());
        }
    }

    private boolean openCheckpoints() {
        Checkpoints checkpoints = parts.checkpoints();
        checkpoints.open();
        checkpoints.requireUnspoiled();
        parts.log()
                .info(
                        parts.job().settings().dryRun()
                                ? "Dry run: everything happens but writing"
                                : Delivery.sentence(
                                        parts.job().writer().guarantee(),
                                        checkpoints.kept() ? Delivery.After.RESUME : Delivery.After.RESTART));
        return true;
    }

    private <S extends Split> void read(Reader<S> reader) throws StepFailure, InterruptedException {
        Job job = parts.job();
        Schema source = in(Side.READER, reader::discover);
        parts.dirty().source(source);
        goOn();
        StepContext context = new StepContext(Side.WRITER, parts);
        Writer<?> writer = job.settings().dryRun()
                ? new DryWriter(job.writer(), context, parts.dryChecked())
                : in(Side.WRITER, () -> job.writer().opening().open(context));
        try {
            write(new Pump.Ends<>(reader, writer), source);
        } finally {
            close(writer::close);
        }
    }

    private int wantedSplits() {
        RunSettings settings = parts.job().settings();
        return settings.concurrency() == 1 ? 1 : settings.concurrency() * settings.splitsPerChannel();
    }

    private <S extends Split, K extends Receipt> void write(Pump.Ends<S, K> ends, Schema source)
            throws StepFailure, InterruptedException {
        Pipeline pipeline = pipeline(source);
        Schema moved = pipeline.output();
        Schema target = in(Side.WRITER, () -> prepare(ends.writer(), moved));
        Checkpoints checkpoints = parts.checkpoints();
        boolean publishing = checkpoints.attempt().entry() == Attempt.Entry.PUBLISHING;
        boolean ready = false;
        Conversion conversion;
        List<SplitProgress<S>> splits;
        try {
            conversion = in(Side.WRITER, () -> convert(moved, target));
            goOn();
            in(Side.WRITER, () -> writingInto(target));
            splits = publishing ? List.of() : plan(ends, source);
            ready = true;
        } finally {
            if (!ready) {
                takeBack(ends.writer(), List.of(), publishing);
            }
        }
        if (publishing) {
            parts.counters().before(checkpoints.before());
            publish(ends.writer(), checkpoints.receipts(loader(ends.writer())));
            return;
        }
        parts.board().begin(parts.counters().splitsTotal.get(), splits);
        int count = Math.max(1, Math.min(parts.job().settings().concurrency(), splits.size()));
        parts.log().info("Splits: %d, channels: %d".formatted(splits.size(), count));
        BatchShape shape = new BatchShape(
                source,
                pipeline.isEmpty() ? sharedEncoding(ends, conversion) : null,
                in(Side.WRITER, ends.writer()::batchSize),
                count * BatchRing.SLOTS,
                parts.throttle());
        load(Pump.of(parts, ends, new Pump.Between(pipeline, conversion), shape, splits), count);
    }

    private boolean writingInto(Schema target) {
        parts.checkpoints().writingInto(target);
        return true;
    }

    private static ClassLoader loader(Object connector) {
        return connector.getClass().getClassLoader();
    }

    /** The splits to read: those of a new plan, or those that attempts before have left. */
    private <S extends Split> List<SplitProgress<S>> plan(Pump.Ends<S, ?> ends, Schema source) throws StepFailure {
        Checkpoints checkpoints = parts.checkpoints();
        Counters counters = parts.counters();
        if (!checkpoints.attempt().goesOn()) {
            List<S> splits = in(Side.READER, () -> ends.reader().plan(wantedSplits()));
            counters.splitsTotal.set(splits.size());
            return in(Side.READER, () -> checkpoints.plan(splits, source));
        }
        List<Mark> target = in(
                Side.WRITER,
                () -> ends.writer() instanceof SupportsProgress progress ? progress.takeOver() : List.of());
        List<SplitProgress<S>> rest = in(Side.READER, () -> checkpoints.rest(target, loader(ends.reader()), source));
        Tally before = checkpoints.before();
        counters.before(before);
        counters.splitsTotal.set(checkpoints.splits());
        counters.splitsStarted.set(checkpoints.splits() - rest.size());
        counters.splitsDone.set(checkpoints.splits() - rest.size());
        parts.log()
                .info("Attempt %d goes on with %d of %d splits; %d records were written before"
                        .formatted(
                                checkpoints.attempt().number(), rest.size(), checkpoints.splits(), before.written()));
        return rest;
    }

    private <S extends Split, K extends Receipt> void load(Pump<S, K> pump, int count)
            throws StepFailure, InterruptedException {
        boolean loaded = false;
        try {
            channels.run(pump, count, meter);
            goOn();
            in(Side.READER, () -> {
                parts.dirty().checkShare();
                return true;
            });
            loaded = true;
        } finally {
            meter.transferEnds();
            if (!loaded) {
                takeBack(pump.writer(), new ArrayList<>(pump.receipts()), false);
            }
        }
        publish(pump.writer(), new ArrayList<>(pump.receipts()));
    }

    /** Publishing is repeated, with the same receipts, by this or a later attempt until it is known to be through. */
    private <K extends Receipt> void publish(Writer<K> writer, List<K> receipts)
            throws StepFailure, InterruptedException {
        Checkpoints checkpoints = parts.checkpoints();
        boolean published = checkpoints.published();
        if (!published) {
            try {
                in(Side.WRITER, () -> {
                    checkpoints.publishing(receipts, parts.counters().tally());
                    commit(writer, receipts);
                    return true;
                });
                published = true;
            } finally {
                if (!published) {
                    takeBack(writer, receipts, true);
                }
            }
            in(Side.WRITER, () -> {
                checkpoints.published(parts.counters().tally());
                return true;
            });
        }
        try {
            in(Side.WRITER, () -> finish(writer));
        } catch (StepFailure failure) {
            parts.log()
                    .warn("All rows are written; only what comes after the load has failed. "
                            + (goesOnLater.getAsBoolean()
                                    ? "Who resumes the run repeats that and nothing else."
                                    : "Do it by hand, as another run would load the rows again."));
            throw failure;
        }
    }

    /** The steps that the reader's records have before them; records of a replay have some behind them. */
    private Pipeline pipeline(Schema read) throws StepFailure {
        DirtyShape entry = parts.job().entry();
        if (entry == null) {
            return steps(read);
        }
        return switch (entry.stage()) {
            case READER -> steps(read);
            case TRANSFORM -> {
                Pipeline whole = steps(entry.source());
                yield in(Side.READER, () -> Replay.rest(entry, whole));
            }
            case CONVERSION, WRITER -> Pipeline.of(read, parts.job().settings().conversion());
        };
    }

    /** All steps between both ends, fitted to the columns of the source. */
    private Pipeline steps(Schema source) throws StepFailure {
        Pipeline pipeline = Pipeline.of(source, parts.job().settings().conversion());
        for (TransformStep step : parts.job().transforms()) {
            try {
                pipeline = pipeline.then(step);
            } catch (SluiceException e) {
                throw StepFailure.of(step, e);
            }
        }
        return pipeline;
    }

    private static Schema prepare(Writer<?> writer, Schema source) throws Exception {
        Schema target = writer.prepare(source);
        if (target.size() != source.size()) {
            throw new SluiceException(
                    CommonError.COLUMN_COUNT,
                    "There are " + source.size() + " columns to write, the target has " + target.size());
        }
        return target;
    }

    private Conversion convert(Schema source, Schema target) {
        Job job = parts.job();
        Conversion conversion = Conversion.plan(
                source, target, job.settings().conversion(), job.writer().limits());
        conversion.remarks().forEach(parts.log()::warn);
        List<String> impossible = conversion.impossible();
        if (!impossible.isEmpty()) {
            throw new SluiceException(EngineError.TYPES_NOT_CONVERTIBLE, String.join("; ", impossible));
        }
        return conversion;
    }

    /** The form in which rows can travel undecoded; null when the ends do not share one or values are converted. */
    private @Nullable RowEncoding sharedEncoding(Pump.Ends<?, ?> ends, Conversion conversion) {
        if (!conversion.passesAll()
                || !(ends.reader() instanceof SupportsEncodedRead source)
                || !(ends.writer() instanceof SupportsEncodedWrite target)) {
            return null;
        }
        RowEncoding shared = source.rowEncoding().filter(target::accepts).orElse(null);
        if (shared != null) {
            parts.log().info("Both ends have the same types, so rows pass undecoded as " + shared.format());
        }
        return shared;
    }

    private <K extends Receipt> void commit(Writer<K> writer, List<K> receipts) throws Exception {
        Retries retries = new Retries(parts, Side.WRITER, new SplittableRandom());
        boolean committed = false;
        while (!committed) {
            parts.checkpoints().committing();
            try {
                writer.commit(receipts);
                committed = true;
            } catch (Exception failure) {
                retries.pause(failure);
            }
        }
    }

    private boolean finish(Writer<?> writer) throws Exception {
        goOn();
        writer.finish();
        return true;
    }

    /** Takes back what no later attempt needs; what goes wrong here must not hide why the run failed. */
    private <K extends Receipt> void takeBack(Writer<K> writer, List<K> receipts, boolean loaded) {
        boolean interrupted = Thread.interrupted();
        parts.cancellation().cleanUp();
        try {
            if (parts.checkpoints().begun() && goesOnLater.getAsBoolean()) {
                writer.suspend(receipts, loaded);
                parts.checkpoints().targetSeen();
            } else {
                writer.abort(receipts);
                parts.checkpoints().forget();
            }
        } catch (Exception e) {
            parts.log()
                    .warn("Taking back what was written failed: "
                            + parts.failures().message(e));
            spoil(parts.failures().describe(new StepFailure(Side.WRITER, e)));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What goes wrong here cannot change the outcome any more. */
    private void close(Closeable resource) {
        boolean interrupted = Thread.interrupted();
        try {
            resource.close();
        } catch (IOException | RuntimeException e) {
            parts.log().warn("Closing failed: " + parts.failures().message(e));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void goOn() throws InterruptedException {
        if (parts.cancellation().cancelled()) {
            throw new InterruptedException("The run was ended");
        }
    }
}
