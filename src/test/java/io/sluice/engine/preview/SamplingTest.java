package io.sluice.engine.preview;

import static io.sluice.engine.preview.Sampled.script;
import static io.sluice.engine.preview.Sampled.step;
import static io.sluice.engine.preview.Sampled.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.jdbc.Databases;
import io.sluice.connector.sqlite.SqliteFiles;
import io.sluice.engine.preview.Sample.Fate;
import io.sluice.engine.preview.Sample.StepRow;
import io.sluice.engine.preview.SampleRequest.Scope;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.error.Category;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TcpProxy;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looks at real data: of servers, of files, slow, endless, lost and dirty. */
@Timeout(120)
class SamplingTest {
    private static final SampleRequest FIFTY = new SampleRequest(Scope.SOURCE, 50);

    private static String reader(String type, String table) {
        return step("reader", type, "{\"datasource\": \"db\", \"table\": \"" + table + "\", \"column\": [\"*\"]}");
    }

    private static String query(String type, String sql) {
        return script(step("reader", type, "{\"datasource\": \"db\", \"querySql\": \"" + sql + "\"}"));
    }

    @Test
    void tellsNullFromEmptyTextAndNamesColumnsAndTypes() throws Exception {
        TestDatabase database = MariaDbServer.shared().database();
        database.run(
                "create table t (id int primary key, note varchar(20), seen datetime(3), raw varbinary(9))",
                "insert into t values (1, '', '2024-02-29 12:00:00.5', x'00ff'), (2, null, null, null)");
        Sample sample =
                new Sampled().with("db", "mysql", Databases.settings(database)).sample(script(reader("mysql", "t")));

        assertThat(sample.columns()).extracting("name").containsExactly("id", "note", "seen", "raw");
        assertThat(sample.columns().get(1).nativeType()).containsIgnoringCase("varchar");
        assertThat(texts(sample.rows().get(0))).containsExactly("1", "", "2024-02-29 12:00:00.5", "\\x00ff");
        assertThat(texts(sample.rows().get(1))).containsExactly("2", "∅", "∅", "∅");
        assertThat(sample.extent()).isEqualTo(new Extent(2, false, false, 0));
    }

    @Test
    void aWideValueIsCutAndItsLengthTold() throws Exception {
        TestDatabase database = PostgreSqlServer.shared().database();
        database.run(
                "create table t (id int primary key, body text, raw bytea)",
                "insert into t values (1, repeat('äb', 1500000), decode(repeat('ab', 700000), 'hex'))");
        Sample sample = new Sampled()
                .with("db", "postgresql", Databases.settings(database))
                .sample(script(reader("postgresql", "t")));

        Cell body = sample.rows().getFirst().get(1);
        assertThat(body.cut()).isTrue();
        assertThat(body.length()).isEqualTo(3_000_000);
        assertThat(body.text()).isEqualTo("äb".repeat(100));
        Cell raw = sample.rows().getFirst().get(2);
        assertThat(raw.length()).isEqualTo(700_000);
        assertThat(raw.text()).startsWith("\\xabab").hasSize(202);
    }

    @Test
    void aMillionRowsAnswerFastAndLeaveNothingRunning() throws Exception {
        TestDatabase maria = MariaDbServer.shared().database();
        maria.run(
                "create table t (k varchar(40) primary key, v varchar(40))",
                "insert into t select concat('key ', seq), concat('value ', seq) from seq_1_to_1000000");
        TestDatabase postgres = PostgreSqlServer.shared().database();
        postgres.run("create table t as select n as id, 'value ' || n as v from generate_series(1, 1000000) n");
        TestDatabase sqlite = SqliteFiles.database();
        sqlite.run("create table t as with recursive n(i) as (select 1 union all select i + 1 from n where i < 200000)"
                + " select i as id, 'value ' || i as v from n");

        fast("mysql", new Sampled().with("db", "mysql", Databases.settings(maria)));
        fast("postgresql", new Sampled().with("db", "postgresql", Databases.settings(postgres)));
        fast("sqlite", new Sampled().with("db", "sqlite", SqliteFiles.settings(sqlite)));
        await(() -> maria.rows("select info from information_schema.processlist where db = '" + maria.name()
                        + "' and id <> connection_id()")
                .isEmpty());
    }

    private static void fast(String type, Sampled sampled) throws Exception {
        long began = System.nanoTime();
        Sample sample = Sampled.done(sampled.take(script(reader(type, "t")), FIFTY));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(type).isLessThan(Duration.ofSeconds(10));
        assertThat(sample.rows()).as(type).hasSize(50);
        assertThat(sample.extent().more()).as(type).isTrue();
    }

    @Test
    void aQueryOfTheTasksOwnIsEndedOnTheServerWhenEnoughRowsCame() throws Exception {
        TestDatabase database = MariaDbServer.shared().database();
        Sampled sampled = new Sampled().with("db", "mysql", Databases.settings(database));
        String endless = MariaDbServer.query(
                "select seq as id, repeat('x', 4000) as pad from seq_1_to_1000 where seq < 200 or sleep(1) = 0");
        Sample sample = Sampled.done(sampled.take(query("mysql", endless), FIFTY));

        assertThat(sample.rows()).hasSize(50);
        assertThat(sample.extent().more()).isTrue();
        await(() -> database.rows("select info from information_schema.processlist where db = '" + database.name()
                        + "' and id <> connection_id()")
                .isEmpty());
    }

    /** The row that would have shown that there are more. */
    @Test
    void aLookThatEndsBecauseOfItsTimeShowsNoMoreRowsThanWereAskedFor() throws Exception {
        TestDatabase database = MariaDbServer.shared().database();
        Sampled sampled = new Sampled().with("db", "mysql", Databases.settings(database));
        String slow = MariaDbServer.query(
                "select seq as id, repeat('x', 40000) as pad from seq_1_to_1000 where seq < 53 or sleep(1) = 0");
        Sample sample = Sampled.done(sampled.take(query("mysql", slow), FIFTY.within(Duration.ofSeconds(5))));

        assertThat(sample.rows()).hasSize(50);
        assertThat(sample.extent().outOfTime()).isTrue();
    }

    @Test
    void aCancelledLookAnswersAtOnceAndEndsTheStatement() throws Exception {
        TestDatabase database = MariaDbServer.shared().database();
        Sampled sampled = new Sampled().with("db", "mysql", Databases.settings(database));
        Sampling<Sample> sampling = Sampling.preview(sampled.job(query("mysql", "select sleep(301) as slept")), FIFTY);
        String busy = "select info from information_schema.processlist where info like '%sleep(301)%'"
                + " and id <> connection_id()";
        await(() -> !database.rows(busy).isEmpty());

        sampling.cancel();
        assertThat(sampling.result().getNow(null)).isInstanceOf(Taken.Cancelled.class);
        sampling.ended().get(20, TimeUnit.SECONDS);
        await(() -> database.rows(busy).isEmpty());
    }

    @Test
    void aStatementThatTakesTooLongTimesOut() throws Exception {
        TestDatabase database = PostgreSqlServer.shared().database();
        Sampled sampled = new Sampled().with("db", "postgresql", Databases.settings(database));
        Taken<Sample> taken = sampled.take(
                query("postgresql", "select 1 as slept from pg_sleep(302)"), FIFTY.within(Duration.ofSeconds(1)));

        assertThat(taken).isEqualTo(new Taken.TimedOut<>(Duration.ofSeconds(1)));
        await(() -> database.rows("select query from pg_stat_activity where state = 'active'"
                        + " and query like '%pg_sleep(302)%' and pid <> pg_backend_pid()")
                .isEmpty());
    }

    @Test
    void rowsThatCameInTimeAreShownWhenTheOthersAreTooSlow() throws Exception {
        String slow = script(step(
                "reader",
                "stream",
                "{\"sliceRecordCount\": \"100000000000\", \"column\": [{\"type\": \"long\", \"random\": \"1,9\"}]}"));
        Sampling<DataProfile> sampling = Sampling.profile(
                new Sampled().job(slow), new SampleRequest(Scope.TARGET, 2_000_000_000).within(Duration.ofSeconds(1)));
        DataProfile profile = Sampled.done(sampling.result().get(30, TimeUnit.SECONDS));

        assertThat(profile.extent().outOfTime()).isTrue();
        assertThat(profile.extent().rows()).isPositive().isEqualTo(profile.rows());
    }

    @Test
    void aLimitHoldsThoughThePoolThatAllShareIsKept() throws Exception {
        TestDatabase database = PostgreSqlServer.shared().database();
        Sampled sampled = new Sampled().with("db", "postgresql", Databases.settings(database));
        CountDownLatch release = new CountDownLatch(1);
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors() + 2; i++) {
            ForkJoinPool.commonPool().execute(new FutureTask<>(() -> release.await(1, TimeUnit.MINUTES)));
        }
        try {
            Taken<Sample> taken = Sampling.preview(
                            sampled.job(query("postgresql", "select 1 as slept from pg_sleep(303)")),
                            FIFTY.within(Duration.ofSeconds(1)))
                    .result()
                    .get(30, TimeUnit.SECONDS);
            assertThat(taken).isEqualTo(new Taken.TimedOut<>(Duration.ofSeconds(1)));
        } finally {
            release.countDown();
        }
    }

    private static String generated(String rows) {
        return step(
                "reader",
                "stream",
                "{\"sliceRecordCount\": \"" + rows + "\", \"column\": [{\"type\": \"string\", \"value\": \"x\"}]}");
    }

    /** The screens wait for virtual threads. */
    @Test
    void manyEndlessLooksAtOnceKeepNobodyElseWaiting() throws Exception {
        String endless = script(generated("100000000000"));
        SampleRequest request = new SampleRequest(Scope.SOURCE, 2_000_000_000).within(Duration.ofMinutes(1));
        List<Sampling<DataProfile>> looks = new ArrayList<>();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors() + 2; i++) {
            looks.add(Sampling.profile(new Sampled().job(endless), request));
        }
        try {
            for (int i = 0; i < 20; i++) {
                CompletableFuture<Void> answer = new CompletableFuture<>();
                Thread.ofVirtual().start(() -> answer.complete(null));
                answer.get(10, TimeUnit.SECONDS);
            }
            looks.getFirst().cancel();
            looks.getFirst().ended().get(10, TimeUnit.SECONDS);
        } finally {
            looks.forEach(Sampling::cancel);
        }
        for (Sampling<DataProfile> look : looks) {
            look.ended().get(10, TimeUnit.SECONDS);
            assertThat(look.result().getNow(null)).isInstanceOf(Taken.Cancelled.class);
        }
    }

    @Test
    void aLookThatIsCancelledWaitsForNoTargetThatCannotBeReached() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, here)) {
            while (connects(queue, full.getLocalSocketAddress())) {
                assertThat(queue).hasSizeLessThan(20);
            }
            ConfigValue.Obj settings = Databases.settings(
                            PostgreSqlServer.shared().database())
                    .with("port", new ConfigValue.Num(full.getLocalPort()));
            String script = script(
                    generated("5"),
                    step("writer", "postgresql", "{\"datasource\": \"full\", \"table\": \"t\", \"column\": [\"a\"]}"));
            Sampling<DataProfile> look = Sampling.profile(
                    new Sampled().with("full", "postgresql", settings).job(script),
                    new SampleRequest(Scope.TARGET, 50).within(Duration.ofMinutes(4)));
            TimeUnit.MILLISECONDS.sleep(500);
            look.cancel();

            look.ended().get(3, TimeUnit.SECONDS);
            assertThat(look.result().getNow(null)).isInstanceOf(Taken.Cancelled.class);
        } finally {
            for (Socket one : queue) {
                one.close();
            }
        }
    }

    /** False when the other side takes no more. */
    private static boolean connects(List<Socket> queue, SocketAddress server) throws IOException {
        Socket socket = new Socket();
        queue.add(socket);
        try {
            socket.connect(server, 300);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }

    @Test
    void aLostConnectionIsAFailureOfTheReaderWithoutItsPassword() throws Exception {
        TestDatabase database = MariaDbServer.shared().database();
        try (TcpProxy proxy = TcpProxy.to(database.port())) {
            Sampled sampled = new Sampled().with("db", "mysql", Databases.settings(proxy.before(database)));
            Sampling<Sample> sampling =
                    Sampling.preview(sampled.job(query("mysql", "select sleep(303) as slept")), FIFTY);
            await(() -> !database.rows("select info from information_schema.processlist where info like"
                            + " '%sleep(303)%' and id <> connection_id()")
                    .isEmpty());
            proxy.reset();

            Taken<Sample> taken = sampling.result().get(20, TimeUnit.SECONDS);
            assertThat(taken).isInstanceOfSatisfying(Taken.Failed.class, failed -> {
                assertThat(failed.code().category()).isEqualTo(Category.TRANSIENT);
                assertThat(failed.path()).hasToString("steps[0]");
                assertThat(failed.message()).doesNotContain(MariaDbServer.PASSWORD);
            });
        }
    }

    @Test
    void everyStepShowsRowsBeforeAndAfterWithWhatItLeavesOutAndCannotChange() throws Exception {
        TestDatabase database = MariaDbServer.shared().database();
        database.run(
                "create table t (id int primary key, amount varchar(9), note varchar(20))",
                "insert into t values (1, '10', 'aa'), (2, 'x', 'ba'), (3, '7', ''), (4, '8', 'drop'), (5, null, 'a')");
        String script = script(
                reader("mysql", "t"),
                step("map", "filter", "{\"name\": \"note\", \"value\": \"drop\", \"matching\": \"drop\"}"),
                step("map", "cast", "{\"fields\": [{\"name\": \"amount\", \"type\": \"int32\"}]}"),
                step(
                        "map",
                        "stringreplace",
                        "{\"condition\": [{\"name\": \"note\", \"replaceString\": \"a\", \"replaceByString\": \"o\"}]}"));
        Sample sample =
                new Sampled().with("db", "mysql", Databases.settings(database)).sample(script);

        assertThat(sample.steps()).extracting("name").containsExactly("filter map", "cast map", "stringreplace map");
        assertThat(sample.steps().get(0).rows())
                .extracting(StepRow::fate)
                .containsExactly(Fate.PASSED, Fate.PASSED, Fate.PASSED, Fate.FILTERED, Fate.PASSED);
        StepRow failed = sample.steps().get(1).rows().get(1);
        assertThat(failed.fate()).isEqualTo(Fate.DIRTY);
        assertThat(failed.number()).isEqualTo(1);
        assertThat(Objects.requireNonNull(failed.cause()).column()).isEqualTo("amount");
        assertThat(failed.cause().message()).contains("'x'");
        assertThat(texts(failed.before())).containsExactly("2", "x", "ba");
        assertThat(sample.steps().get(2).rows()).extracting(StepRow::number).containsExactly(0, 2, 4);
        assertThat(sample.steps().get(2).rows().stream().map(row -> texts(row.after())))
                .containsExactly(List.of("1", "10", "oo"), List.of("3", "7", ""), List.of("5", "∅", "o"));
        assertThat(sample.steps().get(1).after().get(1).type()).isEqualTo(LogicalType.Int.INT32);
    }

    @Test
    void stepsUpToOneThatCannotBeUsedAreShownAndItsProblem() throws Exception {
        String stream = step(
                "reader",
                "stream",
                "{\"sliceRecordCount\": \"3\", \"column\": [{\"type\": \"long\", \"value\": \"7\"}]}");
        String mask = step("map", "mask", "{\"columnIndex\": [0]}");
        String unknownColumn = step("map", "digest", "{\"name\": [\"nowhere\"]}");
        Sample sample = new Sampled().sample(script(stream, mask, unknownColumn, mask));

        assertThat(sample.steps()).hasSize(2);
        assertThat(sample.steps().get(0).rows()).hasSize(3);
        assertThat(Objects.requireNonNull(sample.steps().get(1).problem()).message())
                .contains("nowhere");
        assertThat(sample.steps().get(1).path()).hasToString("steps[2]");

        String broken = step("map", "filter", "{\"expression\": \"1 +\"}");
        Sample second = new Sampled().sample(script(stream, broken));
        assertThat(second.rows()).hasSize(3);
        assertThat(Objects.requireNonNull(second.steps().getFirst().problem()).message())
                .isNotBlank();
        assertThat(second.target()).isNull();
    }

    @Test
    void recordsOfAFileThatCannotBeReadAreToldBesideTheOthers(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.csv"), "1,one\n2\n3,\"\"\n4,four\n");
        String script = script(step(
                "reader",
                "txtfile",
                "{\"path\": [\"%s\"], \"fieldDelimiter\": \",\", \"column\": [{\"index\": 0, \"type\": \"long\"}, {\"index\": 1, \"type\": \"string\"}]}"
                        .formatted(folder.resolve("a.csv"))));
        Sample sample = new Sampled().sample(script);

        assertThat(sample.extent().unreadable()).isEqualTo(1);
        assertThat(sample.unreadable().getFirst().place()).contains("line 2");
        assertThat(sample.rows().stream().map(Sampled::texts)).hasSize(3);
        assertThat(texts(sample.rows().getFirst())).containsExactly("1", "one");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(giveUp);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
