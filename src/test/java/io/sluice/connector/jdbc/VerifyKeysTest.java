package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.engine.verify.VerifyResult.Difference;
import io.sluice.engine.verify.VerifyResult.KeyRange;
import io.sluice.engine.verify.VerifyResult.KeyValue;
import io.sluice.engine.verify.VerifyResult.Kind;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables whose keys make it easy to overlook a row: sorted otherwise, at the very ends, among a million, or none. */
class VerifyKeysTest {
    private static final TestDatabase MARIADB = MariaDbServer.shared().database();
    private static final TestDatabase POSTGRESQL = PostgreSqlServer.shared().database();

    private static Copy copy() {
        return new Copy()
                .with("mysql", "mysql", Databases.settings(MARIADB))
                .with("postgresql", "postgresql", Databases.settings(POSTGRESQL));
    }

    private static Copy.Step step(String type, String table) {
        return new Copy.Step(type, Databases.step(table, "*").with("datasource", type));
    }

    private static Difference difference(Kind kind, String key, String... columns) {
        return new Difference(kind, List.of(new KeyValue("id", key)), List.of(columns), 0, null);
    }

    private static List<Difference> bare(VerifyResult result) {
        return result.differences().stream()
                .map(one -> new Difference(one.kind(), one.key(), one.columns(), 0, null))
                .toList();
    }

    /** To MariaDB both keys are those of one row, to PostgreSQL they are not. */
    @Test
    void keysThatOneSideTakesForTheSameAreComparedByTheirBytes() throws Exception {
        MARIADB.run(
                "create table k (a varchar(10) collate utf8mb4_general_ci, b int, v int, primary key (a, b))",
                "insert into k values ('x', 1, 1), ('Y', 1, 2), ('z ', 1, 3), ('é', 2, 4), ('q', 1, 5)");
        POSTGRESQL.run(
                "create table k (a varchar(10), b int, v int, primary key (a, b))",
                "insert into k values ('x', 1, 1), ('Y', 1, 2), ('z ', 1, 3), ('é', 2, 4), ('q', 1, 5)");
        assertThat(copy().verify(step("mysql", "k"), step("postgresql", "k")).equal())
                .isTrue();
        assertThat(copy().verify(step("postgresql", "k"), step("mysql", "k")).equal())
                .isTrue();
        POSTGRESQL.run(
                "update k set a = 'y' where v = 2",
                "update k set a = 'z' where v = 3",
                "update k set a = 'e' where v = 4",
                "update k set b = 0 where v = 5");
        for (VerifyResult result : List.of(
                copy().verify(step("mysql", "k"), step("postgresql", "k")),
                copy().verify(step("postgresql", "k"), step("mysql", "k")))) {
            assertThat(result.equal()).isFalse();
            assertThat(List.of(result.missing(), result.additional(), result.different()))
                    .containsExactly(4L, 4L, 0L);
        }
    }

    @Test
    void rowsAtTheVeryEndsOfOneSideAreFound() throws Exception {
        MARIADB.run(
                "create table ends (id bigint primary key, v varchar(5))",
                "insert into ends values (-9223372036854775808, 'low'), (0, 'mid')");
        POSTGRESQL.run(
                "create table ends (id bigint primary key, v varchar(5))",
                "insert into ends values (0, 'mid'), (9223372036854775807, 'high')");
        VerifyResult result = copy().verify(step("mysql", "ends"), step("postgresql", "ends"));
        assertThat(bare(result))
                .containsExactly(
                        difference(Kind.MISSING, "-9223372036854775808"),
                        difference(Kind.ADDITIONAL, "9223372036854775807"));
        assertThat(result.ranges()).extracting(KeyRange::number).containsExactly(0, 9);

        MARIADB.run(
                "create table big_ends (id bigint unsigned primary key)",
                "insert into big_ends values (0), (18446744073709551615)");
        POSTGRESQL.run(
                "create table big_ends (id numeric(20) primary key)",
                "insert into big_ends values (0), (9223372036854775807)");
        assertThat(bare(copy().verify(step("mysql", "big_ends"), step("postgresql", "big_ends"))))
                .containsExactlyInAnyOrder(
                        difference(Kind.MISSING, "18446744073709551615"),
                        difference(Kind.ADDITIONAL, "9223372036854775807"));
    }

    @Test
    void oneRowInAMillionIsFound() throws Exception {
        String table = "(id bigint primary key, v double precision, t timestamptz)";
        POSTGRESQL.run(
                "create table million " + table,
                "insert into million select i, i / 3.0, timestamptz '2001-02-03 04:05:06.7+00' + i * interval '1 second'"
                        + " from generate_series(1, 1000000) i",
                "create table other_million " + table,
                "insert into other_million select * from million",
                "update other_million set v = v + 1e-9 where id = 654321");
        VerifyResult result = copy().verify(step("postgresql", "million"), step("postgresql", "other_million"));
        assertThat(bare(result)).containsExactly(difference(Kind.DIFFERENT, "654321", "v"));
    }

    /** The same number of rows, and none of them has a key to be looked up by. */
    @Test
    void withoutAKeyOneRowTooManyIsNotMadeUpForByOneTooFew() throws Exception {
        MARIADB.run("create table pairs (v int)", "insert into pairs values (1), (1), (2), (2), (3), (3)");
        POSTGRESQL.run("create table pairs (v int)", "insert into pairs values (1), (1), (1), (2), (2), (2)");
        assertThat(copy().verify(step("mysql", "pairs"), step("postgresql", "pairs"))
                        .equal())
                .isFalse();
        POSTGRESQL.run("truncate pairs", "insert into pairs values (1), (1), (2), (2)");
        assertThat(copy().verify(step("mysql", "pairs"), step("postgresql", "pairs"))
                        .equal())
                .isFalse();
        POSTGRESQL.run("insert into pairs values (null), (null)");
        assertThat(copy().verify(step("mysql", "pairs"), step("postgresql", "pairs"))
                        .equal())
                .isFalse();
    }
}
