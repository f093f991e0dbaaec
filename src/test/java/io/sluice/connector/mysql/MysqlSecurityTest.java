package io.sluice.connector.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchException;

import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.spi.Connector;
import io.sluice.spi.Reader;
import io.sluice.spi.SupportsConnectionTest.Layer;
import io.sluice.spi.SupportsConnectionTest.LayerKind;
import io.sluice.spi.SupportsConnectionTest.State;
import io.sluice.spi.SupportsJdbcUrl;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases S01 to S20 of the security catalogue that touch this connector. */
class MysqlSecurityTest {
    private static final String CANARY = "canary content that must stay here";

    private final MysqlConnector connector = new MysqlConnector();

    private static ConfigValue.Obj settings(String host, int port, String database, Map<String, String> properties) {
        ConfigValue.Obj table = ConfigValue.Obj.EMPTY;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            table = table.with(property.getKey(), property.getValue());
        }
        return ConfigValue.Obj.EMPTY
                .with("host", host)
                .with("port", new ConfigValue.Num(port))
                .with("database", database)
                .with("username", "u")
                .with("password", "Zx9!canary")
                .with("properties", table);
    }

    private static Bound<MysqlDataSource> bind(ConfigValue.Obj settings) {
        return ConfigSpec.of(MysqlDataSource.class).bind(settings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allowLoadLocalInfile",
                "ALLOWLOADLOCALINFILE",
                " allowLoadLocalInfile ",
                "allowLocalInfile",
                "%61llowLoadLocalInfile",
                "ａｌｌｏｗLocalInfile",
                "autoDeserialize",
                "propertiesTransform",
                "connectionLifecycleInterceptors",
                "queryInterceptors",
                "socketFactory",
                "authenticationPlugins",
                "loadBalanceExceptionChecker",
                "serverRSAPublicKeyFile",
                "serverRsaPublicKeyFile",
                "allowMultiQueries",
                "localSocket",
                "pipe",
                "credentialType",
                "sessionVariables",
                "initSql",
                "sslMode",
                "user"
            })
    void refusesPropertiesOutsideTheList(String name) {
        for (String value : List.of("true", "yes", "TRUE", "1", "/etc/passwd")) {
            assertThatThrownBy(() -> MysqlDataSource.PROPERTIES.check(Map.of(name, value)))
                    .isInstanceOfSatisfying(
                            SluiceException.class,
                            failure -> assertThat(failure.code()).isEqualTo(CommonError.CONN_PROP_DENIED));
            assertThat(bind(settings("h", 3306, "d", Map.of(name, value)))).isInstanceOf(Bound.Invalid.class);
        }
    }

    @Test
    void refusesValuesOfAnotherForm() {
        assertThatThrownBy(() -> MysqlDataSource.PROPERTIES.check(Map.of("connectTimeout", "1&allowLocalInfile=true")))
                .isInstanceOf(SluiceException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql:loadbalance://h/d",
                "jdbc:mysql:replication://h/d",
                "jdbc:mysql+srv://h/d",
                "JDBC:MYSQL://h/d",
                "jdbc:mysql://(host=h,port=3306,allowLoadLocalInfile=true)/d",
                "jdbc:mysql://address=(host=h)/d",
                "jdbc:mysql://h1,h2/d",
                "jdbc:mysql://h/d?allowLoadLocalInfile=true",
                "jdbc:mysql://h/d?%61llowLoadLocalInfile=true",
                "jdbc:mysql://h/d?autoDeserialize=yes",
                "jdbc:h2:mem:x;INIT=CREATE ALIAS",
                "jdbc:h2:mem:x;\\INIT=RUNSCRIPT FROM 'http://x'",
                " jdbc:h2:mem:x",
                "${x}jdbc:h2:mem:x",
                "jdbc:mysql://h/d#"
            })
    void refusesStrangeUrls(String url) {
        for (Connector each : ServiceLoader.load(Connector.class)) {
            if (each instanceof SupportsJdbcUrl urls) {
                assertThatThrownBy(() -> urls.fromJdbcUrl(url)).isInstanceOf(SluiceException.class);
            }
        }
    }

    @Test
    void embeddedDatabasesAreNoSources() {
        assertThat(ServiceLoader.load(Connector.class))
                .extracting(Connector::id)
                .doesNotContain("h2", "hsqldb", "derby")
                .contains("mysql", "postgresql", "sqlite");
    }

    @Test
    void keepsThePlainPartsOfAUrl() {
        ConfigValue.Obj settings =
                connector.fromJdbcUrl("jdbc:mysql://db:3307/shop?useSSL=false&characterEncoding=utf8&useUnicode=true");

        assertThat(bind(settings.with("username", "u").with("password", ""))).isInstanceOf(Bound.Valid.class);
        assertThat(connector.toJdbcUrl(settings)).isEqualTo("jdbc:mysql://db:3307/shop");
    }

    @Test
    void aDatabaseNameIsOnlyAName() throws Exception {
        TestDatabase database = MariaDbServer.shared().database();
        String name = "t?allowLocalInfile=true&a b/`%";
        database.run("create database " + new MysqlDialect().quote(name));
        ConfigValue.Obj settings = Databases.settings(database).with("database", name);
        RecordingContext context = RecordingContext.unrestricted(1).with("db", settings);
        MysqlDataSource source = context.dataSource("db", ConfigSpec.of(MysqlDataSource.class));

        try (Connection connection = new MysqlSessions(source.address(), List.of(), 10_000).reading()) {
            assertThat(connection.getCatalog()).isEqualTo(name);
        }
    }

    @Test
    void aRogueServerIsGivenNoFile(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), CANARY);
        try (RogueServer rogue = new RogueServer(secret.toString())) {
            ConfigValue.Obj settings = settings("127.0.0.1", rogue.port(), "", Map.of());
            RecordingContext context = RecordingContext.unrestricted(1).with("db", settings);

            List<Layer> layers = connector.test(settings, context.files());
            Exception reading = catchException(() -> read(context));
            Exception writing = catchException(() ->
                    Steps.writer(connector, Databases.step("t", "*"), context).prepare(new Schema(List.of())));

            assertThat(layers).anyMatch(layer -> layer.state() == State.FAILED);
            assertThat(reading).isNotNull();
            assertThat(writing).isNotNull();
            assertThat(rogue.asked()).isTrue();
            assertThat(rogue.stolen()).isZero();
        }
    }

    private void read(RecordingContext context) throws Exception {
        try (Reader<?> reader = Steps.reader(connector, Databases.step("t", "*"), context)) {
            reader.discover();
        }
    }

    @Test
    void loadDataLocalIsRefusedByOurConnections(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), CANARY);
        TestDatabase database = MariaDbServer.shared().database();
        database.run("create table t (line text)");
        RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(database));
        MysqlDataSource source = context.dataSource("db", ConfigSpec.of(MysqlDataSource.class));

        try (Connection connection = new MysqlSessions(source.address(), List.of(), 10_000).writing();
                Statement statement = connection.createStatement()) {
            assertThat(catchException(() -> statement.execute("load data local infile '" + secret + "' into table t")))
                    .isNotNull();
        }
        assertThat(database.rows("select * from t")).isEmpty();
    }

    @Test
    void hostileIdentifiersAreOnlyNames() throws Exception {
        TestDatabase database = MariaDbServer.shared().database();
        String table = "a`; DROP TABLE b; -- ";
        String column = "x`; --";
        MysqlDialect dialect = new MysqlDialect();
        // Servers do not allow a trailing blank in a table's name.
        String name = table.strip();
        database.run(
                "create table b (id int)",
                "create table " + dialect.quote(name) + " (" + dialect.quote(column) + " int)",
                "insert into " + dialect.quote(name) + " values (7)");
        RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(database));

        try (Reader<?> reader = Steps.reader(connector, Databases.step(table, column), context)) {
            assertThat(reader.discover().column(0).name()).isEqualTo(column);
        }
        assertThat(database.rows("show tables like 'b'")).hasSize(1);
    }

    @Test
    void theTestTellsWhichLayerFails() {
        TestDatabase database = MariaDbServer.shared().database();
        ConfigValue.Obj good = Databases.settings(database);
        RecordingContext context = RecordingContext.unrestricted(1);

        assertThat(connector.test(good, context.files())).noneMatch(layer -> layer.state() == State.FAILED);
        assertThat(failed(good.with("password", "wrong"), context)).isEqualTo(LayerKind.LOGIN);
        assertThat(failed(good.with("database", "nowhere"), context)).isEqualTo(LayerKind.LOGIN);
        assertThat(failed(good.with("port", new ConfigValue.Num(1)), context)).isEqualTo(LayerKind.TCP);
        assertThat(failed(good.with("host", "no-such-host.invalid"), context)).isEqualTo(LayerKind.NAME_RESOLUTION);
        assertThat(failed(good.with("host", "169.254.169.254"), context)).isEqualTo(LayerKind.NAME_RESOLUTION);
        assertThat(failed(good.with("tls", "verifyFull"), context)).isEqualTo(LayerKind.TLS);
        assertThat(connector
                        .test(good.with("password", "Zx9!canary-wrong"), context.files())
                        .toString())
                .doesNotContain("Zx9!canary");
    }

    private LayerKind failed(ConfigValue.Obj settings, RecordingContext context) {
        return connector.test(settings, context.files()).stream()
                .filter(layer -> layer.state() == State.FAILED)
                .map(Layer::kind)
                .findFirst()
                .orElseThrow();
    }
}
