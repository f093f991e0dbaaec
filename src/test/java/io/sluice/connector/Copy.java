package io.sluice.connector;

import io.sluice.engine.Connectors;
import io.sluice.engine.DirtyLimit;
import io.sluice.engine.DirtyRecord;
import io.sluice.engine.Engine;
import io.sluice.engine.Job;
import io.sluice.engine.JobReader;
import io.sluice.engine.JobWriter;
import io.sluice.engine.LogEvent;
import io.sluice.engine.NamedSource;
import io.sluice.engine.Recovery;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunListener;
import io.sluice.engine.RunResult;
import io.sluice.engine.RunSettings;
import io.sluice.engine.RunStatistics;
import io.sluice.engine.Verified;
import io.sluice.engine.Verifier;
import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.script.Path;
import io.sluice.spi.Connector;
import io.sluice.spi.FileRoots;
import io.sluice.spi.Guarantee;
import io.sluice.spi.Unrepresentable;
import io.sluice.spi.WriterFactory;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigValue;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Runs real jobs of the engine between connectors. */
public final class Copy {
    private final Map<String, NamedSource> sources = new ConcurrentHashMap<>();
    private final List<DirtyRecord> dirty = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private ConversionRules conversion = ConversionRules.DEFAULT;
    private int channels = 1;
    private Recovery recovery = Recovery.DEFAULT;
    private boolean verify;

    /** One end of a copy. */
    public record Step(String type, ConfigValue.Obj parameters) {}

    /** Registers a data source. */
    public Copy with(String name, String type, ConfigValue.Obj settings) {
        sources.put(name, new NamedSource(name, type, settings));
        return this;
    }

    /** Uses several channels. */
    public Copy channels(int count) {
        channels = count;
        return this;
    }

    /** Converts in a time zone. */
    public Copy zone(String zone) {
        conversion = conversion.withZone(ZoneId.of(zone));
        return this;
    }

    /** Compares source and target after the run. */
    public Copy verifying() {
        verify = true;
        return this;
    }

    /** Compares source and target without a run. */
    public VerifyResult verify(Step reader, Step writer) throws Exception {
        verify = true;
        Verified verified = new Verifier(job(reader, writer), new Listener(), Clock.systemUTC()).verify();
        return Objects.requireNonNull(verified.result(), () -> String.valueOf(verified.failure()));
    }

    /** Fails at the first transient failure instead of trying again. */
    public Copy once() {
        recovery = new Recovery(0, 0, false);
        return this;
    }

    /** Runs to the end; any number of dirty records is tolerated. */
    public RunResult run(Step reader, Step writer) throws Exception {
        return start(reader, writer).await();
    }

    public RunHandle start(Step reader, Step writer) {
        return new Engine(Clock.systemUTC()).start(job(reader, writer), new Listener());
    }

    private Job job(Step reader, Step writer) {
        RunSettings settings = RunSettings.DEFAULT
                .withConcurrency(channels)
                .withDirtyLimit(DirtyLimit.IGNORE)
                .withConversion(conversion)
                .withRecovery(recovery);
        return new Job(
                new JobReader(
                        "Reader",
                        Path.of("reader"),
                        connector(reader),
                        context -> Steps.reader(connector(reader), reader.parameters(), context)),
                new JobWriter(
                        "Writer",
                        Path.of("writer"),
                        connector(writer),
                        context -> Steps.writer(connector(writer), writer.parameters(), context),
                        Guarantee.AT_LEAST_ONCE,
                        unrepresentable(writer, connector(writer).writer().orElseThrow()),
                        verify ? readBack(writer, connector(writer).writer().orElseThrow()) : null,
                        true,
                        null,
                        null),
                verify ? settings.withVerify() : settings,
                name -> Optional.ofNullable(sources.get(name)),
                FileRoots.unrestricted());
    }

    /** Wrong parameters show when the writer is made. */
    private static <C extends Record> Unrepresentable unrepresentable(Step step, WriterFactory<C> factory) {
        return switch (factory.config().bind(step.parameters())) {
            case Bound.Valid<C> valid -> factory.unrepresentable(valid.value());
            case Bound.Invalid<C> invalid -> Unrepresentable.DIRTY;
        };
    }

    private static <C extends Record> JobWriter.@Nullable ReadBack readBack(Step step, WriterFactory<C> factory) {
        C config = Steps.bind(factory.config(), step.parameters());
        return JobWriter.of("Writer", Path.of("writer"), connector(step), factory, config)
                .readBack();
    }

    private static Connector connector(Step step) {
        return Connectors.load().find(step.type()).orElseThrow();
    }

    public List<DirtyRecord> dirty() {
        return dirty;
    }

    public List<String> log() {
        return log;
    }

    private final class Listener implements RunListener {
        @Override
        public void log(LogEvent event) {
            log.add(event.toString());
        }

        @Override
        public void statistics(RunStatistics now) {}

        @Override
        public void dirty(DirtyRecord record) {
            dirty.add(record);
        }

        @Override
        public void ended(RunResult result) {}
    }
}
