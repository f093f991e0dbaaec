package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.sqlite.SqliteFiles;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.Category;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Stopping inside statements that would take minutes, and connections that are lost. */
class LongStatementTest {
    private static final ConfigValue.Obj TO_DISCARD = ConfigValue.Obj.EMPTY.with("print", new ConfigValue.Bool(false));

    private static Copy.Step query(String type, String sql) {
        return new Copy.Step(
                type, ConfigValue.Obj.EMPTY.with("datasource", "db").with("querySql", sql));
    }

    @Test
    void stopsWithinFiveSecondsInsideALongStatementOfMariaDb() throws Exception {
        TestDatabase database = MariaDbServer.shared().database();
        stops(
                new Copy().with("db", "mysql", Databases.settings(database)),
                query("mysql", "select sleep(300) as slept"),
                () -> !busyOnMariaDb(database).isEmpty());
        await(() -> busyOnMariaDb(database).isEmpty());
    }

    private static List<String> busyOnMariaDb(TestDatabase database) {
        return database.rows("select info from information_schema.processlist where db = '" + database.name()
                + "' and info like '%sleep(300)%' and id <> connection_id()");
    }

    @Test
    void stopsWithinFiveSecondsInsideALongStatementOfPostgreSql() throws Exception {
        TestDatabase database = PostgreSqlServer.shared().database();
        stops(
                new Copy().with("db", "postgresql", Databases.settings(database)),
                query("postgresql", "select 1 as slept from pg_sleep(300)"),
                () -> !busyOnPostgreSql(database).isEmpty());
        await(() -> busyOnPostgreSql(database).isEmpty());
    }

    private static List<String> busyOnPostgreSql(TestDatabase database) {
        return database.rows("select query from pg_stat_activity where datname = current_database()"
                + " and state = 'active' and query like '%pg_sleep(300)%' and pid <> pg_backend_pid()");
    }

    @Test
    void stopsWithinFiveSecondsInsideALongStatementOfSqlite() throws Exception {
        TestDatabase database = SqliteFiles.database();
        String endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) as m from n";
        stops(new Copy().with("db", "sqlite", SqliteFiles.settings(database)), query("sqlite", endless), () -> true);
    }

    @Test
    void stopsWithinFiveSecondsWhileAWriterWaitsForALock() throws Exception {
        TestDatabase database = MariaDbServer.shared().database();
        database.run("create table t (id int primary key)");
        try (Connection other = database.connect()) {
            other.createStatement().execute("lock tables t write");
            Copy copy = new Copy().with("db", "mysql", Databases.settings(database));
            RunHandle run =
                    copy.start(query("mysql", "select 1 as id"), new Copy.Step("mysql", Databases.step("t", "id")));
            stop(run);
        }
    }

    private static void stops(Copy copy, Copy.Step reader, BooleanSupplier running) throws Exception {
        RunHandle run = copy.start(reader, new Copy.Step("stream", TO_DISCARD));
        await(running);
        stop(run);
    }

    private static void stop(RunHandle run) throws Exception {
        TimeUnit.MILLISECONDS.sleep(300);
        long begin = System.nanoTime();
        run.stop();
        RunResult result = run.await();
        // Five seconds are promised; a machine that is busy with something else gets as many again.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(giveUp);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void aLostConnectionIsNoDirtyRecord() throws Exception {
        try (MariaDbServer server = MariaDbServer.start()) {
            TestDatabase database = server.database();
            database.run("create table t (id bigint primary key, pause int)");
            Copy copy =
                    new Copy().with("db", "mysql", Databases.settings(database)).once();
            RunHandle victim = copy.start(
                    query("mysql", MariaDbServer.query("select seq as id, sleep(0.05) as pause from seq_1_to_100000")),
                    new Copy.Step("mysql", Databases.step("t", "*").with("batchSize", new ConfigValue.Num(1))));
            await(() -> !database.rows("select 1 from information_schema.processlist where info like '%sleep(0.05)%'"
                            + " and id <> connection_id()")
                    .isEmpty());
            server.kill();

            RunResult result = victim.await();

            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(Objects.requireNonNull(result.failure()).code().category())
                    .isEqualTo(Category.TRANSIENT);
            assertThat(result.statistics().recordsDirty()).isZero();
        }
    }
}
