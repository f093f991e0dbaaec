package io.sluice.connector.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.connector.Copy;
import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunLimits;
import io.sluice.engine.RunResult;
import io.sluice.spi.Reader;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The moment of the lock that several connections need to begin one snapshot. */
class SnapshotLockTest {
    private static final int CHANNELS = 2;
    private static final int WRITERS = 16;

    private final TestDatabase database = MariaDbServer.shared().database();
    private final RecordingContext context =
            RecordingContext.unrestricted(CHANNELS).with("db", Databases.settings(database));

    @BeforeEach
    void createTable() {
        database.run(
                "create table busy (id int primary key, v int not null)",
                "insert into busy select seq, 0 from seq_1_to_5000");
    }

    private Reader<?> reader() throws Exception {
        return Steps.reader(new MysqlConnector(), parameters(), context);
    }

    private static ConfigValue.Obj parameters() {
        return Databases.step("busy", "id", "v").with("splitPk", "id").with("consistency", "snapshot");
    }

    /** Writes one row again and again, in transactions that are open most of the time. @return the longest wait of a statement */
    private FutureTask<Long> writer(int id, AtomicBoolean ends, AtomicLong commits) {
        return new FutureTask<>(() -> {
            long longest = 0;
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                Thread.sleep(id * 7L);
                while (!ends.get()) {
                    long began = System.nanoTime();
                    statement.executeUpdate("update busy set v = v + 1 where id = " + id);
                    longest = Math.max(longest, System.nanoTime() - began);
                    Thread.sleep(100);
                    connection.commit();
                    commits.incrementAndGet();
                }
            }
            return TimeUnit.NANOSECONDS.toMillis(longest);
        });
    }

    @Test
    void writersWhoNeverAllPauseDoNotKeepTheLockAway() throws Exception {
        AtomicBoolean ends = new AtomicBoolean();
        AtomicLong commits = new AtomicLong();
        List<FutureTask<Long>> writers = new ArrayList<>();
        for (int id = 1; id <= WRITERS; id++) {
            writers.add(writer(id, ends, commits));
        }
        writers.forEach(writer -> Thread.ofPlatform().start(writer));
        try (Reader<?> reader = reader()) {
            reader.discover();
            Thread.sleep(500);
            assertThat(reader.plan(CHANNELS * 5)).hasSizeGreaterThan(CHANNELS);
            assertThat(context.logged()).anyMatch(line -> line.contains("held up for 2 s at most"));
            long before = commits.get();
            await(() -> commits.get() > before);
        } finally {
            ends.set(true);
        }
        for (FutureTask<Long> writer : writers) {
            assertThat(writer.get(20, TimeUnit.SECONDS)).isLessThan(3_000);
        }
    }

    @Test
    void aTransactionThatStaysOpenRefusesTheSnapshotAndLetsWritersGoOn() throws Exception {
        try (Connection open = database.connect();
                Statement statement = open.createStatement();
                Reader<?> reader = reader()) {
            open.setAutoCommit(false);
            statement.execute("update busy set v = 1 where id = 1");
            reader.discover();

            SluiceException refused = catchThrowableOfType(SluiceException.class, () -> reader.plan(CHANNELS * 5));

            assertThat(refused.code()).isEqualTo(JdbcError.LOCK_TIMEOUT);
            assertThat(refused).hasMessageContaining("busy").hasMessageContaining("7 s");
            database.run("update busy set v = 2 where id = 2");
            open.rollback();
        }
    }

    @Test
    void aStopEndsTheWaiting() throws Exception {
        try (Connection open = database.connect();
                Statement statement = open.createStatement();
                Reader<?> reader = reader()) {
            open.setAutoCommit(false);
            statement.execute("update busy set v = 1 where id = 1");
            reader.discover();
            FutureTask<Object> plan = new FutureTask<>(() -> reader.plan(CHANNELS * 5));
            Thread.ofPlatform().start(plan);
            await(() -> !database.rows(
                            "select 1 from information_schema.processlist where info like 'LOCK TABLES%' and db = '"
                                    + database.name() + "'")
                    .isEmpty());
            context.cancel();
            assertThatThrownBy(() -> plan.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
            assertThat(context.logged()).as("before its patience is over").noneMatch(line -> line.contains("held up"));
            open.rollback();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(giveUp);
            Thread.sleep(20);
        }
    }

    @Test
    void noMoreChannelsAreAddedThanReadInTheSnapshot() throws Exception {
        Copy copy = new Copy().with("db", "mysql", Databases.settings(database)).channels(CHANNELS);
        RunHandle run =
                copy.start(new Copy.Step("mysql", parameters()), new Copy.Step("stream", ConfigValue.Obj.EMPTY));
        run.limit(new RunLimits(4_000, 0));
        while (run.statistics().recordsWritten() == 0) {
            Thread.sleep(10);
        }
        run.concurrency(8);
        RunResult result = run.await();

        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.statistics().recordsWritten()).isEqualTo(5_000);
        assertThat(String.join("\n", copy.log()))
                .contains("by 2 connections, so no more channels can be added")
                .contains("read by at most 2 channels")
                .doesNotContain("8 channels are wanted, 8");
    }
}
