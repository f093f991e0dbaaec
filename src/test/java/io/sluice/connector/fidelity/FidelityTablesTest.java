package io.sluice.connector.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The cases of cases/fidelity.md that are about keys, columns and whole tables, not about one value. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FidelityTablesTest {
    private static final int CHANNELS = 4;

    private final FidelityServer mariaDb = FidelityServer.mariaDb();
    private final FidelityServer postgreSql = FidelityServer.postgreSql();
    private Copy copy = new Copy();

    @BeforeEach
    void anew() {
        copy = new Copy()
                .with("mysql", "mysql", mariaDb.settings())
                .with("postgresql", "postgresql", postgreSql.settings());
        mariaDb.run("drop table if exists s", "drop table if exists t");
        postgreSql.run("drop table if exists s", "drop table if exists t");
    }

    @AfterAll
    void close() throws Exception {
        mariaDb.close();
        postgreSql.close();
    }

    private static Copy.Step step(FidelityServer server, String table, String... columns) {
        return new Copy.Step(server.type(), Databases.step(table, columns).with("datasource", server.type()));
    }

    private static Copy.Step with(Copy.Step step, String name, String value) {
        return new Copy.Step(step.type(), step.parameters().with(name, value));
    }

    private void run(Copy.Step from, Copy.Step to) throws Exception {
        RunResult result = copy.run(from, to);
        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
    }

    private void refused(Copy.Step from, Copy.Step to) throws Exception {
        assertThat(copy.run(from, to).outcome()).isEqualTo(Outcome.FAILED);
    }

    private static List<String> rows(FidelityServer server, String query) {
        return server.database().rows(query);
    }

    @Test
    void keysThatDifferOnlyInCaseAreDirtyWhereTheCollationTakesThemForOne() throws Exception {
        postgreSql.run("create table s (k text primary key)", "insert into s values ('A'), ('a'), ('ss'), ('ß')");
        mariaDb.run("create table t (k varchar(9) collate utf8mb4_unicode_ci primary key)");

        run(step(postgreSql, "s", "*"), step(mariaDb, "t", "*"));

        assertThat(rows(mariaDb, "select k from t")).hasSize(2);
        assertThat(copy.dirty()).hasSize(2);
    }

    @Test
    void keysThatDifferOnlyInCaseAllArriveWhereTheCollationTellsThemApart() throws Exception {
        postgreSql.run("create table s (k text primary key)", "insert into s values ('A'), ('a'), ('ss'), ('ß')");
        mariaDb.run("create table t (k varchar(9) collate utf8mb4_bin primary key)");

        run(step(postgreSql, "s", "*"), step(mariaDb, "t", "*"));

        assertThat(rows(mariaDb, "select k from t")).containsExactlyInAnyOrder("A", "a", "ss", "ß");
    }

    @Test
    void valuesOfSixteenMegabytesArriveWhole() throws Exception {
        String sizes = "select length(x), sha2(x, 256), length(b), sha2(b, 256) from ";
        mariaDb.run(
                "create table s (id int primary key, x longtext, b longblob)",
                "insert into s values (1, repeat('é😀', 2796203), repeat(x'00ff5c0a', 4194304)), (2, 'a', 'b')");
        postgreSql.run("create table t (id int primary key, x text, b bytea)");
        mariaDb.run("create table t like s");

        run(step(mariaDb, "s", "*"), with(step(postgreSql, "t", "*"), "writeMode", "copy"));
        run(step(postgreSql, "t", "*"), step(mariaDb, "t", "*"));

        List<String> original = rows(mariaDb, sizes + "s order by id");
        assertThat(original.getFirst()).startsWith("16777218|");
        assertThat(rows(mariaDb, sizes + "t order by id")).isEqualTo(original);
        assertThat(rows(
                        postgreSql,
                        "select encode(sha256(convert_to(x, 'UTF8')), 'hex'), encode(sha256(b), 'hex')"
                                + " from t order by id"))
                .isEqualTo(rows(mariaDb, "select sha2(x, 256), sha2(b, 256) from s order by id"));
    }

    @Test
    void valuesStayWhereTheDatabaseHasDefaultsOfItsOwn() throws Exception {
        postgreSql.run(
                "create table s (id int primary key, a text, changed timestamptz)",
                "insert into s values (1, 'new', '2001-02-03 04:05:06+00'), (2, null, null)");
        mariaDb.run(
                "create table t (id int primary key, a varchar(9) default 'default',"
                        + " changed timestamp null default current_timestamp on update current_timestamp)",
                "insert into t values (1, 'old', '2000-01-01 00:00:00')");

        run(step(postgreSql, "s", "*"), with(step(mariaDb, "t", "*"), "writeMode", "update"));

        assertThat(mariaDb.texts("select id, concat(ifnull(a, '∅'), ' ', ifnull(concat(changed), '∅')) from t"))
                .containsEntry(1, "new 2001-02-03 04:05:06")
                .containsEntry(2, "∅ ∅");
    }

    @Test
    void generatedColumnsAreReadButNeverWritten() throws Exception {
        mariaDb.run(
                "create table s (id int primary key, twice int generated always as (id * 2) virtual, a varchar(9))",
                "insert into s (id, a) values (1, 'x')");
        postgreSql.run("create table t (id int primary key, a text, twice int generated always as (id * 20) stored)");

        run(step(mariaDb, "s", "id", "a"), step(postgreSql, "t", "*"));
        assertThat(rows(postgreSql, "select * from t")).containsExactly("1|x|20");
        refused(step(mariaDb, "s", "*"), step(postgreSql, "t", "id", "twice", "a"));

        postgreSql.run("drop table t", "create table t (id int, twice int, a text)");
        run(step(mariaDb, "s", "*"), step(postgreSql, "t", "*"));
        assertThat(rows(postgreSql, "select * from t")).containsExactly("1|2|x");
    }

    @Test
    void invisibleColumnsShiftNothing() throws Exception {
        mariaDb.run(
                "create table s (id int primary key, hidden int invisible default 7, a varchar(9))",
                "insert into s (id, hidden, a) values (1, 8, 'x')");
        postgreSql.run("create table t (id int primary key, a text)");
        mariaDb.run("create table t (id int primary key, hidden int invisible default 7, a varchar(9))");

        run(step(mariaDb, "s", "*"), step(postgreSql, "t", "*"));
        run(step(postgreSql, "t", "*"), step(mariaDb, "t", "*"));
        assertThat(rows(postgreSql, "select * from t")).containsExactly("1|x");
        assertThat(rows(mariaDb, "select id, hidden, a from t")).containsExactly("1|7|x");

        mariaDb.run("delete from t");
        run(step(mariaDb, "s", "a", "hidden", "id"), step(mariaDb, "t", "a", "hidden", "id"));
        assertThat(rows(mariaDb, "select id, hidden, a from t")).containsExactly("1|8|x");
    }

    @Test
    void rowsOfNullsAndTablesWithoutRowsArrive() throws Exception {
        mariaDb.run("create table s (a int, b text, c datetime, d blob)");
        postgreSql.run("create table t (a int, b text, c timestamp, d bytea)");

        run(step(mariaDb, "s", "*"), step(postgreSql, "t", "*"));
        assertThat(rows(postgreSql, "select count(*) from t")).containsExactly("0");

        mariaDb.run("insert into s values (null, null, null, null), (null, null, null, null)");
        for (String mode : List.of("copy", "insert")) {
            run(step(mariaDb, "s", "*"), with(step(postgreSql, "t", "*"), "writeMode", mode));
        }
        assertThat(rows(postgreSql, "select * from t")).hasSize(4).containsOnly("∅|∅|∅|∅");
    }

    @Test
    void nullsInAUniqueKeyAreNoConflict() throws Exception {
        postgreSql.run(
                "create table s (k int unique, a text)", "insert into s values (null, 'x'), (null, 'y'), (1, 'z')");
        mariaDb.run("create table t (k int unique, a varchar(9))");

        run(step(postgreSql, "s", "*"), step(mariaDb, "t", "*"));
        assertThat(rows(mariaDb, "select k, a from t")).containsExactlyInAnyOrder("∅|x", "∅|y", "1|z");

        postgreSql.run("create table t (k int unique, a text)");
        run(step(mariaDb, "t", "*"), with(step(postgreSql, "t", "*"), "writeMode", "copy"));
        assertThat(rows(postgreSql, "select k, a from t")).containsExactlyInAnyOrder("∅|x", "∅|y", "1|z");
    }

    @Test
    void aTextKeyOfAnyCollationSplitsIntoEveryRowOnce() throws Exception {
        mariaDb.run(
                "create table s (k varchar(20) collate utf8mb4_unicode_ci, n int)",
                "insert into s select concat(elt(seq % 9 + 1, 'a', 'A', 'b ', 'b', '😀', 'ß', 'ss', 'É', 'e'), seq div 90),"
                        + " seq from seq_1_to_2000",
                "insert into s values (null, 2001), ('', 2002), (' ', 2003), ('a', 2004), ('A', 2005)");
        postgreSql.run("create table t (k text, n int)");
        copy.channels(CHANNELS);

        run(with(step(mariaDb, "s", "*"), "splitPk", "k"), step(postgreSql, "t", "*"));
        assertThat(rows(postgreSql, "select count(*), count(distinct n) from t"))
                .containsExactly("2005|2005");

        mariaDb.run("create table t like s");
        run(with(step(postgreSql, "t", "*"), "splitPk", "k"), step(mariaDb, "t", "*"));
        assertThat(rows(mariaDb, "select count(*), count(distinct n) from t")).containsExactly("2005|2005");
        assertThat(rows(mariaDb, "select n, hex(k) from t order by n"))
                .isEqualTo(rows(mariaDb, "select n, hex(k) from s order by n"));
    }

    @Test
    void aFloatingPointColumnIsNoSplitKeyAndLosesNoRow() throws Exception {
        mariaDb.run(
                "create table s (k float, n int)",
                "insert into s select seq / 3, seq from seq_1_to_1000",
                "insert into s values (null, 1001)");
        postgreSql.run("create table t (k real, n int)");
        copy.channels(CHANNELS);

        run(with(step(mariaDb, "s", "*"), "splitPk", "k"), step(postgreSql, "t", "*"));

        assertThat(rows(postgreSql, "select count(*), count(distinct n) from t"))
                .containsExactly("1001|1001");
        assertThat(copy.log()).anyMatch(line -> line.contains("k of `s`"));
    }

    @Test
    void localTimesAndInstantsMeetOnlyInADeclaredZone() throws Exception {
        postgreSql.run("create table s (v timestamptz)", "insert into s values ('1883-11-18 12:00:00+00')");
        mariaDb.run("create table t (v datetime(6))");

        refused(step(postgreSql, "s", "*"), step(mariaDb, "t", "*"));

        assertThat(rows(mariaDb, "select v from t")).isEmpty();
    }

    /** The last years PostgreSQL knows lie beyond 64 bits of microseconds since 1970. */
    @Test
    void aTimestampBeyondTheRangeOfTheEngineIsNeverChanged() throws Exception {
        postgreSql.run(
                "create table s (id int, v timestamp)",
                "create table t (id int, v timestamp)",
                "insert into s values (1, '294276-12-31 23:59:59.999999'), (2, '2024-01-01')");

        run(step(postgreSql, "s", "*"), with(step(postgreSql, "t", "*"), "writeMode", "copy"));

        List<String> arrived = rows(postgreSql, "select id from t where v = (select v from s where s.id = t.id)");
        assertThat(arrived.size() + copy.dirty().size()).isEqualTo(2);
        assertThat(arrived).contains("2");
    }

    @Test
    void aQueryOfMoneyDeliversNumbersOrIsToldToCast() throws Exception {
        postgreSql.run("create table s (v money)", "insert into s values ('$1,234.50'), (null)");
        mariaDb.run("create table t (v decimal(19,2))");
        ConfigValue.Obj query =
                ConfigValue.Obj.EMPTY.with("datasource", "postgresql").with("querySql", "select v from s");

        run(new Copy.Step("postgresql", query), step(mariaDb, "t", "*"));
        assertThat(rows(mariaDb, "select v from t")).containsExactlyInAnyOrder("1234.50", "∅");

        run(new Copy.Step("postgresql", query.with("readMode", "cursor")), step(mariaDb, "t", "*"));
        assertThat(rows(mariaDb, "select v from t")).containsExactlyInAnyOrder("1234.50", "∅", "∅");
        assertThat(copy.dirty().toString()).contains("Cast money to numeric");
    }
}
