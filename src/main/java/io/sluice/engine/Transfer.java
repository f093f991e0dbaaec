package io.sluice.engine;

import static io.sluice.engine.StepFailure.in;

import io.sluice.engine.convert.Conversion;
import io.sluice.spi.Capability;
import io.sluice.spi.Reader;
import io.sluice.spi.Receipt;
import io.sluice.spi.Split;
import io.sluice.spi.Writer;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Opens both ends, plans, runs the channels, and publishes or takes back what they wrote. */
final class Transfer {
    private final RunParts parts;
    private final Meter meter;
    private final Channels channels;
    private volatile boolean complete;

    Transfer(RunParts parts, Meter meter, String name) {
        this.parts = parts;
        this.meter = meter;
        this.channels = new Channels(parts, name);
    }

    /** Whether everything was written, published and finished, even though a stop may have come meanwhile. */
    boolean complete() {
        return complete;
    }

    /** Makes all threads of the channels end. */
    void halt() {
        channels.halt();
    }

    void run() throws StepFailure, InterruptedException {
        Job job = parts.job();
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
        } finally {
            close(reader::close);
        }
        complete = true;
        if (job.settings().verify() && !job.settings().dryRun()) {
            JobVerification.require(JobVerification.run(parts), parts.log());
        }
    }

    private <S extends Split> void read(Reader<S> reader) throws StepFailure, InterruptedException {
        Job job = parts.job();
        Schema source = in(Side.READER, reader::discover);
        parts.dirty().source(source);
        if (job.settings().dryRun()) {
            List<S> splits = in(Side.READER, () -> reader.plan(wantedSplits()));
            parts.log()
                    .info("Dry run: " + source.size() + " columns, " + splits.size() + " splits; nothing is written");
            return;
        }
        goOn();
        Writer<?> writer = in(Side.WRITER, () -> job.writer().opening().open(new StepContext(Side.WRITER, parts)));
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
        Schema target = in(Side.WRITER, () -> prepare(ends.writer(), source));
        Conversion conversion = in(Side.WRITER, () -> convert(source, target));
        goOn();
        List<S> splits = in(Side.READER, () -> ends.reader().plan(wantedSplits()));
        int count = Math.max(1, Math.min(parts.job().settings().concurrency(), splits.size()));
        logPlan(splits, count);
        BatchShape shape = new BatchShape(
                source, in(Side.WRITER, ends.writer()::batchSize), count * BatchRing.SLOTS, parts.throttle());
        Pump<S, K> pump = Pump.of(parts, ends, conversion, shape, splits);
        boolean published = false;
        try {
            channels.run(pump, count, meter);
            goOn();
            in(Side.READER, () -> {
                parts.dirty().checkShare();
                return true;
            });
            in(Side.WRITER, () -> commit(pump));
            published = true;
        } finally {
            meter.transferEnds();
            if (!published) {
                abort(pump);
            }
        }
        in(Side.WRITER, () -> finish(pump.writer()));
    }

    private static Schema prepare(Writer<?> writer, Schema source) throws Exception {
        Schema target = writer.prepare(source);
        if (target.size() != source.size()) {
            throw new SluiceException(
                    CommonError.COLUMN_COUNT,
                    "The source has " + source.size() + " columns, the target " + target.size());
        }
        return target;
    }

    private Conversion convert(Schema source, Schema target) {
        boolean keepsNonFinite = parts.job().writer().connector().capabilities().contains(Capability.NON_FINITE_VALUES);
        Conversion conversion =
                Conversion.plan(source, target, parts.job().settings().conversion(), keepsNonFinite);
        conversion.remarks().forEach(parts.log()::warn);
        List<String> impossible = conversion.impossible();
        if (!impossible.isEmpty()) {
            throw new SluiceException(EngineError.TYPES_NOT_CONVERTIBLE, String.join("; ", impossible));
        }
        return conversion;
    }

    private void logPlan(List<? extends Split> splits, int count) {
        parts.counters().splitsTotal.set(splits.size());
        parts.log().info("%d splits on %d channels".formatted(splits.size(), count));
    }

    private static <K extends Receipt> boolean commit(Pump<?, K> pump) throws Exception {
        pump.writer().commit(new ArrayList<>(pump.receipts()));
        return true;
    }

    private boolean finish(Writer<?> writer) throws Exception {
        goOn();
        writer.finish();
        return true;
    }

    /** Takes back what can be taken back; what goes wrong here must not hide why the run failed. */
    private <K extends Receipt> void abort(Pump<?, K> pump) {
        boolean interrupted = Thread.interrupted();
        parts.cancellation().cleanUp();
        try {
            pump.writer().abort(new ArrayList<>(pump.receipts()));
        } catch (Exception e) {
            parts.log()
                    .warn("Taking back what was written failed: "
                            + parts.failures().message(e));
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
