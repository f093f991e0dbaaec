package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.mysql.MysqlConnector;
import io.sluice.connector.postgresql.PostgresqlConnector;
import io.sluice.engine.convert.WiderType;
import io.sluice.spi.ColumnWidening;
import io.sluice.spi.ColumnWidening.Change;
import io.sluice.spi.ColumnWidening.Obstacle;
import io.sluice.spi.ColumnWidening.Work;
import io.sluice.spi.FileRoots;
import io.sluice.spi.SupportsWidening;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Decimal;
import io.sluice.spi.data.LogicalType.Int;
import io.sluice.spi.data.LogicalType.Text;
import io.sluice.spi.data.LogicalType.Timestamp;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Columns of servers get a wider type and keep everything else. */
class ColumnWideningTest {
    private static final TestDatabase POSTGRESQL = PostgreSqlServer.shared().database();
    private static final TestDatabase MARIADB = MariaDbServer.shared().database();

    private record End(SupportsWidening connector, TestDatabase database) {
        ColumnWidening look(String table, String column, LogicalType wanted) throws Exception {
            return connector.widening(
                    Databases.settings(database),
                    FileRoots.unrestricted(),
                    table,
                    column,
                    wish(wanted, false));
        }

        Change change(String table, String column, SupportsWidening.Wish wish) throws Exception {
            return (Change) connector.widening(
                    Databases.settings(database), FileRoots.unrestricted(), table, column, wish);
        }

        static SupportsWidening.Wish wish(LogicalType wanted, boolean negatives) {
            return new SupportsWidening.Wish(present -> WiderType.of(present, wanted), negatives);
        }

        Change change(String table, String column, LogicalType wanted) throws Exception {
            return (Change) look(table, column, wanted);
        }

        Change widen(String table, String column, LogicalType wanted) throws Exception {
            Change change = change(table, column, wanted);
            widen(change.sql());
            assertThat(look(table, column, wanted)).isInstanceOf(ColumnWidening.Enough.class);
            return change;
        }

        void widen(String sql) throws Exception {
            widen(sql, new Wanted());
        }

        void widen(String sql, SupportsWidening.Stop stop) throws Exception {
            connector.widen(Databases.settings(database), FileRoots.unrestricted(), sql, stop);
        }
    }

    /** A wish to stop, which is passed on to the server again and again until somebody closes it. */
    private static final class Wanted implements SupportsWidening.Stop {
        private volatile boolean wanted;
        private final CompletableFuture<TaskContext.CancelAction> ask = new CompletableFuture<>();

        @Override
        public boolean wanted() {
            return wanted;
        }

        @Override
        public TaskContext.Registration onWanted(TaskContext.CancelAction action) {
            ask.complete(action);
            return () -> {};
        }

        void stop() throws Exception {
            wanted = true;
            ask.get(10, TimeUnit.SECONDS).run();
        }
    }

    private static final End ON_POSTGRESQL = new End(new PostgresqlConnector(), POSTGRESQL);
    private static final End ON_MARIADB = new End(new MysqlConnector(), MARIADB);

    private static List<String> columns(String table) throws SQLException {
        String shown = MARIADB.rows("show create table " + table).getFirst();
        return shown.lines()
                .filter(line -> line.startsWith("  `"))
                .map(line -> line.strip().replaceAll(",$", ""))
                .toList();
    }

    @Test
    void onMariaDbTheTypeAloneIsReplaced() throws Exception {
        MARIADB.run("""
                create table kept (
                  id int unsigned not null auto_increment comment 'its, (number) ''1''',
                  `a ``b, c` varchar(20) character set latin1 collate latin1_german2_ci not null
                    default 'it''s, (a) \\\\ b' comment 'says `varchar(20)`, and\\nmore',
                  note varchar(20) default null check (note <> ')'),
                  amount decimal(8,2) unsigned zerofill not null default 1.50,
                  code smallint(5) unsigned zerofill default 7 invisible,
                  seen timestamp(0) not null default current_timestamp() on update current_timestamp(),
                  doubled decimal(12,2) generated always as (amount * 2) stored,
                  size enum('a,b','c)') not null default 'c)',
                  primary key (id), key by_note (note)
                ) engine = innodb default charset = utf8mb4""");
        MARIADB.run("insert into kept (note, amount, code) values ('first', 12.34, 5)");
        List<String> before = columns("kept");
        assertThat(ON_MARIADB.widen("kept", "`a ``b, c`", new Text(50)).sql())
                .isEqualTo(
                        "ALTER TABLE `kept` MODIFY COLUMN " + before.get(1).replace("varchar(20) C", "VARCHAR(50) C"));
        ON_MARIADB.widen("kept", "note", new Text(100));
        ON_MARIADB.widen("kept", "code", new Int(32, false));
        ON_MARIADB.widen("kept", "id", new Int(64, false));
        ON_MARIADB.widen("kept", "seen", new LogicalType.Instant(6));
        List<String> after = columns("kept");
        assertThat(after.get(0)).isEqualTo(before.get(0).replace("int(10) unsigned", "bigint(20) unsigned"));
        assertThat(after.get(1)).isEqualTo(before.get(1).replaceFirst("varchar\\(20\\)", "varchar(50)"));
        assertThat(after.get(2)).isEqualTo(before.get(2).replace("varchar(20)", "varchar(100)"));
        assertThat(after.get(4)).isEqualTo("`code` int(10) unsigned zerofill INVISIBLE DEFAULT 0000000007");
        assertThat(after.get(5)).startsWith("`seen` timestamp(6) NOT NULL").contains("ON UPDATE current_timestamp(");
        assertThat(after.subList(6, 8)).isEqualTo(before.subList(6, 8));
        assertThat(MARIADB.rows("select id, note, amount, code, doubled from kept"))
                .containsExactly("1|first|000012.34|0000000005|24.68");
        assertThat(MARIADB.rows("show index from kept where key_name = 'by_note'"))
                .hasSize(1);
    }

    @Test
    void onPostgreSqlTheRestOfTheColumnStays() throws Exception {
        POSTGRESQL.run(
                """
                create table kept (
                  id integer generated by default as identity primary key,
                  note varchar(20) collate "C" not null default 'it''s' check (note <> ''),
                  amount numeric(8,2) default 1.5,
                  code smallint not null default 7,
                  plain varchar(10))""",
                "comment on column kept.note is 'what was said'",
                "alter table kept alter column note set storage external",
                "create index by_note on kept (note)",
                "insert into kept (note, amount) values ('first', 12.34)");
        String facts = """
                select attname, attnotnull, coalesce(pg_get_expr(adbin, adrelid), '-'),
                  coalesce(col_description(attrelid, attnum), '-'), attcollation::regcollation, attstorage, attidentity
                from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
                where attrelid = 'kept'::regclass and attnum > 0 order by attnum""";
        List<String> before = POSTGRESQL.rows(facts);
        assertThat(ON_POSTGRESQL.widen("kept", "note", new Text(50)).sql())
                .isEqualTo("ALTER TABLE \"kept\" ALTER COLUMN \"note\" TYPE VARCHAR(50) COLLATE pg_catalog.\"C\","
                        + " ALTER COLUMN \"note\" SET STORAGE EXTERNAL");
        ON_POSTGRESQL.widen("kept", "amount", new Decimal(12, 2));
        ON_POSTGRESQL.widen("kept", "code", Int.INT64);
        ON_POSTGRESQL.widen("kept", "id", Int.INT64);
        assertThat(ON_POSTGRESQL.widen("kept", "plain", Text.UNBOUNDED).sql())
                .isEqualTo("ALTER TABLE \"kept\" ALTER COLUMN \"plain\" TYPE TEXT");
        assertThat(POSTGRESQL.rows(facts).stream()
                        .map(row -> row.replace("'::text", "'::character varying"))
                        .toList())
                .hasSize(5)
                .element(1)
                .isEqualTo(before.get(1));
        assertThat(POSTGRESQL.rows(facts)).element(2).isEqualTo(before.get(2));
        assertThat(POSTGRESQL.rows(facts)).element(3).isEqualTo(before.get(3));
        assertThat(POSTGRESQL.rows("select id, note, amount, code from kept")).containsExactly("1|first|12.34|7");
    }

    private static String file(String table) throws SQLException {
        return POSTGRESQL
                .rows("select relfilenode from pg_class where oid = '" + table + "'::regclass")
                .getFirst();
    }

    @Test
    void postgreSqlDoesWhatIsAnnounced() throws Exception {
        POSTGRESQL.run(
                "create table work (a varchar(10), b char(10), c numeric(8,2), d int, e timestamp(0), f real, g time(0),"
                        + " h timestamptz(3))",
                "insert into work values ('a', 'b', 1.25, 1, now(), 1.5, '10:00', now())");
        announced("a", new Text(500), Work.CATALOGUE);
        announced("a", Text.UNBOUNDED, Work.CATALOGUE);
        announced("b", new Text(20), Work.REWRITE);
        announced("c", new Decimal(12, 2), Work.CATALOGUE);
        announced("c", new Decimal(14, 4), Work.REWRITE);
        announced("c", Decimal.UNBOUNDED, Work.CATALOGUE);
        announced("d", Int.INT64, Work.REWRITE);
        announced("d", new Decimal(30, 2), Work.REWRITE);
        announced("e", new Timestamp(6), Work.CATALOGUE);
        announced("f", new LogicalType.Real(64), Work.REWRITE);
        announced("g", new LogicalType.Time(3, LogicalType.Time.Range.DAY), Work.CATALOGUE);
        announced("h", new LogicalType.Instant(6), Work.CATALOGUE);
    }

    private static void announced(String column, LogicalType wanted, Work work) throws Exception {
        POSTGRESQL.run("analyze work");
        String before = file("work");
        Change change = ON_POSTGRESQL.widen("work", column, wanted);
        assertThat(change.work()).as(change.sql()).isEqualTo(work);
        assertThat(change.rows()).isEqualTo(1);
        assertThat(file("work").equals(before)).as(change.sql()).isEqualTo(work == Work.CATALOGUE);
    }

    @Test
    void mariaDbDoesWhatIsAnnounced() throws Exception {
        MARIADB.run(
                "create table work (a varchar(20), b varchar(300), c char(10), d int, e tinytext, f decimal(8,2),"
                        + " g varchar(200) character set latin1) engine = innodb default charset utf8mb4",
                "create table old (a varchar(20)) engine = myisam");
        instantly("work", "a", new Text(50), Work.CATALOGUE);
        instantly("work", "a", new Text(500), Work.COPY);
        instantly("work", "b", new Text(1000), Work.CATALOGUE);
        instantly("work", "g", new Text(255), Work.CATALOGUE);
        instantly("work", "c", new Text(20), Work.COPY);
        instantly("work", "d", Int.INT64, Work.COPY);
        instantly("work", "e", Text.ofBytes(60_000), Work.COPY);
        instantly("work", "f", new Decimal(12, 2), Work.COPY);
        instantly("old", "a", new Text(50), Work.COPY);
    }

    /** The server refuses to change a table at once when it would have to copy it. */
    private static void instantly(String table, String column, LogicalType wanted, Work work) throws Exception {
        Change change = ON_MARIADB.change(table, column, wanted);
        assertThat(change.work()).as(change.sql()).isEqualTo(work);
        String atOnce = change.sql() + ", ALGORITHM=INSTANT";
        if (work == Work.CATALOGUE) {
            ON_MARIADB.widen(atOnce);
        } else {
            assertThatThrownBy(() -> ON_MARIADB.widen(atOnce)).hasMessageContaining("ALGORITHM=INSTANT");
            ON_MARIADB.widen(change.sql());
        }
        assertThat(ON_MARIADB.look(table, column, wanted)).isInstanceOf(ColumnWidening.Enough.class);
    }

    @Test
    void typesNeverBecomeNarrower() throws Exception {
        MARIADB.run("create table narrow (a int unsigned, b bigint unsigned, c decimal(10,4), d varchar(100), e text)");
        assertThat(ON_MARIADB.change("narrow", "a", new Int(8, true)).after()).isEqualTo("BIGINT");
        assertThat(ON_MARIADB.change("narrow", "b", new Int(8, true)).after()).isEqualTo("DECIMAL(20,0)");
        assertThat(ON_MARIADB.change("narrow", "c", new Decimal(9, 1)).after()).isEqualTo("DECIMAL(12,4)");
        assertThat(ON_MARIADB.look("narrow", "d", new Text(50))).isInstanceOf(ColumnWidening.Enough.class);
        assertThat(ON_MARIADB.change("narrow", "e", new Text(20_000)).after()).isEqualTo("MEDIUMTEXT");
    }

    @Test
    void whatIsNoTypeOfItsOwnIsLeftAlone() throws Exception {
        POSTGRESQL.run("create domain short as varchar(5)", "create table special (a short, b int[], c name, d json)");
        MARIADB.run("create table special (a enum('x'), b year, c json, d decimal(60,2), e set('x'))");
        for (String column : List.of("a", "b", "c", "d")) {
            assertThat(ON_POSTGRESQL.look("special", column, new Text(100)))
                    .as(column)
                    .isInstanceOf(ColumnWidening.Impossible.class);
        }
        for (String column : List.of("a", "b", "e")) {
            assertThat(ON_MARIADB.look("special", column, new Text(100)))
                    .as(column)
                    .isInstanceOf(ColumnWidening.Impossible.class);
        }
        assertThat(ON_MARIADB.look("special", "d", new Decimal(80, 2)))
                .isEqualTo(new ColumnWidening.Impossible(
                        "special", "d", "decimal(60,2)", Obstacle.NO_TYPE, ""));
    }

    private static String obstacle(End end, String table, String column, LogicalType wanted) throws Exception {
        return end.look(table, column, wanted) instanceof ColumnWidening.Impossible(
                        String shown, String name, String type, Obstacle obstacle, String what)
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
        assertThat(obstacle(ON_POSTGRESQL, "watched", "c", wanted)).startsWith("USED ").contains("column d of table");
        assertThat(obstacle(ON_POSTGRESQL, "watched", "d", wanted)).isEqualTo("GENERATED ");
        assertThat(obstacle(ON_POSTGRESQL, "watching", "a", wanted)).isEqualTo("VIEW ");
        assertThat(obstacle(ON_POSTGRESQL, "measured", "code", wanted)).isEqualTo("INHERITED measured");
        assertThat(obstacle(ON_POSTGRESQL, "measured_x", "code", wanted)).isEqualTo("INHERITED measured");
        ON_POSTGRESQL.widen("watched", "e", wanted);
        ON_POSTGRESQL.widen("watched", "f", wanted);
        ON_POSTGRESQL.widen("watched", "id", Int.INT64);
    }

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
            assertThatThrownBy(() -> ON_MARIADB.widen(refused)).as(refused).isInstanceOf(SQLException.class);
        }
        ON_MARIADB.widen("owned", "note", new Text(700));
        ON_MARIADB.widen("owned", "part", new Text(2_000));
    }

    @Test
    void columnsGetASignWhereNumbersAreNegative() throws Exception {
        MARIADB.run("create table signless (a int unsigned not null default 7, b decimal(8,2) unsigned zerofill,"
                + " c float unsigned default 1.5)");
        Change whole = ON_MARIADB.change("signless", "a", End.wish(new Int(8, true), true));
        assertThat(whole.sql()).endsWith("MODIFY COLUMN `a` BIGINT NOT NULL DEFAULT 7");
        assertThat(whole.sign()).isTrue();
        Change digits = ON_MARIADB.change("signless", "b", End.wish(new Decimal(8, 2), true));
        assertThat(digits.after()).isEqualTo("DECIMAL(8,2)");
        assertThat(digits.sign()).isTrue();
        assertThat(ON_MARIADB.change("signless", "b", new Decimal(12, 2)).after())
                .isEqualTo("DECIMAL(12,2) UNSIGNED ZEROFILL");
        Change real = ON_MARIADB.change("signless", "c", End.wish(new LogicalType.Real(64), true));
        for (Change change : List.of(whole, digits, real)) {
            ON_MARIADB.widen(change.sql());
        }
        MARIADB.run("insert into signless values (-1, -1.5, -1.5)");
        assertThat(MARIADB.rows("select * from signless")).containsExactly("-1|-1.50|-1.5");
    }

    @Test
    void whoeverWantsTheStatementStoppedHasTheServerEndIt() throws Exception {
        POSTGRESQL.run("create table slow (a int)", "insert into slow select 1 from generate_series(1, 20)");
        stopped(ON_POSTGRESQL, "alter table slow alter a type bigint using case when pg_sleep(30) is null then a else a end");
        assertThat(POSTGRESQL.rows("select data_type from information_schema.columns where table_name = 'slow'"))
                .containsExactly("integer");
        MARIADB.run("create table slow (a int)", "insert into slow select seq from seq_1_to_1000000");
        stopped(ON_MARIADB, "alter table slow modify a bigint, algorithm=copy");
        assertThat(MARIADB.rows("select data_type from information_schema.columns where table_name = 'slow'"
                        + " and table_schema = database()"))
                .containsExactly("int");
    }

    private static void stopped(End end, String sql) throws Exception {
        Wanted stop = new Wanted();
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            try {
                end.widen(sql, stop);
            } catch (Exception failure) {
                throw new CompletionException(failure);
            }
        });
        stop.ask.get(10, TimeUnit.SECONDS);
        Thread.sleep(200);
        stop.stop();
        assertThatThrownBy(() -> work.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(SluiceException.class)
                .hasMessageContaining("The server has stopped it");
        Wanted before = new Wanted();
        before.wanted = true;
        assertThatThrownBy(() -> end.widen(sql, before)).hasMessageContaining("before it began");
    }

    @Test
    void whoCannotBeginGivesUp() throws Exception {
        POSTGRESQL.run("create table busy (a varchar(10))");
        try (Connection other = POSTGRESQL.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table busy in access share mode");
            assertThatThrownBy(() -> ON_POSTGRESQL.widen(
                            ON_POSTGRESQL.change("busy", "a", new Text(20)).sql()))
                    .hasMessageContaining("lock timeout");
        }
    }
}
