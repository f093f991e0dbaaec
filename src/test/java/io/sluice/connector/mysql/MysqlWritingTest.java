package io.sluice.connector.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way of writing stores the same values and isolates the same rows; compared by what the server itself says. */
class MysqlWritingTest {
    private static final TestDatabase DATABASE = MariaDbServer.shared().database();
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final int ROWS = 700;

    /** Column type and values, separated by {@code ;;}. */
    private static final String VALUES = """
            tinyint;; -128;; 127;; 0
            tinyint unsigned;; 255
            smallint;; -32768;; 32767
            smallint unsigned;; 65535
            mediumint;; -8388608;; 8388607
            mediumint unsigned;; 16777215
            int;; -2147483648;; 2147483647
            int unsigned;; 4294967295
            bigint;; -9223372036854775808;; 9223372036854775807
            bigint unsigned zerofill;; 18446744073709551615;; 5
            year;; 2155;; 1901;; 0
            bit(1);; b'1';; b'0'
            bit(8);; b'10000001'
            bit(64);; b'1111111111111111111111111111111111111111111111111111111111111111';; b'1'
            float;; 16777216;; 0.1;; 3.40282346e38;; 1.1754944e-38;; -1.5
            double;; 1.7976931348623157e308;; 4.9e-324;; 0.1e0 + 0.2e0;; -0.0e0
            decimal(65,30);; 12345678901234567890123456789012345.123456789012345678901234567890;; -0.000000000000000000000000000001
            decimal(18,4);; 99999999999999.9999;; -99999999999999.9999;; 1.10
            date;; '0001-01-01';; '9999-12-31';; '1582-10-10';; '1900-02-28';; '2024-02-29'
            datetime;; '0001-01-01 00:00:00';; '2024-03-10 02:30:00';; '2024-11-03 01:30:00'
            datetime(6);; '9999-12-31 23:59:59.999999';; '1969-12-31 23:59:59.999999';; '1927-12-31 23:54:08.000001'
            timestamp(6) null;; '2024-03-10 07:30:00.000001';; '1970-01-01 00:00:01'
            time(6);; '838:59:59.999999';; '-838:59:59.999999'
            time(6);; '838:59:59';; '-838:59:59';; '837:59:59.999999';; '-837:59:59.999999';; '24:00:00';; '-00:00:00.000001';; '00:00:00'
            char(5);; 'ab';; '';; 'ü😀'
            varchar(40);; '';; '\\\\N';; 'NULL';; 'tab\\tnew\\nline\\r\\Z\\0 "\\'\\\\';; ' blanks ';; '👨‍👩‍👧𠮷';; repeat('😀', 40)
            varchar(300) character set latin1;; repeat('ÿ', 300);; 'é'
            text;; repeat('x', 65535);; repeat('ä', 32767)
            mediumtext;; repeat('0123456789abcdef', 20000)
            longtext;; repeat('0123456789abcdef', 1100000)
            binary(4);; x'00ff2700';; x'00000000'
            varbinary(300);; x'';; x'00ff275c0a09';; repeat(x'ff', 251)
            longblob;; repeat(x'00ff', 40000)
            enum('a','b','7','');; 'b';; '7';; ''
            set('a','b');; 'a,b';; ''
            json;; '{"b":1, "a": 1.0}'
            uuid;; 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'
            inet6;; '2001:db8::1'""";

    @BeforeAll
    static void liveInAnotherZone() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    }

    @AfterAll
    static void comeHome() {
        TimeZone.setDefault(ZONE);
    }

    private static ConfigValue.Obj target(MysqlWriteConfig.LoadMethod method) {
        String name = switch (method) {
            case AUTO -> "auto";
            case MULTI_ROW -> "multiRow";
            case SINGLE_ROW -> "singleRow";
        };
        return Databases.step("t", "*").with("loadMethod", name);
    }

    private static Copy copy() {
        return new Copy().with("db", "mysql", Databases.settings(DATABASE));
    }

    @ParameterizedTest
    @EnumSource
    void everyValueArrivesAsItIs(MysqlWriteConfig.LoadMethod method) throws Exception {
        for (String line : VALUES.lines().filter(MysqlWritingTest::known).toList()) {
            String[] fields = line.strip().split(";;\\s*");
            fill(fields);
            Copy copy = copy();
            RunResult result =
                    copy.run(new Copy.Step("mysql", Databases.step("s", "*")), new Copy.Step("mysql", target(method)));

            assertThat(result.outcome()).as("%s: %s", line, result.failure()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(copy.dirty()).as(line).isEmpty();
            assertThat(
                            DATABASE.rows(
                                    "select s.id from s left join t using (id) where (s.v is null) <> (t.v is null)"
                                            + " or t.id is null or hex(s.v) <> hex(t.v) or sha2(concat('', s.v), 256) <> sha2(concat('', t.v), 256)"))
                    .as(line)
                    .isEmpty();
        }
    }

    /** MySQL has no such types, and takes parts of a second only below 838 hours. */
    private static boolean known(String line) {
        return !MariaDbServer.isMySql() || !line.matches("(uuid|inet6|time\\(6\\);; '838:59:59\\.).*");
    }

    private static void fill(String[] fields) {
        List<String> statements = new ArrayList<>();
        statements.add("set sql_mode = 'STRICT_ALL_TABLES', time_zone = '+00:00'");
        statements.add(
                "create or replace table s (id int primary key, v " + fields[0].strip() + ") character set utf8mb4");
        statements.add("create or replace table t like s");
        statements.add("insert into s values (0, null)");
        for (int i = 1; i < fields.length; i++) {
            statements.add("insert into s values (" + i + ", " + fields[i].strip() + ")");
        }
        statements.add("insert into s values (99, null)");
        DATABASE.run(statements.toArray(String[]::new));
    }

    /** Source column, target column, and the value of the one bad row. */
    private static final String BAD = """
            int;; int primary key;; 3
            varchar(50);; varchar(10);; 'eleven long'
            varchar(50);; varchar(10);; 'ten chars '' '
            varchar(50);; varchar(10) character set latin1;; '😀'
            varchar(50);; enum('plain', 'other');; '2'
            varchar(50);; set('plain');; 'unknown'
            int;; int check (v <> 555);; 555
            varbinary(9);; binary(5);; x'ab'
            int;; year;; 2156
            varchar(50);; tinytext;; null
            varchar(50);; varchar(10) not null;; null""";

    @ParameterizedTest
    @EnumSource
    void oneBadRowIsIsolatedAndAllOthersArrive(MysqlWriteConfig.LoadMethod method) throws Exception {
        for (String line : BAD.lines().toList()) {
            String[] fields = line.strip().split(";;\\s*");
            boolean refused = !fields[1].startsWith("tinytext");
            fillAround(fields);
            Copy copy = copy();
            RunResult result =
                    copy.run(new Copy.Step("mysql", Databases.step("s", "*")), new Copy.Step("mysql", target(method)));

            assertThat(result.outcome()).as("%s: %s", line, result.failure()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(copy.dirty()).as(line).hasSize(refused ? 1 : 0);
            assertThat(DATABASE.rows("select s.id from s left join t using (id) where t.id is null"))
                    .as(line)
                    .isEqualTo(refused ? List.of("350") : List.of());
        }
    }

    private static void fillAround(String[] fields) {
        String plain = switch (fields[0]) {
            case "int" -> fields[1].equals("year") ? "2000" : "seq";
            case "varbinary(9)" -> "x'0000000000'";
            default -> "'plain'";
        };
        String id = fields[1].contains("primary key") ? "id int" : "id int primary key";
        DATABASE.run(
                "create or replace table s (id int primary key, v " + fields[0] + ") character set utf8mb4",
                "create or replace table t (" + id + ", v " + fields[1] + ") character set utf8mb4",
                "insert into s select seq, " + plain + " from seq_1_to_" + ROWS,
                "delete from s where id = 555",
                "update s set v = " + fields[2] + " where id = 350");
    }
}
