package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.sluice.connector.mysql.MysqlConnector;
import io.sluice.connector.postgresql.PostgresqlConnector;
import io.sluice.spi.Discovery;
import io.sluice.spi.Discovery.TableEntry;
import io.sluice.spi.Discovery.TableQuery;
import io.sluice.spi.FileRoots;
import io.sluice.spi.SupportsDiscovery;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TcpProxy;
import io.sluice.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Look-ups of servers: schemas, rights, large catalogues, and what happens when they do not answer. */
class ServerDiscoveryTest {
    private static final PostgresqlConnector POSTGRESQL = new PostgresqlConnector();
    private static final MysqlConnector MYSQL = new MysqlConnector();

    /** To be raised by hand for what is claimed of 50,000; MariaDB takes long to make them. */
    private static final int MANY = Integer.getInteger("sluice.discovery.tables", 5_000);

    private static final int MANY_OF_MARIADB = Integer.getInteger("sluice.discovery.tables", 500);

    private static final String CREATE_MANY = """
            do $$ begin for i in 1..%d loop
              execute format('create table many.t_%%s (id int)', lpad(i::text, 6, '0'));
              if i %% 1000 = 0 then commit; end if;
            end loop; end $$""";

    private static final String CREATE_MANY_OF_MARIADB = """
            create procedure create_many(wanted int) begin
              declare i int default 1;
              while i <= wanted do
                set @statement = concat('create table t_', lpad(i, 6, '0'), ' (id int primary key, name varchar(20))');
                prepare one from @statement;
                execute one;
                set i = i + 1;
              end while;
            end""";

    private static Discovery open(SupportsDiscovery connector, TestDatabase database) {
        return connector.discover(Databases.settings(database), FileRoots.unrestricted());
    }

    private static List<String> names(Discovery discovery, String schema, String contains) throws Exception {
        return discovery.tables(new TableQuery(schema, contains, 50)).tables().stream()
                .map(TableEntry::name)
                .toList();
    }

    @Test
    void postgresqlTellsItsSchemasAndTheTablesOfEach() throws Exception {
        TestDatabase database = PostgreSqlServer.shared().database();
        database.run(
                "create schema \"Sales.EU\"", "create table \"Sales.EU\".orders (id int)", "create table own (id int)");
        try (Discovery discovery = open(POSTGRESQL, database)) {
            assertThat(discovery.schemas()).containsExactly("public", "Sales.EU");
            assertThat(names(discovery, "", "")).containsExactly("own");
            assertThat(names(discovery, "Sales.EU", "")).containsExactly("\"Sales.EU\".\"orders\"");
            assertThat(discovery.table("\"Sales.EU\".\"orders\"")).isPresent();
        }
    }

    @Test
    void plainNamesMeanTheSchemaOfTheDataSource() throws Exception {
        TestDatabase database = PostgreSqlServer.shared().database();
        database.run("create schema eu", "create table eu.orders (id int)", "create table own (id int)");
        ConfigValue.Obj settings =
                Databases.settings(database).with("properties", ConfigValue.Obj.EMPTY.with("currentSchema", "eu"));
        try (Discovery discovery = POSTGRESQL.discover(settings, FileRoots.unrestricted())) {
            assertThat(discovery.schemas()).containsExactly("eu", "public");
            assertThat(names(discovery, "", "")).containsExactly("orders");
            assertThat(names(discovery, "public", "")).containsExactly("public.own");
        }
    }

    @Test
    void mysqlWithoutDatabaseTellsTablesOfAllWithTheirSchema() throws Exception {
        TestDatabase first = MariaDbServer.shared().database();
        String table = "w" + UUID.randomUUID().toString().substring(0, 8);
        first.run("create table " + table + " (id int) comment 'where'");
        ConfigValue.Obj anywhere = Databases.settings(first).without("database");
        try (Discovery discovery = MYSQL.discover(anywhere, FileRoots.unrestricted())) {
            assertThat(discovery.schemas()).contains(first.name()).doesNotContain("mysql", "information_schema");
            assertThat(names(discovery, "", table)).containsExactly(first.name() + "." + table);
            assertThat(discovery.table(first.name() + "." + table)).isPresent();
            assertThat(discovery
                            .tables(new TableQuery(first.name(), "", 5))
                            .tables()
                            .getFirst()
                            .comment())
                    .isEqualTo("where");
        }
    }

    @Test
    void rowsAreEstimatedFromStatistics() throws Exception {
        TestDatabase postgresql = PostgreSqlServer.shared().database();
        postgresql.run("create table n as select generate_series(1, 1000) as id", "analyze n");
        TestDatabase mariadb = MariaDbServer.shared().database();
        mariadb.run("create table n as select seq as id from seq_1_to_1000", "analyze table n");
        try (Discovery discovery = open(POSTGRESQL, postgresql)) {
            assertThat(discovery.table("n").orElseThrow().entry().rows()).isEqualTo(1000);
        }
        try (Discovery discovery = open(MYSQL, mariadb)) {
            assertThat(discovery.table("n").orElseThrow().entry().rows()).isBetween(900L, 1100L);
        }
    }

    @Test
    void rowsThatCameSinceTheLastLookAreEstimatedToo() throws Exception {
        TestDatabase mariadb = MariaDbServer.shared().database();
        mariadb.run("create table n (id int primary key)");
        assertThat(estimated(mariadb)).isLessThan(900);
        mariadb.run("insert into n select seq from seq_1_to_1000");
        long giveUp = System.nanoTime() + 60_000_000_000L;
        while (estimated(mariadb) < 900) {
            assertThat(System.nanoTime()).isLessThan(giveUp);
            Thread.sleep(200);
        }
    }

    private static long estimated(TestDatabase database) throws Exception {
        try (Discovery discovery = open(MYSQL, database)) {
            return discovery.table("n").orElseThrow().entry().rows();
        }
    }

    @Test
    void onlyTablesTheLoginMaySeeAreTold() throws Exception {
        TestDatabase database = PostgreSqlServer.shared().database();
        String login = "look_" + UUID.randomUUID().toString().substring(0, 8);
        database.run(
                "create role " + login + " login password 'p'",
                "create table seen (id int, secret int)",
                "create table hidden (id int)",
                "grant select (id) on seen to " + login);
        ConfigValue.Obj settings =
                Databases.settings(database).with("username", login).with("password", "p");
        try (Discovery discovery = POSTGRESQL.discover(settings, FileRoots.unrestricted())) {
            assertThat(names(discovery, "", "")).containsExactly("seen");
            assertThatThrownBy(() -> discovery.table("hidden"))
                    .satisfies(failure -> assertThat(POSTGRESQL.classify((Exception) failure))
                            .isEqualTo(JdbcError.PRIVILEGE_MISSING));
        }
    }

    @Test
    void nothingCanBeChangedThroughALookUp() throws Exception {
        TestDatabase database = PostgreSqlServer.shared().database();
        database.run(
                "create table counted (id int)",
                "create function change() returns int language plpgsql as"
                        + " $$ begin insert into counted values (1); return 1; end $$");
        try (Discovery discovery = open(POSTGRESQL, database)) {
            assertThat(discovery.query("select change() as n")).hasSize(1);
            assertThatThrownBy(() -> discovery.query("insert into counted values (1) returning id"))
                    .isInstanceOf(Exception.class);
        }
        assertThat(database.value("select count(*) from counted")).isEqualTo("0");
    }

    @Test
    void manyTablesAreFilteredByTheServer() throws Exception {
        TestDatabase database = PostgreSqlServer.shared().database();
        database.run("create schema many", CREATE_MANY.formatted(MANY));
        try (Discovery discovery = open(POSTGRESQL, database)) {
            assertThat(discovery.schemas()).contains("many");
            assertThat(millisOfQuestions(discovery, "many", MANY)).isLessThan(10_000);
        }
    }

    @Test
    void manyTablesOfMariaDbAreFilteredByTheServer() throws Exception {
        TestDatabase database = MariaDbServer.shared().database();
        database.run(CREATE_MANY_OF_MARIADB, "call create_many(" + MANY_OF_MARIADB + ")");
        try (Discovery discovery = open(MYSQL, database)) {
            assertThat(millisOfQuestions(discovery, "", MANY_OF_MARIADB)).isLessThan(10_000);
        }
        ConfigValue.Obj anywhere = Databases.settings(database).without("database");
        try (Discovery discovery = MYSQL.discover(anywhere, FileRoots.unrestricted())) {
            assertThat(millisOfQuestions(discovery, database.name(), MANY_OF_MARIADB))
                    .isLessThan(10_000);
        }
    }

    /** Asks for the first tables, for one by a part of its name, for none, and for what is in one. */
    private static long millisOfQuestions(Discovery discovery, String schema, int tables) throws Exception {
        String last = "t_%06d".formatted(tables);
        long begin = System.nanoTime();
        assertThat(discovery.tables(new TableQuery(schema, "", 50)).more()).isTrue();
        assertThat(names(discovery, schema, last.substring(1)))
                .singleElement(STRING)
                .endsWith(last);
        assertThat(discovery.tables(new TableQuery(schema, "none of them", 50)).tables())
                .isEmpty();
        assertThat(discovery.table(schema.isEmpty() ? last : schema + "." + last))
                .isPresent();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    @Test
    void closingBreaksOffALookUpThatWaitsForALock() throws Exception {
        TestDatabase database = PostgreSqlServer.shared().database();
        database.run("create table locked (id int)");
        Discovery discovery = open(POSTGRESQL, database);
        assertThat(discovery.schemas()).isNotEmpty();
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table locked in access exclusive mode");
            FutureTask<Object> waiting = new FutureTask<>(() -> discovery.table("locked"));
            Thread.ofVirtual().start(waiting);
            while (!"1".equals(database.value("select count(*) from pg_locks where not granted"))) {
                Thread.onSpinWait();
            }
            discovery.close();
            assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        }
        assertThatThrownBy(discovery::schemas)
                .isInstanceOfSatisfying(
                        SluiceException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CommonError.CANCELLED));
    }

    @Test
    void lostServerIsAFailureWithItsCode() throws Exception {
        for (SupportsDiscovery connector : List.of(POSTGRESQL, MYSQL)) {
            TestDatabase database = connector == MYSQL
                    ? MariaDbServer.shared().database()
                    : PostgreSqlServer.shared().database();
            try (TcpProxy proxy = TcpProxy.to(database.port());
                    Discovery discovery = open(connector, proxy.before(database))) {
                assertThat(discovery.schemas()).isNotEmpty();
                proxy.reset();
                assertThatThrownBy(discovery::schemas)
                        .satisfies(failure -> assertThat(
                                        ((io.sluice.spi.Connector) connector).classify((Exception) failure))
                                .isEqualTo(CommonError.CONNECTION_LOST));
            }
        }
    }
}
