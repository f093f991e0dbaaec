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
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunListener;
import io.sluice.engine.RunResult;
import io.sluice.engine.RunSettings;
import io.sluice.engine.RunStatistics;
import io.sluice.engine.convert.ConversionRules;
import io.sluice.script.Path;
import io.sluice.spi.Connector;
import io.sluice.spi.FileRoots;
import io.sluice.spi.config.ConfigValue;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs real jobs of the engine between connectors. */
public final class Copy {
    private final Map<String, NamedSource> sources = new ConcurrentHashMap<>();
    private final List<DirtyRecord> dirty = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private ConversionRules conversion = ConversionRules.DEFAULT;
    private int channels = 1;

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

    /** Runs to the end; any number of dirty records is tolerated. */
    public RunResult run(Step reader, Step writer) throws Exception {
        return start(reader, writer).await();
    }

    public RunHandle start(Step reader, Step writer) {
        RunSettings settings = RunSettings.DEFAULT
                .withConcurrency(channels)
                .withDirtyLimit(DirtyLimit.IGNORE)
                .withConversion(conversion);
        Job job = new Job(
                new JobReader(
                        "Reader",
                        Path.of("reader"),
                        connector(reader),
                        context -> Steps.reader(connector(reader), reader.parameters(), context)),
                new JobWriter(
                        "Writer",
                        Path.of("writer"),
                        connector(writer),
                        context -> Steps.writer(connector(writer), writer.parameters(), context)),
                settings,
                name -> Optional.ofNullable(sources.get(name)),
                FileRoots.unrestricted());
        return new Engine(Clock.systemUTC()).start(job, new Listener());
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
