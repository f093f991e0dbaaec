package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunLimits;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Speed and channels of a run that are changed again and again, on real servers. */
@Timeout(120)
class PaceTest {
    private static final TestDatabase MARIA_DB = MariaDbServer.shared().database();
    private static final TestDatabase POSTGRESQL = PostgreSqlServer.shared().database();
    private static final int ROWS = 200_000;

    /** The ways rows go. */
    enum Way {
        POSTGRESQL_BY_BLOCKS("postgresql", "postgresql", ""),
        POSTGRESQL_BY_KEYS("postgresql", "mysql", "id"),
        MARIADB("mysql", "postgresql", "id");

        private final String source;
        private final String target;
        private final String splitKey;

        Way(String source, String target, String splitKey) {
            this.source = source;
            this.target = target;
            this.splitKey = splitKey;
        }

        void createTables() {
            POSTGRESQL.run("drop table if exists source, target");
            MARIA_DB.run("drop table if exists source, target");
            database(source)
                    .run(
                            "create table source (id bigint primary key, pad varchar(300))",
                            (source.equals("mysql")
                                            ? "insert into source select seq, repeat('x', 20 + seq %% 200) from seq_1_to_%d"
                                            : "insert into source select seq, repeat('x', 20 + seq %% 200) from generate_series(1, %d) seq")
                                    .formatted(ROWS));
            database(target).run("create table target (id bigint primary key, pad varchar(300))");
        }

        private static TestDatabase database(String type) {
            return type.equals("mysql") ? MARIA_DB : POSTGRESQL;
        }

        RunHandle start(int channels) {
            ConfigValue.Obj reading = Databases.step("source", "id", "pad").with("datasource", source);
            return new Copy()
                    .with("mysql", "mysql", Databases.settings(MARIA_DB))
                    .with("postgresql", "postgresql", Databases.settings(POSTGRESQL))
                    .channels(channels)
                    .start(
                            new Copy.Step(source, splitKey.isEmpty() ? reading : reading.with("splitPk", splitKey)),
                            new Copy.Step(
                                    target,
                                    Databases.step("target", "id", "pad").with("datasource", target)));
        }

        String stored() {
            return database(target).value("select concat(count(*), ' ', sum(id), ' ', sum(length(pad))) from target");
        }

        String expected() {
            return database(source).value("select concat(count(*), ' ', sum(id), ' ', sum(length(pad))) from source");
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesUntilTheEndLoseAndDoubleNothing(Way way) throws Exception {
        way.createTables();
        RunHandle run = way.start(16);
        List<RunLimits> limits = List.of(
                new RunLimits(20_000, 0),
                new RunLimits(1, 1),
                RunLimits.NONE,
                new RunLimits(0, 3_000_000),
                new RunLimits(90_000, 9_000_000),
                new RunLimits(0, 1),
                new RunLimits(1_000_000, 0));
        for (int change = 0; run.statistics().recordsWritten() < ROWS && change < 400; change++) {
            run.limit(limits.get(change % limits.size()));
            run.concurrency(change % 2 == 0 ? 1 : 16);
            TimeUnit.MILLISECONDS.sleep(20);
        }
        run.limit(RunLimits.NONE);
        RunResult result = run.await();
        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.statistics().recordsRead()).isEqualTo(ROWS);
        assertThat(result.statistics().recordsWritten()).isEqualTo(ROWS);
        assertThat(way.stored()).isEqualTo(way.expected());
    }

    /** Never faster; a machine that is busy with something else may well be slower for a few moments. */
    @ParameterizedTest
    @EnumSource
    void aSpeedThatIsSetInTheMiddleIsKeptAtOnce(Way way) throws Exception {
        way.createTables();
        RunHandle run = way.start(4);
        run.limit(new RunLimits(40_000, 0));
        while (run.statistics().recordsRead() < 10_000) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        run.limit(new RunLimits(5_000, 0));
        TimeUnit.MILLISECONDS.sleep(200);
        double speed = speed(run);
        for (int again = 0; again < 4 && speed < 4_000; again++) {
            speed = speed(run);
        }
        run.limit(RunLimits.NONE);
        assertThat(run.await().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(way.stored()).isEqualTo(way.expected());
        assertThat(speed).isBetween(4_000.0, 5_250.0);
    }

    private static double speed(RunHandle run) throws InterruptedException {
        long before = run.statistics().recordsRead();
        long began = System.nanoTime();
        TimeUnit.SECONDS.sleep(3);
        double seconds = (System.nanoTime() - began) / 1e9;
        return (run.statistics().recordsRead() - before) / seconds;
    }
}
