package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.mysql.MysqlConnector;
import io.sluice.connector.postgresql.PostgresqlConnector;
import io.sluice.connector.sqlite.SqliteConnector;
import io.sluice.connector.sqlite.SqliteFiles;
import io.sluice.spi.Discovery;
import io.sluice.spi.Discovery.SplitKeyChoice;
import io.sluice.spi.Discovery.SplitKeyChoice.Reason;
import io.sluice.spi.Discovery.TableDescription;
import io.sluice.spi.Discovery.TableEntry;
import io.sluice.spi.Discovery.TableList;
import io.sluice.spi.Discovery.TableQuery;
import io.sluice.spi.FileRoots;
import io.sluice.spi.SupportsDiscovery;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What relational connectors tell of a database, on real ones. */
@ParameterizedClass
@EnumSource(DiscoveryTest.Kind.class)
class DiscoveryTest {
    private final Kind kind;
    private final TestDatabase database;

    DiscoveryTest(Kind kind) {
        this.kind = kind;
        database = kind.database();
    }

    enum Kind {
        MARIADB(new MysqlConnector(), '`') {
            @Override
            TestDatabase database() {
                return MariaDbServer.shared().database();
            }
        },
        POSTGRESQL(new PostgresqlConnector(), '"') {
            @Override
            TestDatabase database() {
                return PostgreSqlServer.shared().database();
            }
        },
        SQLITE(new SqliteConnector(), '"') {
            @Override
            TestDatabase database() {
                return SqliteFiles.database();
            }

            @Override
            ConfigValue.Obj settings(TestDatabase database) {
                return SqliteFiles.settings(database);
            }
        };

        private final SupportsDiscovery connector;
        private final char quote;

        Kind(SupportsDiscovery connector, char quote) {
            this.connector = connector;
            this.quote = quote;
        }

        abstract TestDatabase database();

        ConfigValue.Obj settings(TestDatabase database) {
            return Databases.settings(database);
        }

        Discovery discovery(TestDatabase database) {
            return connector.discover(settings(database), FileRoots.unrestricted());
        }

        String quoted(String name) {
            String sign = String.valueOf(quote);
            return sign + name.replace(sign, sign + sign) + sign;
        }
    }

    private Discovery discovery() {
        return kind.discovery(database);
    }

    private static List<String> names(TableList list) {
        return list.tables().stream().map(TableEntry::name).toList();
    }

    @Test
    void namesOfEverySignAreFoundByPartsOfThemAndLeadBackToTheirTables() throws Exception {
        List<String> names = List.of(
                "a.b", "a%b", "a_b", "axb", "Orders", "q\"r", "q`r", "it's", "ordnung!", "zażółć", "订单", " pad");
        for (String name : names) {
            database.run("create table " + kind.quoted(name) + " (id int)");
        }
        try (Discovery discovery = discovery()) {
            assertThat(names(discovery.tables(new TableQuery("", "", 100)))).hasSameSizeAs(names);
            assertThat(names(discovery.tables(new TableQuery("", "%", 100)))).containsExactly("a%b");
            assertThat(names(discovery.tables(new TableQuery("", "_", 100)))).containsExactly("a_b");
            assertThat(names(discovery.tables(new TableQuery("", "!", 100)))).containsExactly("ordnung!");
            assertThat(names(discovery.tables(new TableQuery("", "单", 100)))).containsExactly("订单");
            assertThat(names(discovery.tables(new TableQuery("", "ORD", 100))))
                    .containsExactlyInAnyOrder("Orders", "ordnung!");
            assertThat(names(discovery.tables(new TableQuery("", ".", 100)))).containsExactly(kind.quoted("a.b"));
            for (TableEntry entry :
                    discovery.tables(new TableQuery("", "", 100)).tables()) {
                TableDescription table = discovery.table(entry.name()).orElseThrow();
                assertThat(table.entry().name()).isEqualTo(entry.name());
                assertThat(table.columns()).extracting(Column::name).containsExactly("id");
            }
        }
    }

    @Test
    void limitLeavesOutTheRestAndSaysSo() throws Exception {
        for (int number = 0; number < 5; number++) {
            database.run("create table t" + number + " (id int)");
        }
        try (Discovery discovery = discovery()) {
            assertThat(discovery.tables(new TableQuery("", "t", 3)).more()).isTrue();
            assertThat(names(discovery.tables(new TableQuery("", "t", 3)))).containsExactly("t0", "t1", "t2");
            assertThat(discovery.tables(new TableQuery("", "t", 5)).more()).isFalse();
            assertThat(discovery.tables(new TableQuery("", "nothing", 5)).tables())
                    .isEmpty();
        }
    }

    @Test
    void tableIsDescribedWithItsKeyAndWhatCutsIt() throws Exception {
        database.run(
                "create table shop (id int primary key, code varchar(20) not null, nr int, note varchar(9),"
                        + " price decimal(9,2), twice int generated always as (nr * 2) stored)",
                "create unique index shop_code on shop (code)",
                "create index shop_nr on shop (nr, code)",
                "create view cheap as select id, price from shop");
        try (Discovery discovery = discovery()) {
            TableDescription table = discovery.table("shop").orElseThrow();
            assertThat(table.columns())
                    .extracting(Column::name)
                    .containsExactly("id", "code", "nr", "note", "price", "twice");
            assertThat(table.columns().get(4).type()).isEqualTo(new LogicalType.Decimal(9, 2));
            assertThat(table.key()).containsExactly("id");
            assertThat(table.columns().getFirst().key()).isTrue();
            assertThat(table.computed()).containsExactly("twice");
            assertThat(table.splitKeys()).startsWith(new SplitKeyChoice("id", Reason.PRIMARY_KEY));
            assertThat(table.splitKeys()).contains(new SplitKeyChoice("nr", Reason.INDEX));
            assertThat(table.entry().view()).isFalse();
            TableDescription view = discovery.table("cheap").orElseThrow();
            assertThat(view.entry().view()).isTrue();
            assertThat(view.entry().rows()).isNegative();
            assertThat(view.columns()).extracting(Column::name).containsExactly("id", "price");
            assertThat(discovery.table("shop_[1-3]")).isEmpty();
            assertThat(discovery.table("nowhere")).isEmpty();
        }
    }

    @Test
    void toldWhichColumnsAreFilledWhereARowBringsNothing() throws Exception {
        String special = switch (kind) {
            case MARIADB ->
                "id int auto_increment primary key, made timestamp not null default current_timestamp,"
                        + " kind enum('a', 'b') not null";
            case POSTGRESQL ->
                "id serial primary key, made int not null generated always as identity, kind answer not null";
            case SQLITE -> "id integer primary key, made text not null default (date()), kind int not null default 2";
        };
        if (kind == Kind.POSTGRESQL) {
            database.run("create domain answer as int default 42");
        }
        database.run("create table filled (" + special + ", word varchar(9) not null default 'x',"
                + " twice int generated always as (plain * 2) stored, plain int not null, free int)");
        try (Discovery discovery = discovery()) {
            assertThat(discovery.table("filled").orElseThrow().columns())
                    .filteredOn(Column::filled)
                    .extracting(Column::name)
                    .containsExactly("id", "made", "kind", "word", "twice");
        }
        database.run("insert into filled (plain) values (7)");
        assertThatThrownBy(() -> database.run("insert into filled (free) values (7)"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void rangeOfTablesIsDescribedByItsFirst() throws Exception {
        database.run("create table part_3 (id int, a int)", "create table part_4 (id int)");
        try (Discovery discovery = discovery()) {
            assertThat(discovery.table("part_[3-4]").orElseThrow().columns()).hasSize(2);
        }
    }

    @Test
    void queryIsDescribedWithoutBeingRun() throws Exception {
        database.run("create table orders (id int, price decimal(9,2))");
        try (Discovery discovery = discovery()) {
            assertThat(discovery.query("select price as amount, id from orders"))
                    .extracting(Column::name)
                    .containsExactly("amount", "id");
        }
    }
}
