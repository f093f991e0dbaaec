package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.ColumnWidening;
import io.sluice.spi.ColumnWidening.Obstacle;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Int;
import io.sluice.spi.data.LogicalType.Text;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What keeps a column from being widened: other things in the database, and people who want it stopped. */
@Timeout(120)
class ColumnHindrancesTest {
    private static final TestDatabase POSTGRESQL = PostgreSqlServer.shared().database();
    private static final TestDatabase MARIADB = MariaDbServer.shared().database();
    private static final WideningEnd ON_POSTGRESQL = WideningEnd.postgreSql(POSTGRESQL);
    private static final WideningEnd ON_MARIADB = WideningEnd.mariaDb(MARIADB);

    private static String obstacle(WideningEnd end, String table, String column, LogicalType wanted) throws Exception {
        return end.look(table, column, wanted)
                        instanceof
                        ColumnWidening.Impossible(
                                String shown,
                                String name,
                                String type,
                                Obstacle obstacle,
                                String what)
                ? obstacle + " " + what
                : "none";
    }

    @Test
    void whatPostgreSqlWouldRefuseIsNotProposed() throws Exception {
        POSTGRESQL.run(
                "create table watched (id int primary key, a varchar(10), b varchar(10), c varchar(10), d varchar(10)"
                        + " generated always as (c || '!') stored, e varchar(10) unique, f varchar(10) references"
                        + " watched (e))",
                "create view watching as select a from watched",
                "create function touched() returns trigger language plpgsql as 'begin return new; end'",
                "create trigger touch before update of b on watched for each row execute function touched()",
                "create table measured (at date, code varchar(10)) partition by list (code)",
                "create table measured_x (at date, code varchar(10))",
                "alter table measured attach partition measured_x for values in ('x')");
        Text wanted = new Text(50);
        assertThat(obstacle(ON_POSTGRESQL, "watched", "a", wanted)).isEqualTo("USED watching");
        assertThat(obstacle(ON_POSTGRESQL, "watched", "b", wanted)).isEqualTo("USED trigger touch on table watched");
        assertThat(obstacle(ON_POSTGRESQL, "watched", "c", wanted))
                .startsWith("USED ")
                .contains("column d of table");
        assertThat(obstacle(ON_POSTGRESQL, "watched", "d", wanted)).isEqualTo("GENERATED ");
        assertThat(obstacle(ON_POSTGRESQL, "watching", "a", wanted)).isEqualTo("VIEW ");
        assertThat(obstacle(ON_POSTGRESQL, "measured", "code", wanted)).isEqualTo("INHERITED measured");
        assertThat(obstacle(ON_POSTGRESQL, "measured_x", "code", wanted)).isEqualTo("INHERITED measured");
        ON_POSTGRESQL.widen("watched", "e", wanted);
        ON_POSTGRESQL.widen("watched", "f", wanted);
        ON_POSTGRESQL.widen("watched", "id", Int.INT64);
    }

    /** MySQL refuses only numbers; that text of a foreign key could be longer there is not made use of. */
    @Test
    void whatMariaDbWouldRefuseIsNotProposed() throws Exception {
        MARIADB.run(
                "create table owners (id int unsigned primary key, code varchar(20) unique) engine = innodb",
                "create table owned (id int primary key, owner int unsigned, code varchar(20), note varchar(100),"
                        + " kind enum('a', 'b'), twice int as (id * 2), part varchar(100),"
                        + " key by_note (note), key by_part (part(10)),"
                        + " constraint whose foreign key (owner) references owners (id),"
                        + " constraint which foreign key (code) references owners (code)) engine = innodb"
                        + " default charset utf8mb4",
                "create view owned_notes as select note from owned");
        Text wanted = new Text(50);
        assertThat(obstacle(ON_MARIADB, "owned", "owner", Int.INT64)).isEqualTo("FOREIGN_KEY whose");
        assertThat(obstacle(ON_MARIADB, "owners", "id", Int.INT64)).isEqualTo("FOREIGN_KEY whose");
        assertThat(obstacle(ON_MARIADB, "owned", "code", wanted)).isEqualTo("FOREIGN_KEY which");
        assertThat(obstacle(ON_MARIADB, "owners", "code", wanted)).isEqualTo("FOREIGN_KEY which");
        assertThat(obstacle(ON_MARIADB, "owned", "kind", wanted)).isEqualTo("LIST ");
        assertThat(obstacle(ON_MARIADB, "owned", "twice", Int.INT64)).isEqualTo("GENERATED ");
        assertThat(obstacle(ON_MARIADB, "owned_notes", "note", new Text(200))).isEqualTo("VIEW ");
        assertThat(obstacle(ON_MARIADB, "owned", "note", new Text(1_000))).isEqualTo("INDEX by_note");
        assertThat(obstacle(ON_MARIADB, "owned", "note", Text.UNBOUNDED)).isEqualTo("INDEX by_note");
        for (String refused : List.of(
                "alter table owned modify owner bigint unsigned",
                "alter table owners modify id bigint unsigned",
                "alter table owned modify code varchar(50)",
                "alter table owners modify code varchar(50)")) {
            if (!MariaDbServer.isMySql() || refused.contains("bigint")) {
                assertThatThrownBy(() -> ON_MARIADB.widen(refused)).as(refused).isInstanceOf(SQLException.class);
            }
        }
        ON_MARIADB.widen("owned", "note", new Text(700));
        ON_MARIADB.widen("owned", "part", new Text(2_000));
    }

    @Test
    void whoeverWantsTheStatementStoppedHasTheServerEndIt() throws Exception {
        POSTGRESQL.run("create table slow (a int)", "insert into slow select 1 from generate_series(1, 20)");
        stopped(
                ON_POSTGRESQL,
                "alter table slow alter a type bigint using case when pg_sleep(30) is null then a else a end",
                "select 1 from pg_stat_activity where state = 'active' and query like 'alter table slow%'");
        assertThat(POSTGRESQL.rows("select data_type from information_schema.columns where table_name = 'slow'"))
                .containsExactly("integer");
        MARIADB.run("create table slow (a int)", "insert into slow select seq from seq_1_to_1000000");
        stopped(
                ON_MARIADB,
                "alter table slow modify a bigint, algorithm=copy",
                "select 1 from information_schema.processlist where info like 'alter table slow%'");
        assertThat(MARIADB.rows("select data_type from information_schema.columns where table_name = 'slow'"
                        + " and table_schema = database()"))
                .containsExactly("int");
    }

    /** @param atWork finds a row while the server is at work; asked to end it sooner it would not know what */
    private static void stopped(WideningEnd end, String sql, String atWork) throws Exception {
        WantedStop stop = new WantedStop();
        FutureTask<Boolean> work = new FutureTask<>(() -> {
            end.widen(sql, stop);
            return true;
        });
        Thread.ofVirtual().start(work);
        while (end.database().rows(atWork).isEmpty()) {
            assertThat(work).isNotDone();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        stop.stop();
        assertThatThrownBy(() -> work.get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(SluiceException.class)
                .hasMessageContaining("The server has stopped it");
        WantedStop before = new WantedStop();
        before.wanted = true;
        assertThatThrownBy(() -> end.widen(sql, before)).hasMessageContaining("before it began");
    }
}
