package io.sluice.studio.ui.assist;

import static io.sluice.studio.ui.assist.SqlPlace.Expected.COLUMNS;
import static io.sluice.studio.ui.assist.SqlPlace.Expected.NOTHING;
import static io.sluice.studio.ui.assist.SqlPlace.Expected.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.studio.ui.assist.SqlPlace.TableUse;
import org.junit.jupiter.api.Test;

class SqlPlaceTest {
    /** At the sign {@code ¦}. */
    private static SqlPlace at(String marked) {
        return SqlPlace.at(marked.replace("¦", ""), marked.indexOf('¦'), false);
    }

    private static SqlPlace.Expected expected(String marked) {
        return at(marked).expected();
    }

    @Test
    void tablesComeBehindTheWordsThatNameThem() {
        assertThat(expected("select * from ¦")).isEqualTo(TABLES);
        assertThat(expected("select * from ord¦ers where id = 1")).isEqualTo(TABLES);
        assertThat(expected("select * from a, ¦")).isEqualTo(TABLES);
        assertThat(expected("select * from a as x, b y, ¦")).isEqualTo(TABLES);
        assertThat(expected("select * from a join ¦")).isEqualTo(TABLES);
        assertThat(expected("insert into ¦")).isEqualTo(TABLES);
        assertThat(expected("truncate table ¦")).isEqualTo(TABLES);
        assertThat(expected("/* from */ ¦")).isEqualTo(COLUMNS);
        assertThat(expected("select a, ¦ from b")).isEqualTo(COLUMNS);
        assertThat(expected("select * from a where id in (1, ¦)")).isEqualTo(COLUMNS);
    }

    @Test
    void nothingComesInTextsCommentsAndNumbers() {
        assertThat(expected("note = 'it''s ¦")).isEqualTo(NOTHING);
        assertThat(expected("note = '¦'")).isEqualTo(NOTHING);
        assertThat(expected("-- id ¦")).isEqualTo(NOTHING);
        assertThat(expected("/* id ¦ */")).isEqualTo(NOTHING);
        assertThat(expected("id > 12¦")).isEqualTo(NOTHING);
        assertThat(expected("note = 'a' ¦")).isEqualTo(COLUMNS);
        assertThat(expected("-- id\n¦")).isEqualTo(COLUMNS);
        assertThat(SqlPlace.at("note = \"", 8, true).expected()).isEqualTo(NOTHING);
    }

    @Test
    void wordAndQualifierAreThoseBeforeTheCaret() {
        assertThat(at("id = 1 and na¦me > 2").word()).isEqualTo("na");
        assertThat(at("o.na¦").qualifier()).isEqualTo("o");
        assertThat(at("shop.orders.¦").qualifier()).isEqualTo("shop.orders");
        assertThat(at("\"Sales EU\".\"ord¦")).returns("\"ord", SqlPlace::word).returns(11, SqlPlace::start);
        assertThat(at("a = 1 ¦")).returns("", SqlPlace::word).returns(6, SqlPlace::start);
    }

    @Test
    void tablesOfAStatementAreKnownByNameAndAlias() {
        assertThat(at("select ¦ from shop.orders o left join \"my t\" as t on o.id = t.id, x")
                        .uses())
                .containsExactly(new TableUse("shop.orders", "o"), new TableUse("\"my t\"", "t"));
        assertThat(at("select ¦ from a, b c where d").uses())
                .containsExactly(new TableUse("a", ""), new TableUse("b", "c"));
        assertThat(at("select ¦ from orders_${bizdate}").uses()).containsExactly(new TableUse("orders_${bizdate}", ""));
        assertThat(at("select ¦ from (select 1) x").uses()).isEmpty();
        assertThat(at("select orders.¦ from shop.orders").use()).isPresent();
        assertThat(at("select shop.orders.¦ from shop.orders").use()).isPresent();
        assertThat(at("select orders.¦ from shop.orders o").use()).isEmpty();
    }
}
