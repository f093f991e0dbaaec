package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.sqlite.SqliteFiles;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100,000 rows between every pair of systems, every value compared by what the servers themselves show. */
class CopyMatrixTest {
    private static final int ROWS = 100_000;
    private static final TestDatabase MARIADB = MariaDbServer.shared().database();
    private static final TestDatabase POSTGRESQL = PostgreSqlServer.shared().database();
    private static final TestDatabase SQLITE = SqliteFiles.database();

    private static final String MARIADB_COLUMNS = """
            (id bigint primary key, c_int int not null, flag tinyint(1), price decimal(18,4) not null,
             name varchar(64) not null, code varchar(32), created datetime(6) not null, birth date,
             score double not null, note text)""";
    private static final String OTHER_COLUMNS = """
            (id bigint primary key, c_int int not null, flag smallint, price decimal(18,4) not null,
             name varchar(64) not null, code varchar(32), created timestamp not null, birth date,
             score double precision not null, note text)""";

    private static final String SAMPLE = """
            insert into origin
            select seq, cast(seq * 7919 % 2000001 as signed) - 1000000, if(seq % 3 = 0, null, seq % 2),
              (seq * 104729 % 1000000007) / 10000,
              case seq % 5 when 0 then concat('Zoë "Zo" O''Brien 😀 ', seq)
                when 1 then concat('line1\\nline2, "q" ', seq)
                when 2 then concat('张伟 测试客户 ', seq)
                when 3 then concat('tab\\there, back\\\\slash ', seq)
                else concat(' blanks ', seq, ' ') end,
              case when seq % 4 = 0 then null when seq % 4 = 1 then '' else concat('\\\\N', seq) end,
              timestampadd(microsecond, seq * 999983, '2005-01-01 00:00:00.000001'),
              if(seq % 11 = 0, null, date_add('1950-01-01', interval seq % 25000 day)),
              seq / 3e0, if(seq % 10 = 4, repeat(left(sha2(seq, 256), 32), 6), null)
            from seq_1_to_100000""";

    private static final String SHOW_MARIADB = """
            select concat_ws('|', id, c_int, ifnull(flag, '∅'), price, hex(name), ifnull(hex(code), '∅'),
              date_format(created, '%Y-%m-%d %H:%i:%s.%f'), ifnull(birth, '∅'), ifnull(sha2(note, 256), '∅')),
              concat(score)
            from\s""";
    private static final String SHOW_POSTGRESQL = """
            select concat_ws('|', id, c_int, coalesce(flag::text, '∅'), price,
              upper(encode(convert_to(name, 'UTF8'), 'hex')),
              coalesce(upper(encode(convert_to(code, 'UTF8'), 'hex')), '∅'),
              to_char(created, 'YYYY-MM-DD HH24:MI:SS.US'), coalesce(birth::text, '∅'),
              coalesce(encode(sha256(convert_to(note, 'UTF8')), 'hex'), '∅')), score::text
            from\s""";
    private static final String SHOW_SQLITE = """
            select id || '|' || c_int || '|' || ifnull(flag, '∅') || '|' || printf('%.4f', price) || '|' || hex(name)
              || '|' || case when code is null then '∅' else hex(code) end || '|'
              || case when instr(created, '.') > 0 then substr(created || '000000', 1, 26) else created || '.000000' end
              || '|' || ifnull(birth, '∅'), printf('%!.17g', score)
            from\s""";

    @BeforeAll
    static void fillTheOrigin() {
        MARIADB.run("create table origin " + MARIADB_COLUMNS, SAMPLE);
        assertThat(MARIADB.value("select count(*) from origin")).isEqualTo("100000");
    }

    private static Copy copy(int channels) {
        return new Copy()
                .with("mysql", "mysql", Databases.settings(MARIADB))
                .with("postgresql", "postgresql", Databases.settings(POSTGRESQL))
                .with("sqlite", "sqlite", SqliteFiles.settings(SQLITE))
                .channels(channels);
    }

    private static Copy.Step table(String type, String table) {
        return new Copy.Step(type, Databases.step(table, "*").with("datasource", type));
    }

    private static Copy.Step split(String type, String table) {
        Copy.Step whole = table(type, table);
        return new Copy.Step(type, whole.parameters().with("splitPk", "id"));
    }

    private static void run(int channels, Copy.Step reader, Copy.Step writer) throws Exception {
        RunResult result = copy(channels).run(reader, writer);
        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.statistics().recordsWritten()).isEqualTo(ROWS);
        assertThat(result.statistics().recordsDirty()).isZero();
    }

    private static List<String> shown(TestDatabase database, String show, String table) {
        return database.rows(show + table + " order by id").stream()
                .map(CopyMatrixTest::withExactScore)
                .toList();
    }

    /** Servers write the same double in different ways; its nearest double is what counts. */
    private static String withExactScore(String row) {
        int at = row.lastIndexOf('|');
        return row.substring(0, at + 1) + Double.parseDouble(row.substring(at + 1));
    }

    /** Names the first row that differs, because a hundred thousand in a message help nobody. */
    private static void same(List<String> actual, List<String> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int row = 0; row < expected.size(); row++) {
            assertThat(actual.get(row)).isEqualTo(expected.get(row));
        }
    }

    private static List<String> origin() {
        return shown(MARIADB, SHOW_MARIADB, "origin");
    }

    @Test
    void betweenMariaDbAndPostgreSql() throws Exception {
        POSTGRESQL.run("create table t " + OTHER_COLUMNS, "create table c " + OTHER_COLUMNS);
        MARIADB.run("create table back " + MARIADB_COLUMNS);

        run(1, table("mysql", "origin"), table("postgresql", "t"));
        Copy.Step byCopy = new Copy.Step(
                "postgresql", table("postgresql", "c").parameters().with("writeMode", "copy"));
        run(4, split("mysql", "origin"), byCopy);
        run(4, split("postgresql", "t"), table("mysql", "back"));

        List<String> origin = origin();
        same(shown(POSTGRESQL, SHOW_POSTGRESQL, "t"), origin);
        same(shown(POSTGRESQL, SHOW_POSTGRESQL, "c"), origin);
        same(shown(MARIADB, SHOW_MARIADB, "back"), origin);
    }

    @Test
    void throughSqlite() throws Exception {
        SQLITE.run("create table s " + OTHER_COLUMNS.replace("created timestamp", "created datetime"));
        MARIADB.run("create table from_sqlite " + MARIADB_COLUMNS);
        POSTGRESQL.run("create table from_sqlite " + OTHER_COLUMNS);

        run(1, table("mysql", "origin"), table("sqlite", "s"));
        run(2, split("sqlite", "s"), table("mysql", "from_sqlite"));
        run(1, table("sqlite", "s"), table("postgresql", "from_sqlite"));

        List<String> origin = origin();
        same(shown(MARIADB, SHOW_MARIADB, "from_sqlite"), origin);
        same(shown(POSTGRESQL, SHOW_POSTGRESQL, "from_sqlite"), origin);
        same(
                shown(SQLITE, SHOW_SQLITE, "s"),
                origin.stream().map(CopyMatrixTest::withoutNote).toList());
    }

    /** SQLite has no md5 to show a note by. */
    private static String withoutNote(String row) {
        int score = row.lastIndexOf('|');
        int note = row.lastIndexOf('|', score - 1);
        return row.substring(0, note) + row.substring(score);
    }

    @Test
    void throughCsv(@TempDir Path folder) throws Exception {
        MARIADB.run("create table from_csv " + MARIADB_COLUMNS);
        POSTGRESQL.run("create table from_csv " + OTHER_COLUMNS, "create table for_csv " + OTHER_COLUMNS);
        Copy.Step write = new Copy.Step(
                "txtfile", ConfigValue.Obj.EMPTY.with("path", folder.toString()).with("fileName", "rows.csv"));
        Copy.Step read = new Copy.Step(
                "txtfile",
                ConfigValue.Obj.EMPTY
                        .with("path", folder.resolve("rows.csv").toString())
                        .with("column", "*"));

        run(1, table("mysql", "origin"), write);
        run(1, read, table("postgresql", "from_csv"));
        run(1, read, table("mysql", "from_csv"));
        run(1, table("postgresql", "from_csv"), write);
        run(1, read, table("postgresql", "for_csv"));

        List<String> origin = origin();
        same(shown(POSTGRESQL, SHOW_POSTGRESQL, "from_csv"), origin);
        same(shown(MARIADB, SHOW_MARIADB, "from_csv"), origin);
        same(shown(POSTGRESQL, SHOW_POSTGRESQL, "for_csv"), origin);
    }
}
