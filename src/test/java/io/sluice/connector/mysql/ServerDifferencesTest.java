package io.sluice.connector.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.connector.Copy;
import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.Discovery;
import io.sluice.spi.FileRoots;
import io.sluice.spi.Reader;
import io.sluice.spi.SupportsConnectionTest.Layer;
import io.sluice.spi.SupportsConnectionTest.LayerKind;
import io.sluice.spi.SupportsConnectionTest.State;
import io.sluice.spi.SupportsTableCreation;
import io.sluice.spi.TableDefinition.Instants;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What MySQL and MariaDB, or two servers that are set up differently, do not have in common. */
class ServerDifferencesTest {
    private final MysqlConnector connector = new MysqlConnector();
    private final TestDatabase database = MariaDbServer.shared().database();

    private static void copy(TestDatabase database, ConfigValue.Obj reader, ConfigValue.Obj writer, int channels)
            throws Exception {
        Copy copy = new Copy().with("db", "mysql", Databases.settings(database)).channels(channels);
        RunResult result = copy.run(new Copy.Step("mysql", reader), new Copy.Step("mysql", writer));
        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(copy.dirty()).isEmpty();
    }

    private Layer login(ConfigValue.Obj settings) {
        return connector.test(settings, FileRoots.unrestricted()).stream()
                .filter(layer -> layer.kind() == LayerKind.LOGIN)
                .findFirst()
                .orElseThrow();
    }

    /** A MySQL takes it encrypted or under a key, and whoever poses as the server has a key, too. */
    @Test
    void aPasswordThatMightBeSeenIsNotSent() {
        String user = "new_" + database.name();
        database.run("create user " + user + "@'%' identified by 'first time'");
        ConfigValue.Obj settings =
                Databases.settings(database).with("username", user).with("password", "first time");
        database.run("grant all on " + database.name() + ".* to " + user + "@'%'");

        if (MariaDbServer.isMySql()) {
            Layer refused = login(settings);
            assertThat(refused.state()).isEqualTo(State.FAILED);
            assertThat(refused.message()).startsWith("PASSWORD_UNPROTECTED");
            assertThat(refused.advice()).contains("Choose an encryption", "allowPublicKeyRetrieval=true");
        }
        ConfigValue.Obj trusting =
                settings.with("properties", ConfigValue.Obj.EMPTY.with("allowPublicKeyRetrieval", "true"));
        assertThat(login(trusting).state()).isEqualTo(State.PASSED);
        assertThat(login(trusting.with("password", "wrong")).message()).startsWith("LOGIN_FAILED");
    }

    /** Settings of a server change neither what a CHAR holds nor what a text of ours means. */
    @ParameterizedTest
    @ValueSource(strings = {"", ", \"progressTable\"", ", \"staging\""})
    void modesOfTheServerChangeNoValue(String way) throws Exception {
        try (MariaDbServer server = MariaDbServer.start(
                "--sql-mode=ANSI_QUOTES,PAD_CHAR_TO_FULL_LENGTH,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT,"
                        + (MariaDbServer.isMySql() ? "TIME_TRUNCATE_FRACTIONAL" : "TIME_ROUND_FRACTIONAL"))) {
            TestDatabase strange = server.database();
            strange.run(
                    "create table s (k char(12) primary key, v varchar(40), d datetime(6)) character set utf8mb4",
                    "insert into s select concat('k', seq), concat('\\', seq, '''', ' ')"
                            + ", '2024-02-29 23:59:59.999999' from seq_1_to_2000",
                    "create table t (k varchar(12) primary key, v varchar(40), d datetime(6)) character set utf8mb4");
            ConfigValue.Obj writer = Databases.step("t", "k", "v", "d");
            if (way.contains("progressTable")) {
                writer = writer.with("progressTable", new ConfigValue.Bool(true));
            } else if (way.contains("staging")) {
                writer = writer.with("loadMode", "staging");
            }
            copy(strange, Databases.step("s", "k", "v", "d").with("splitPk", "k"), writer, 4);

            assertThat(strange.value("select count(*) from t where length(k) = length(trim(k)) and right(v, 2) = ''' '"
                            + " and left(v, 1) = '\\' and microsecond(d) = 999999"))
                    .isEqualTo("2000");
        }
    }

    @Test
    void aProposedTableIsMadeWhateverTheModesAre() throws Exception {
        try (MariaDbServer server = MariaDbServer.start("--sql-mode=ANSI_QUOTES,NO_BACKSLASH_ESCAPES")) {
            TestDatabase strange = server.database();
            Column column = new Column("a", new LogicalType.Text(20), true, "", true, "it's a \\ \"comment\"", false);
            String sql = ((SupportsTableCreation) connector)
                    .propose(new Schema(List.of(column)), "made", Instants.LOCAL)
                    .sql();
            connector.create(Databases.settings(strange), FileRoots.unrestricted(), sql);
            assertThat(strange.value("select column_comment from information_schema.columns where table_name = 'made'"
                            + " and table_schema = database()"))
                    .isEqualTo("it's a \\ \"comment\"");
        }
    }

    /** Tables of the product's own have keys. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServerThatWantsAPrimaryKeyInEachTableIsWrittenTo(boolean staging) throws Exception {
        String demand = MariaDbServer.isMySql() ? "--sql-require-primary-key=ON" : "--innodb-force-primary-key=ON";
        try (MariaDbServer server = MariaDbServer.start(demand)) {
            TestDatabase strict = server.database();
            strict.run(
                    "create table s (id int primary key, v varchar(20))",
                    "insert into s select seq, concat('v', seq) from seq_1_to_3000",
                    "create table t like s");
            ConfigValue.Obj writer = Databases.step("t", "id", "v");
            copy(
                    strict,
                    Databases.step("s", "id", "v"),
                    staging
                            ? writer.with("loadMode", "staging")
                            : writer.with("progressTable", new ConfigValue.Bool(true)),
                    2);
            assertThat(strict.value("select count(*) from t where v = concat('v', id)"))
                    .isEqualTo("3000");
        }
    }

    /** MySQL gives a table without one a key that nobody sees; MariaDB has such columns when somebody makes them. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aColumnThatNobodySeesIsNoneOfAllColumns(boolean staging) throws Exception {
        String hidden = MariaDbServer.isMySql()
                ? "create table %s (x int, v varchar(20))"
                : "create table %s (my_row_id bigint unsigned auto_increment invisible primary key, x int, v varchar(20))";
        List<String> statements = List.of(
                hidden.formatted("s"),
                hidden.formatted("t"),
                "insert into s (x, v) select seq, concat('v', seq) from seq_1_to_3000",
                "insert into t (x, v) values (1, 'old')");
        try (MariaDbServer server = MariaDbServer.isMySql()
                ? MariaDbServer.start("--sql-generate-invisible-primary-key=ON")
                : MariaDbServer.start()) {
            TestDatabase given = server.database();
            given.run(statements.toArray(String[]::new));
            RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(given));
            try (Reader<?> reader = Steps.reader(connector, Databases.step("s", "*"), context)) {
                assertThat(reader.discover().columns()).extracting(Column::name).containsExactly("x", "v");
            }
            ConfigValue.Obj writer = Databases.step("t", "*");
            copy(given, Databases.step("s", "*"), staging ? writer.with("loadMode", "staging") : writer, 2);
            assertThat(given.value("select count(*) from t where v = concat('v', x)"))
                    .isEqualTo("3000");
            assertThat(given.value("select count(distinct my_row_id) from t")).isEqualTo(staging ? "3000" : "3001");
        }
    }

    /** Where the axes of a reference system are swapped in its text, those of the bytes are not. */
    @Test
    void placesArriveWithTheirReferenceSystem() throws Exception {
        String place = MariaDbServer.isMySql() ? "point not null srid 4326" : "point not null";
        database.run(
                "create table s (id int primary key, p " + place + ", g geometry)",
                "insert into s values (1, st_geomfromtext('POINT(10 20)', 4326),"
                        + " st_geomfromtext('POLYGON((0 0, 0 5, 5 5, 0 0))'))",
                "create table t like s");
        copy(database, Databases.step("s", "*"), Databases.step("t", "*"), 1);
        assertThat(database.rows("select st_astext(p), st_srid(p), st_astext(g), st_srid(g), hex(p), hex(g) from t"))
                .isEqualTo(database.rows(
                        "select st_astext(p), st_srid(p), st_astext(g), st_srid(g), hex(p), hex(g) from s"))
                .hasSize(1);
    }

    /** The client does not know the type and loses its place in the server's answer. */
    @Test
    void aTypeTheClientDoesNotKnowIsRefusedWithAReason() throws Exception {
        String vector = MariaDbServer.isMySql() ? "vector(3)" : "varbinary(12)";
        database.run(
                "create table s (id int primary key, v " + vector + ")",
                "insert into s values (1, x'000080BF00000000000000C0')");
        RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(database));
        try (Reader<?> reader = Steps.reader(connector, Databases.step("s", "*"), context)) {
            if (MariaDbServer.isMySql()) {
                SluiceException refused = catchThrowableOfType(SluiceException.class, reader::discover);
                assertThat(refused.code()).isEqualTo(CommonError.NOT_SUPPORTED);
                assertThat(refused).hasMessageContaining("VECTOR");
            } else {
                assertThat(reader.discover().size()).isEqualTo(2);
            }
        }
        try (Reader<?> reader = Steps.reader(connector, Databases.step("s", "id", "hex(v)"), context)) {
            assertThat(reader.discover().size()).isEqualTo(2);
        }
    }

    /** An index of MySQL may be of an expression, which is no column. */
    @Test
    void anIndexOfAnExpressionIsNoKeyToCutBy() throws Exception {
        database.run(
                "create table s (id int primary key, x int, y int, key by_x (x))",
                "insert into s select seq, seq, seq from seq_1_to_100",
                MariaDbServer.isMySql()
                        ? "create index f on s ((y + 1))"
                        : "alter table s add z int as (y + 1), add key (z)");
        try (Discovery discovery = connector.discover(Databases.settings(database), FileRoots.unrestricted())) {
            assertThat(discovery.table("s").orElseThrow().splitKeys())
                    .extracting(Discovery.SplitKeyChoice::column)
                    .contains("id", "x")
                    .doesNotContain("y");
        }
        database.run("create table t (id int primary key, x int, y int)");
        copy(
                database,
                Databases.step("s", "id", "x", "y").with("splitPk", "x"),
                Databases.step("t", "id", "x", "y"),
                2);
        assertThat(database.value("select count(*) from t where x = id and y = id"))
                .isEqualTo("100");
    }
}
