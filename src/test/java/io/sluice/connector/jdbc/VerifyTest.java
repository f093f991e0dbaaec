package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.sqlite.SqliteFiles;
import io.sluice.engine.EngineError;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.engine.verify.VerifyResult.ComparedColumn;
import io.sluice.engine.verify.VerifyResult.Difference;
import io.sluice.engine.verify.VerifyResult.KeyRange;
import io.sluice.engine.verify.VerifyResult.KeyValue;
import io.sluice.engine.verify.VerifyResult.Kind;
import io.sluice.engine.verify.VerifyResult.Values;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the comparison of source and target finds, on real servers. */
class VerifyTest {
    private static final TestDatabase MARIADB = MariaDbServer.shared().database();
    private static final TestDatabase POSTGRESQL = PostgreSqlServer.shared().database();

    private static Copy copy() {
        return new Copy()
                .with("mysql", "mysql", Databases.settings(MARIADB))
                .with("postgresql", "postgresql", Databases.settings(POSTGRESQL));
    }

    private static Copy.Step step(String type, String table, String... columns) {
        String[] wanted = columns.length == 0 ? new String[] {"*"} : columns;
        return new Copy.Step(type, Databases.step(table, wanted).with("datasource", type));
    }

    private static Difference difference(Kind kind, String key, String... columns) {
        return new Difference(kind, List.of(new KeyValue("id", key)), List.of(columns), 0, null);
    }

    /** The differences without their place and their values. */
    private static List<Difference> bare(VerifyResult result) {
        return result.differences().stream()
                .map(one -> new Difference(one.kind(), one.key(), one.columns(), 0, null))
                .toList();
    }

    private static Values values(VerifyResult result, String key) {
        return result.differences().stream()
                .filter(one -> one.key().getFirst().value().equals(key))
                .map(Difference::values)
                .findFirst()
                .map(Objects::requireNonNull)
                .orElseThrow();
    }

    @Test
    void oneRowOfEachKindIsFoundAmongAHundredThousand() throws Exception {
        MARIADB.run(
                "create table big (id bigint primary key, name varchar(40), amount decimal(10,2), made datetime(6))",
                "insert into big select cast(seq as signed) - 50000, concat('name ', seq), seq / 100,"
                        + " timestampadd(microsecond, seq * 999983, '2005-01-01') from seq_1_to_100000");
        POSTGRESQL.run("create table big (id bigint primary key, name varchar(40), amount numeric(12,4),"
                + " made timestamp, doubled bigint generated always as (id * 2) stored)");
        Copy.Step reader = step("mysql", "big");
        Copy.Step writer = step("postgresql", "big");
        RunResult run = copy().verifying().channels(2).run(reader, writer);
        assertThat(run.outcome()).as("%s", run.failure()).isEqualTo(Outcome.SUCCEEDED);

        POSTGRESQL.run(
                "update big set amount = amount + 0.0001, made = made + interval '1 microsecond' where id = -7",
                "update big set name = 'Name 50042' where id = 42",
                "delete from big where id = 49999",
                "insert into big values (50001, 'name 100001', 1, now())",
                "update big set id = 60000 where id = 5");
        VerifyResult result = copy().verify(reader, writer);

        assertThat(result.equal()).isFalse();
        assertThat(result.complete()).isTrue();
        assertThat(result.sourceRows()).isEqualTo(100_000);
        assertThat(result.targetRows()).isEqualTo(100_000);
        assertThat(bare(result))
                .containsExactlyInAnyOrder(
                        difference(Kind.DIFFERENT, "-7", "amount", "made"),
                        difference(Kind.DIFFERENT, "42", "name"),
                        difference(Kind.MISSING, "49999"),
                        difference(Kind.MISSING, "5"),
                        difference(Kind.ADDITIONAL, "50001"),
                        difference(Kind.ADDITIONAL, "60000"));
        assertThat(List.of(result.missing(), result.additional(), result.different()))
                .containsOnly(2L);
        bothSidesAreShown(result);
        assertThat(result.ranges())
                .containsExactly(
                        new KeyRange(4, "id", "-7", "42", 1, 0, 2), new KeyRange(9, "id", "49999", "60000", 1, 2, 0));
    }

    /** In the target's columns and types: the source's amount has two digits more than it was read with. */
    private static void bothSidesAreShown(VerifyResult result) {
        assertThat(result.columns())
                .containsExactly(
                        new ComparedColumn("id", true, true, 0),
                        new ComparedColumn("name", false, false, 1),
                        new ComparedColumn("amount", false, true, 1),
                        new ComparedColumn("made", false, false, 1));
        assertThat(values(result, "42").source())
                .containsExactly(
                        "42",
                        "name 50042",
                        "500.4200",
                        values(result, "42").target().get(3));
        assertThat(values(result, "42").target().subList(0, 3)).containsExactly("42", "Name 50042", "500.4200");
        assertThat(values(result, "49999").source()).startsWith("49999", "name 99999", "999.9900");
        assertThat(values(result, "49999").target()).isEmpty();
        assertThat(values(result, "50001").source()).isEmpty();
        assertThat(values(result, "50001").target()).startsWith("50001", "name 100001", "1.0000");
    }

    @Test
    void nullIsNoTextAndLongValuesAreCut() throws Exception {
        MARIADB.run(
                "create table wide (id varchar(5) primary key, v longtext, w longblob)",
                "insert into wide values ('a', null, null), ('b', repeat('é', 3000), repeat('x', 9000)),"
                        + " ('c', '', 'x')");
        POSTGRESQL.run(
                "create table wide (id varchar(5) primary key, v text, w bytea)",
                "insert into wide values ('a', '', null), ('b', repeat('é', 3000) || 'e', null), ('c', null, 'x')");
        VerifyResult result = copy().verify(step("mysql", "wide"), step("postgresql", "wide"));
        assertThat(result.ranges()).isEmpty();
        assertThat(values(result, "a").source()).containsExactly("a", null, null);
        assertThat(values(result, "a").target()).containsExactly("a", "", null);
        assertThat(values(result, "b").source())
                .containsExactly("b", "é".repeat(2_000) + "…", "\\x" + "78".repeat(1_000) + "…");
        assertThat(values(result, "b").target()).containsExactly("b", "é".repeat(2_000) + "…", null);
        assertThat(values(result, "c").target()).containsExactly("c", null, "\\x78");
    }

    @Test
    void aRunThatIsVerifiedFailsWhenTheTargetHoldsMore() throws Exception {
        MARIADB.run("create table few (id int primary key, v int)", "insert into few values (1, 1), (2, null)");
        POSTGRESQL.run("create table few (id int primary key, v int)", "insert into few values (3, 3)");
        Copy copy = copy().verifying();
        RunResult run = copy.run(step("mysql", "few"), step("postgresql", "few"));

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Objects.requireNonNull(run.failure()).code()).isEqualTo(EngineError.VERIFY_DIFFERENT);
        assertThat(run.failure().message()).contains("3 rows of 2", "0 missing, 1 additional, 0 different");
        assertThat(copy.log()).anySatisfy(line -> assertThat(line).contains("Only in the target: id = 3"));
        assertThat(POSTGRESQL.value("select count(*) from few")).isEqualTo("3");
    }

    /** The values of two columns that are compared, and whether they count as equal. */
    private static void compared(String sourceType, String source, String targetType, String target, boolean equal)
            throws Exception {
        MARIADB.run(
                "drop table if exists one",
                "create table one (id int primary key, v " + sourceType + ")",
                "insert into one values (1, " + source + ")");
        POSTGRESQL.run(
                "drop table if exists one",
                "create table one (id int primary key, v " + targetType + ")",
                "insert into one values (1, " + target + ")");
        VerifyResult result = copy().zone("Asia/Shanghai").verify(step("mysql", "one"), step("postgresql", "one"));
        assertThat(result.equal())
                .as("%s %s and %s %s", sourceType, source, targetType, target)
                .isEqualTo(equal);
        assertThat(result.differences()).hasSize(equal ? 0 : 1);
    }

    @Test
    void spellingsOfOneValueAreEqual() throws Exception {
        compared("decimal(10,2)", "1.10", "numeric(12,4)", "1.1", true);
        compared("decimal(10,2)", "1.10", "numeric(40,20)", "1.1", true);
        compared("decimal(30,2)", "-0.00", "numeric(40,20)", "0", true);
        compared("decimal(10,2)", "1.10", "numeric", "1.10", true);
        compared("char(5)", "'ab'", "char(8)", "'ab'", true);
        compared("varchar(5)", "'ab '", "varchar(8)", "'ab '", true);
        compared("float", "0.1", "double precision", "0.1", true);
        compared("double", "-0e0", "double precision", "'-0'", true);
        compared(
                "timestamp null",
                "'2024-01-01 00:00:00'",
                "timestamptz",
                "(select to_timestamp(" + MARIADB.value("select unix_timestamp('2024-01-01 00:00:00')") + "))",
                true);
        compared("datetime", "'2024-01-01 08:00:00'", "timestamptz", "'2024-01-01 00:00:00+00'", true);
        compared(
                "json",
                "'{\"b\":1, \"a\":[1.0, null], \"b\": \"é\"}'",
                "jsonb",
                "'{\"b\":1, \"a\":[1.0, null], \"b\": \"é\"}'",
                true);
        compared("time(6)", "'-838:59:58.5'", "interval", "'-838:59:58.5'", true);
        compared(
                "char(36)",
                "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'",
                "uuid",
                "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
                true);
    }

    @Test
    void valuesThatOnlyLookAlikeAreNot() throws Exception {
        compared("decimal(10,2)", "1.10", "numeric", "1.1", false);
        compared("varchar(5)", "'ab'", "varchar(8)", "'ab '", false);
        compared("varchar(5)", "''", "varchar(8)", "null", false);
        compared("varchar(5)", "'é'", "varchar(8)", "U&'e\\0301'", false);
        compared("double", "0e0", "double precision", "'-0'", false);
        compared("double", "0.1", "double precision", "0.10000000000000002", false);
        compared("double", "1", "double precision", "'NaN'", false);
        compared("datetime", "'2024-01-01 00:00:00'", "timestamptz", "'2024-01-01 00:00:00+00'", false);
        compared("datetime(6)", "'2024-01-01 00:00:00'", "timestamp", "'2024-01-01 00:00:00.000001'", false);
        compared("json", "'{\"a\": 1}'", "jsonb", "'{\"a\": \"1\"}'", false);
        compared("time(6)", "'24:00:00'", "interval", "'1 day'", false);
        compared("varbinary(4)", "x'00'", "bytea", "''", false);
    }

    @Test
    void nanIsNan() throws Exception {
        POSTGRESQL.run(
                "create table nan1 (id int primary key, v float8, r real, n numeric)",
                "create table nan2 (id int primary key, v float8, r real, n numeric)",
                "insert into nan1 values (1, 'NaN', '-Infinity', 'NaN')",
                "insert into nan2 select id, -v, r, n from nan1");
        Copy.Step reader = step("postgresql", "nan1");
        assertThat(copy().verify(reader, step("postgresql", "nan2")).equal()).isTrue();
        POSTGRESQL.run("update nan2 set r = 'Infinity'");
        assertThat(copy().verify(reader, step("postgresql", "nan2")).differences())
                .extracting(Difference::columns)
                .containsExactly(List.of("r"));
    }

    @Test
    void withoutAKeyTheWholeTablesAreCompared() throws Exception {
        MARIADB.run("create table bag (v int, w varchar(5))", "insert into bag values (1, 'a'), (1, 'a'), (2, null)");
        POSTGRESQL.run(
                "create table bag (w varchar(5), v int)", "insert into bag values (null, 2), ('a', 1), ('a', 1)");
        Copy.Step writer = step("postgresql", "bag", "v", "w");
        assertThat(copy().verify(step("mysql", "bag"), writer).equal()).isTrue();

        POSTGRESQL.run("delete from bag where v = 2", "insert into bag values ('a', 1)");
        VerifyResult result = copy().verify(step("mysql", "bag"), writer);
        assertThat(result.equal()).isFalse();
        assertThat(result.keyed()).isFalse();
        assertThat(result.differences()).isEmpty();
    }

    @Test
    void rowsThatDoNotFitTheTargetAreCountedAndNotMissing() throws Exception {
        MARIADB.run("create table narrow (id int primary key, v int)", "insert into narrow values (1, 1), (2, 70000)");
        POSTGRESQL.run("create table narrow (id int primary key, v smallint)");
        Copy copy = copy().verifying();
        RunResult run = copy.run(step("mysql", "narrow"), step("postgresql", "narrow"));
        assertThat(run.outcome()).as("%s", run.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(copy.dirty()).hasSize(1);
        assertThat(copy.log()).anySatisfy(line -> assertThat(line).contains("1 rows; 1 more do not fit the target"));
    }

    /** Every row differs: the list is cut, and the result says so. */
    @Test
    void manyDifferencesAreCutAndCountedAsFarAsTheyWereSeen() throws Exception {
        TestDatabase file = SqliteFiles.database();
        file.run(
                "create table a (id bigint primary key, v int)",
                "create table b (id bigint primary key, v int)",
                "insert into a with recursive n(i) as (select 1 union all select i + 1 from n where i < 150000)"
                        + " select i, i from n",
                "insert into b select id, v + 1 from a");
        Copy sqlite = new Copy().with("sqlite", "sqlite", SqliteFiles.settings(file));
        VerifyResult result = sqlite.verify(step("sqlite", "a"), step("sqlite", "b"));
        assertThat(result.complete()).isFalse();
        assertThat(result.different()).isBetween(90_000L, 100_000L);
        assertThat(result.differences()).hasSize(1_000).allSatisfy(one -> {
            assertThat(one.columns()).containsExactly("v");
            Values values = Objects.requireNonNull(one.values());
            assertThat(values.target()).isNotEqualTo(values.source());
            assertThat(values.target().getFirst()).isEqualTo(values.source().getFirst());
        });
        assertThat(result.ranges().stream().mapToLong(KeyRange::different).sum())
                .isEqualTo(result.different());
    }

    /** A reader that cannot say what a row is cannot say that it is as it should be. */
    @Test
    void aRowOfTheTargetThatCannotBeReadIsNeverEqual() throws Exception {
        POSTGRESQL.run("create table dated (id int primary key, d date)", "insert into dated values (1, '2024-01-01')");
        MARIADB.run(
                "create table dated (id int primary key, d date)",
                "set sql_mode = ''",
                "insert into dated values (1, '2024-01-01'), (2, '0000-00-00')");
        Copy copy = copy();
        VerifyResult result = copy.verify(step("postgresql", "dated"), step("mysql", "dated"));
        assertThat(result.equal()).isFalse();
        assertThat(result.targetRows()).isEqualTo(2);
        assertThat(result.additional()).isEqualTo(1);
        assertThat(copy.log()).anySatisfy(line -> assertThat(line).contains("cannot be read", "0000-00-00"));

        VerifyResult back = copy().verify(step("mysql", "dated"), step("postgresql", "dated"));
        assertThat(back.equal()).isTrue();
        assertThat(back.unfitRows()).isEqualTo(1);
    }

    /** The hour that comes twice, the one that does not come, and clocks of years before zones. */
    @Test
    void instantsAreComparedAcrossTheChangesOfAZone() throws Exception {
        MARIADB.run(
                "create table zoned (id int primary key, v timestamp(6) null, d datetime(6))",
                "set time_zone = '+00:00'",
                "insert into zoned values (1, '2024-10-27 00:30:00', '2024-10-27 02:30:00'),"
                        + " (2, '2024-10-27 01:30:00', '1900-01-01 00:00:00'),"
                        + " (3, '2024-03-31 01:00:00', '2024-07-01 12:00:00.000001')");
        POSTGRESQL.run(
                "create table zoned (id int primary key, v timestamptz, d timestamp)",
                "insert into zoned values (1, '2024-10-27 00:30:00+00', '2024-10-27 02:30:00'),"
                        + " (2, '2024-10-27 01:30:00+00', '1900-01-01 00:00:00'),"
                        + " (3, '2024-03-31 01:00:00+00', '2024-07-01 12:00:00.000001')");
        Copy.Step reader = step("mysql", "zoned");
        Copy.Step writer = step("postgresql", "zoned");
        assertThat(copy().zone("Europe/Berlin").verify(reader, writer).equal()).isTrue();
        POSTGRESQL.run("update zoned set v = '2024-10-27 00:30:00+00' where id = 2");
        assertThat(bare(copy().zone("Europe/Berlin").verify(reader, writer)))
                .containsExactly(difference(Kind.DIFFERENT, "2", "v"));
    }
}
