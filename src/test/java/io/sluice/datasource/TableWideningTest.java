package io.sluice.datasource;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.jdbc.Databases;
import io.sluice.datasource.ColumnChange.Outcome;
import io.sluice.datasource.ColumnChange.Since;
import io.sluice.engine.convert.WiderType;
import io.sluice.spi.SupportsWidening;
import io.sluice.spi.data.LogicalType;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TcpProxy;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of a column when the connection was lost that was to widen it. */
class TableWideningTest {
    private static final SupportsWidening.Wish WISH =
            new SupportsWidening.Wish(present -> WiderType.of(present, new LogicalType.Text(50)), false);

    private static final TableWidening.Target NOTE = new TableWidening.Target("shop", "notes", "note");

    private final Services services = StoreKind.H2.services();
    private final TableWidening widening = services.get(TableWidening.class);
    private final Member member = services.member(Role.ADMINISTRATOR);
    private final TestDatabase mariaDb = MariaDbServer.shared().database();
    private final TestDatabase postgreSql = PostgreSqlServer.shared().database();
    private final TcpProxy proxy = TcpProxy.to(mariaDb.port());

    @AfterEach
    void endConnections() {
        proxy.close();
    }

    private void shop(String type, TestDatabase database) {
        DataSourceDraft draft = new DataSourceDraft(null, "shop", type, "", Databases.settings(database));
        assertThat(services.get(DataSourceService.class).save(member, draft))
                .isInstanceOf(DataSourceResult.Saved.class);
    }

    private Since since(ColumnChange change) throws Exception {
        Outcome outcome = change.outcome().get(30, SECONDS);
        assertThat(outcome).isInstanceOf(Outcome.Lost.class);
        return ((Outcome.Lost) outcome).since();
    }

    private static void awaitOne(TestDatabase database, String count) throws InterruptedException {
        for (int wait = 0; wait < 1_500 && !"1".equals(database.value(count)); wait++) {
            MILLISECONDS.sleep(20);
        }
        assertThat(database.value(count)).isEqualTo("1");
    }

    @Test
    void aColumnWhoseChangeWasNotAnsweredIsFoundWider() throws Exception {
        shop("mysql", proxy.before(mariaDb));
        mariaDb.run("create table notes (id int primary key, note varchar(20))");
        try (Connection keeping = mariaDb.connect();
                Statement lock = keeping.createStatement()) {
            lock.execute("lock tables notes read");
            ColumnChange change =
                    widening.widen(member, NOTE, WISH, "alter table notes modify column note varchar(50)");
            awaitOne(
                    mariaDb,
                    "select count(*) from information_schema.processlist where info like 'alter table notes%'"
                            + " and state like 'Waiting for table metadata lock%' and db = database()");
            proxy.loseNextReply();
            lock.execute("unlock tables");
            assertThat(since(change)).isEqualTo(new Since.Widened("varchar(50)"));
        }
    }

    @Test
    void aColumnWhoseServerGaveUpIsFoundAsItWas() throws Exception {
        shop("postgresql", postgreSql);
        postgreSql.run(
                "create table notes (id int primary key, note varchar(20))", "insert into notes values (1, 'one')");
        ColumnChange change = widening.widen(
                member,
                NOTE,
                WISH,
                "alter table notes alter column note type varchar(50) using note || coalesce(pg_sleep(60)::text, '')");
        String atWork = " from pg_stat_activity where datname = current_database() and state = 'active'"
                + " and query like 'alter table notes%'";
        awaitOne(postgreSql, "select count(*)" + atWork);
        postgreSql.rows("select pg_terminate_backend(pid, 20000)" + atWork);
        assertThat(since(change)).isEqualTo(new Since.NotWidened("character varying(20)"));
    }

    @Test
    void aColumnThatCannotBeLookedAtIsNotSaidToBeAnything() throws Exception {
        shop("mysql", proxy.before(mariaDb));
        mariaDb.run("create table notes (id int primary key, note varchar(20))");
        ColumnChange change = widening.widen(member, NOTE, WISH, "do sleep(60)");
        String sleeping = " from information_schema.processlist where info = 'do sleep(60)' and db = database()";
        awaitOne(mariaDb, "select count(*)" + sleeping);
        proxy.refuse();
        proxy.reset();
        assertThat(since(change)).isInstanceOf(Since.Unknown.class);
        mariaDb.run("kill " + mariaDb.value("select id" + sleeping));
    }

    @Test
    void whatTheServerRefusedIsNoLossOfTheConnection() throws Exception {
        shop("postgresql", postgreSql);
        postgreSql.run("create table notes (id int primary key, note varchar(20))");
        assertThat(widening.widen(member, NOTE, WISH, "alter table notes alter column nothing type text")
                        .outcome()
                        .get(30, SECONDS))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("nothing"));
    }
}
