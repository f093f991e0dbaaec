package io.sluice.fault;

import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.Connectors;
import io.sluice.engine.DirtyLimit;
import io.sluice.engine.Job;
import io.sluice.engine.JobReader;
import io.sluice.engine.JobWriter;
import io.sluice.engine.NamedSource;
import io.sluice.engine.Recovery;
import io.sluice.engine.RunSettings;
import io.sluice.script.Path;
import io.sluice.spi.Connector;
import io.sluice.spi.FileRoots;
import io.sluice.spi.Guarantee;
import io.sluice.spi.Receipt;
import io.sluice.spi.Writer;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.TestDatabase;
import java.util.Optional;

/**
 * A copy of the numbers from 1 to {@link #ROWS} out of a MariaDB table, which can be built again in another process.
 *
 * @param source has the table {@code src}
 * @param target has the table {@code t}; of no interest for files
 * @param folder for files
 */
record Scene(Level level, TargetSystem system, TestDatabase source, TestDatabase target, java.nio.file.Path folder) {
    static final int ROWS = 2_000;
    static final int BATCH = 50;
    static final int CHANNELS = 2;

    /** The levels of guarantees.md. */
    enum Level {
        APPEND,
        PROGRESS,
        UPSERT,
        STAGING,
        FILES,
        /** As append, with connections that count as lost after a second of silence. */
        IMPATIENT
    }

    /** Where the target is. */
    enum TargetSystem {
        MARIADB("mysql"),
        POSTGRESQL("postgresql");

        private final String connector;

        TargetSystem(String connector) {
            this.connector = connector;
        }
    }

    Job job(Fault.Trigger trigger) {
        return job(trigger, Recovery.DEFAULT);
    }

    Job job(Fault.Trigger trigger, Recovery recovery) {
        Connector reading = connector("mysql");
        Connector writing = connector(level == Level.FILES ? "txtfile" : system.connector);
        RunSettings settings = RunSettings.DEFAULT
                .withConcurrency(CHANNELS)
                .withDirtyLimit(DirtyLimit.NONE_ALLOWED)
                .withRecovery(recovery);
        ConfigValue.Obj reader = Databases.step("src", "id", "payload")
                .with("datasource", "source")
                .with("splitPk", "id");
        return new Job(
                new JobReader("Reader", Path.of("reader"), reading, context -> Steps.reader(reading, reader, context)),
                new JobWriter(
                        "Writer",
                        Path.of("writer"),
                        writing,
                        context -> faulty(Steps.writer(writing, writer(), context), trigger),
                        Guarantee.AT_LEAST_ONCE,
                        null),
                settings,
                this::dataSource,
                FileRoots.unrestricted());
    }

    private static <K extends Receipt> Writer<K> faulty(Writer<K> real, Fault.Trigger trigger) {
        return new FaultyWriter<>(real, trigger);
    }

    private static Connector connector(String type) {
        return Connectors.load().find(type).orElseThrow();
    }

    private ConfigValue.Obj writer() {
        ConfigValue.Obj table = Databases.step("t", "id", "payload")
                .with("datasource", "target")
                .with("batchSize", new ConfigValue.Num(BATCH));
        return switch (level) {
            case APPEND -> table;
            case IMPATIENT -> table.with("socketTimeout", new ConfigValue.Num(1_000));
            case PROGRESS -> table.with("progressTable", new ConfigValue.Bool(true));
            case UPSERT -> table.with("writeMode", system == TargetSystem.MARIADB ? "update" : "upsert");
            case STAGING -> table.with("loadMode", "staging");
            case FILES ->
                ConfigValue.Obj.EMPTY
                        .with("path", folder.toString())
                        .with("fileName", "out.csv")
                        .with("writeMode", "nonConflict");
        };
    }

    private Optional<NamedSource> dataSource(String name) {
        return switch (name) {
            case "source" -> Optional.of(new NamedSource(name, "mysql", Databases.settings(source)));
            case "target" -> Optional.of(new NamedSource(name, system.connector, Databases.settings(target)));
            default -> Optional.empty();
        };
    }
}
