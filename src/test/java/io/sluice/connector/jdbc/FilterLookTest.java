package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.jdbc.DiscoveryTest.Kind;
import io.sluice.spi.Discovery;
import io.sluice.spi.Discovery.Filtered;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What systems make of a filter before anything is read. */
class FilterLookTest {
    private static TestDatabase numbers(Kind kind) {
        TestDatabase database = kind.database();
        database.run(
                "create table n (id int primary key, word varchar(20))",
                "insert into n with recursive s(i) as (select 1 union all select i + 1 from s where i < 900)"
                        + " select i, 'word' from s");
        switch (kind) {
            case MARIADB -> database.run("analyze table n");
            case POSTGRESQL -> database.run("analyze n");
            case SQLITE -> database.run("analyze");
        }
        return database;
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatMeetAFilterAreEstimatedWhereTheSystemCan(Kind kind) throws Exception {
        TestDatabase database = numbers(kind);
        try (Discovery discovery = kind.discovery(database)) {
            Filtered few = discovery.filtered("n", "id <= 90 -- the first");
            if (kind == Kind.SQLITE) {
                assertThat(few).isEqualTo(new Filtered.About(-1));
            } else {
                assertThat(((Filtered.About) few).rows()).isBetween(60L, 120L);
            }
            assertThat(discovery.filtered("n", "word = 'a;b'")).isEqualTo(new Filtered.About(-1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFilterThatIsWrongIsRefusedInTheSystemsOwnWords(Kind kind) throws Exception {
        TestDatabase database = numbers(kind);
        try (Discovery discovery = kind.discovery(database)) {
            assertThat(discovery.filtered("n", "nowhere = 1"))
                    .isInstanceOfSatisfying(
                            Filtered.Refused.class,
                            refused -> assertThat(refused.problem()).contains("nowhere"));
            assertThat(discovery.filtered("n", "id >"))
                    .isInstanceOfSatisfying(
                            Filtered.Refused.class,
                            refused ->
                                    assertThat(refused.problem()).isNotBlank().doesNotContain("\n"));
            assertThat(discovery.filtered("n", "id = 1")).isInstanceOf(Filtered.About.class);
            assertThatThrownBy(() -> discovery.filtered("nothing", "id = 1")).isInstanceOf(SluiceException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "POSTGRESQL"})
    void aFilterThatIsLookedAtChangesNothing(Kind kind) throws Exception {
        TestDatabase database = numbers(kind);
        database.run(
                kind == Kind.MARIADB
                        ? "create function wipe(i int) returns int deterministic modifies sql data"
                                + " begin delete from n; return i; end"
                        : "create function wipe(i int) returns int immutable language plpgsql as"
                                + " $$ begin delete from n; return i; end $$");
        try (Discovery discovery = kind.discovery(database)) {
            discovery.filtered("n", "id = wipe(1)");
            discovery.filtered("n", "wipe(1) = 1");
            discovery.filtered("n", "id = 1); delete from n where (id > 0");
            discovery.filtered("n", "id = 1) union all select wipe(1) from n where (id = 2");
            assertThat(discovery.filtered("n", "id = 7")).isEqualTo(new Filtered.About(1));
            assertThat(discovery.table("n")).isPresent();
        }
        assertThat(database.value("select count(*) from n")).isEqualTo("900");
    }
}
