package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.mysql.MysqlConnector;
import io.sluice.connector.postgresql.PostgresqlConnector;
import io.sluice.engine.convert.WiderType;
import io.sluice.spi.ColumnWidening;
import io.sluice.spi.ColumnWidening.Change;
import io.sluice.spi.ColumnWidening.Work;
import io.sluice.spi.FileRoots;
import io.sluice.spi.SupportsWidening;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Decimal;
import io.sluice.spi.data.LogicalType.Int;
import io.sluice.spi.data.LogicalType.Text;
import io.sluice.spi.data.LogicalType.Timestamp;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
                    present -> WiderType.of(present, wanted));
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
            connector.widen(Databases.settings(database), FileRoots.unrestricted(), sql);
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
                .isEqualTo(new ColumnWidening.Impossible("special", "d", "decimal(60,2)"));
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
        POSTGRESQL.run("create view seen as select a from busy");
        assertThatThrownBy(() -> ON_POSTGRESQL.widen("busy", "a", new Text(20))).hasMessageContaining("view");
    }
}
