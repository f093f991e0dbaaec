package io.sluice.datasource;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.jdbc.Databases;
import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.Discovery.TableDescription;
import io.sluice.spi.Discovery.TableEntry;
import io.sluice.spi.Discovery.TableList;
import io.sluice.spi.Discovery.TableQuery;
import io.sluice.spi.FileAccess;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TcpProxy;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LiveCatalogTest {
    private static final TableQuery ALL = new TableQuery("", "", 50);

    private final Services services = StoreKind.H2.services();
    private final LiveCatalog catalog = services.get(LiveCatalog.class);
    private final DataSourceService sources = services.get(DataSourceService.class);
    private final Member member = services.member(Role.ADMINISTRATOR);
    private final TestDatabase database = PostgreSqlServer.shared().database();
    private final TcpProxy proxy = TcpProxy.to(database.port());

    LiveCatalogTest() {
        database.run(
                "create table orders (id int primary key, name text, twice int generated always as (id * 2) stored)");
        save("shop", "postgresql", Databases.settings(proxy.before(database)));
    }

    @AfterEach
    void endConnections() {
        proxy.close();
    }

    private void save(String name, String type, ConfigValue.Obj settings) {
        DataSourceDraft draft = new DataSourceDraft(
                sources.findByName(member, name).map(DataSource::id).orElse(null), name, type, "", settings);
        assertThat(sources.save(member, draft)).isInstanceOf(DataSourceResult.Saved.class);
    }

    private static <T> Answer<T> answer(CompletableFuture<Answer<T>> asked) throws Exception {
        return asked.get(30, SECONDS);
    }

    private static <T> T known(CompletableFuture<Answer<T>> asked) throws Exception {
        Answer<T> answer = answer(asked);
        assertThat(answer).isInstanceOf(Answer.Known.class);
        return ((Answer.Known<T>) answer).value();
    }

    private static <T> String unknown(CompletableFuture<Answer<T>> asked) throws Exception {
        Answer<T> answer = answer(asked);
        assertThat(answer).isInstanceOf(Answer.Unknown.class);
        return ((Answer.Unknown<T>) answer).reason();
    }

    private static SyncTask task(String stepType, String parameter) {
        String text = """
                {"type": "job", "version": "2.0", "steps": [
                  {"stepType": "%1$s", "category": "reader", "name": "In", "parameter": %2$s},
                  {"stepType": "%1$s", "category": "writer", "name": "Out", "parameter": %2$s}]}
                """.formatted(stepType, parameter);
        return SyncTask.of(ScriptDocument.parse(text)).orElseThrow();
    }

    private List<String> columns(SyncTask task, Side side) throws Exception {
        SyncTask.Step step = side == Side.READER ? task.reader() : task.writer();
        return known(catalog.columns(member, step, side)).stream()
                .map(Column::name)
                .toList();
    }

    @Test
    void tellsSchemasTablesAndColumns() throws Exception {
        assertThat(known(catalog.schemas(member, "shop"))).containsExactly("public");
        assertThat(known(catalog.tables(member, "shop", ALL)).tables())
                .extracting(TableEntry::name)
                .containsExactly("orders");
        TableDescription table = known(catalog.table(member, "shop", "orders"));
        assertThat(table.key()).containsExactly("id");
    }

    @Test
    void answersAreKeptUntilTheDataSourceIsRefreshedOrChanged() throws Exception {
        known(catalog.tables(member, "shop", ALL));
        database.run("create table later (id int)");
        assertThat(known(catalog.tables(member, "shop", ALL)).tables()).hasSize(1);
        catalog.refresh(member, "shop");
        assertThat(known(catalog.tables(member, "shop", ALL)).tables()).hasSize(2);
        database.run("create table last (id int)");
        save("shop", "postgresql", Databases.settings(proxy.before(database)));
        assertThat(known(catalog.tables(member, "shop", ALL)).tables()).hasSize(3);
    }

    @Test
    void equalQuestionsUnderWayAreAskedOnce() throws Exception {
        proxy.stall();
        List<CompletableFuture<Answer<TableList>>> asked = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            asked.add(catalog.tables(member, "shop", ALL));
        }
        while (proxy.open() == 0) {
            Thread.onSpinWait();
        }
        assertThat(asked).noneMatch(CompletableFuture::isDone);
        assertThat(proxy.open()).isEqualTo(1);
        proxy.pass();
        for (CompletableFuture<Answer<TableList>> one : asked) {
            assertThat(known(one).tables()).hasSize(1);
        }
    }

    @Test
    void cancellingTheLastFutureBreaksTheLookUpOff() throws Exception {
        known(catalog.schemas(member, "shop"));
        database.run("create table locked (id int)");
        try (var holder = database.connect();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table locked in access exclusive mode");
            CompletableFuture<Answer<TableDescription>> first = catalog.table(member, "shop", "locked");
            CompletableFuture<Answer<TableDescription>> second = catalog.table(member, "shop", "locked");
            awaitLocksWaitedFor("1");
            first.cancel(true);
            assertThat(second).isNotDone();
            assertThat(locksWaitedFor()).isEqualTo("1");
            second.cancel(true);
            awaitLocksWaitedFor("0");
        }
        assertThat(known(catalog.table(member, "shop", "locked")).columns()).hasSize(1);
    }

    private void awaitLocksWaitedFor(String count) {
        while (!count.equals(locksWaitedFor())) {
            Thread.onSpinWait();
        }
    }

    private String locksWaitedFor() {
        return String.valueOf(database.value("select count(*) from pg_locks l join pg_database d"
                + " on d.oid = l.database and d.datname = current_database() where not granted"));
    }

    @Test
    void serverThatDoesNotAnswerIsWaitedForOnlySoLong() throws Exception {
        proxy.stall();
        assertThat(unknown(catalog.schemas(member, "shop"))).isEqualTo("shop did not answer within 10 seconds.");
    }

    @Test
    void lookUpsOfOneMemberSideBySideAreFew() throws Exception {
        proxy.stall();
        List<CompletableFuture<Answer<TableList>>> asked = new ArrayList<>();
        for (int i = 0; i < 3 * LookUps.SIDE_BY_SIDE; i++) {
            asked.add(catalog.tables(member, "shop", new TableQuery("", "o" + i, 5)));
        }
        while (proxy.open() < LookUps.SIDE_BY_SIDE) {
            Thread.onSpinWait();
        }
        Member other = services.join(member.workspaceId(), Role.OPERATOR);
        CompletableFuture<Answer<List<String>>> others = catalog.schemas(other, "shop");
        while (proxy.open() < LookUps.SIDE_BY_SIDE + 1) {
            Thread.onSpinWait();
        }
        assertThat(proxy.open()).isEqualTo(LookUps.SIDE_BY_SIDE + 1);
        proxy.pass();
        assertThat(known(others)).contains("public");
        for (CompletableFuture<Answer<TableList>> one : asked) {
            assertThat(known(one).tables()).isEmpty();
        }
    }

    @Test
    void failureIsToldWithItsPlaceAndItsRemedyAndWithoutSecrets() throws Exception {
        assertThat(unknown(catalog.table(member, "shop", "nothing")))
                .startsWith("shop: The table nothing does not exist");
        save("wrong", "postgresql", Databases.settings(database).with("password", "canary-7731"));
        assertThat(unknown(catalog.schemas(member, "wrong")))
                .startsWith("wrong: ")
                .contains("Check user name and password")
                .doesNotContain("canary-7731");
        assertThat(unknown(catalog.schemas(member, "none"))).isEqualTo("There is no data source named 'none'.");
    }

    @Test
    void strangersAndVisitorsLearnNothing() throws Exception {
        Member elsewhere = services.member(Role.OWNER);
        assertThat(unknown(catalog.schemas(elsewhere, "shop"))).contains("no data source named");
        Member visitor = services.join(member.workspaceId(), Role.VISITOR);
        assertThat(unknown(catalog.schemas(visitor, "shop"))).contains("Your role may not");
        assertThat(unknown(catalog.filtered(visitor, "shop", "orders", "id = 1")))
                .contains("Your role may not");
        SyncTask task = task("postgresql", "{\"datasource\": \"shop\", \"table\": \"orders\"}");
        assertThat(unknown(catalog.columns(visitor, task.reader(), Side.READER)))
                .contains("Your role may not");
    }

    @Test
    void whoseRoleWasLoweredMeanwhileLearnsNothing() throws Exception {
        Member lowered = services.join(member.workspaceId(), Role.DEVELOPER);
        assertThat(known(catalog.schemas(lowered, "shop"))).isNotEmpty();
        services.get(JdbcClient.class)
                .sql("UPDATE workspace_member SET role = 'VISITOR' WHERE user_id = ?")
                .param(lowered.userId().toString())
                .update();
        assertThat(unknown(catalog.schemas(lowered, "shop"))).contains("Your role may not");
        SyncTask task = task("txtfile", "{\"path\": \"none.csv\", \"column\": [\"*\"]}");
        assertThat(unknown(catalog.columns(lowered, task.reader(), Side.READER)))
                .contains("Your role may not");
    }

    @Test
    void columnsOfATableAreAllToReadAndThoseNotComputedToWrite() throws Exception {
        SyncTask task =
                task("postgresql", "{\"datasource\": \"shop\", \"table\": [\"orders\"], \"column\": [\"name\"]}");
        assertThat(columns(task, Side.READER)).containsExactly("id", "name", "twice");
        assertThat(columns(task, Side.WRITER)).containsExactly("id", "name");
        SyncTask sharded = task(
                "postgresql",
                "{\"connection\": [{\"datasource\": \"shop\", \"table\": [\"orders\", \"more\"]}], \"column\": []}");
        assertThat(columns(sharded, Side.READER)).hasSize(3);
        SyncTask query =
                task("postgresql", "{\"datasource\": \"shop\", \"querySql\": [\"select id as key from orders\"]}");
        assertThat(columns(query, Side.READER)).containsExactly("key");
        SyncTask wrongType = task("mysql", "{\"datasource\": \"shop\", \"table\": \"orders\"}");
        assertThat(unknown(catalog.columns(member, wrongType.reader(), Side.READER)))
                .isEqualTo("Data source 'shop' is of type postgresql, but the step is of type mysql.");
    }

    @Test
    void columnsOfAFileAreTheFieldsOfItsFirstLine() throws Exception {
        Path root = services.get(FileAccess.class).roots().getFirst();
        Path file = Files.createTempFile(root, "look", ".csv");
        Files.writeString(file, "id,Größe,x\n1,2,3\n");
        try {
            SyncTask headed =
                    task("txtfile", "{\"path\": [\"%s\"], \"skipHeader\": true, \"column\": [\"id\"]}".formatted(file));
            assertThat(columns(headed, Side.READER)).containsExactly("id", "Größe", "x");
            SyncTask bare = task("txtfile", "{\"path\": [\"%s\"]}".formatted(file));
            assertThat(columns(bare, Side.READER)).hasSize(3);
            SyncTask outside = task("txtfile", "{\"path\": [\"/etc/hostname\"]}");
            assertThat(unknown(catalog.columns(member, outside.reader(), Side.READER)))
                    .contains("is not inside");
            SyncTask target = task("txtfile", "{\"path\": \"out\", \"fileName\": \"a\"}");
            assertThat(columns(target, Side.WRITER)).isEmpty();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void columnsOfAStreamAreThoseItMakes() throws Exception {
        SyncTask task =
                task("stream", "{\"column\": [{\"value\": \"a\", \"type\": \"string\"}], \"sliceRecordCount\": 1}");
        assertThat(columns(task, Side.READER)).hasSize(1);
        assertThat(columns(task, Side.WRITER)).isEmpty();
    }
}
