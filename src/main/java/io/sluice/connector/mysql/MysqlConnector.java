package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.ColumnChanges;
import io.sluice.connector.jdbc.Inserts;
import io.sluice.connector.jdbc.JdbcDiscovery;
import io.sluice.connector.jdbc.JdbcReader;
import io.sluice.connector.jdbc.JdbcUrl;
import io.sluice.connector.jdbc.JdbcWriter;
import io.sluice.connector.jdbc.LandingCheck;
import io.sluice.connector.jdbc.Loader;
import io.sluice.connector.jdbc.ReadRequest;
import io.sluice.connector.jdbc.ServerTest;
import io.sluice.connector.jdbc.StatementLoader;
import io.sluice.connector.jdbc.TableStatements;
import io.sluice.connector.jdbc.Target;
import io.sluice.connector.jdbc.TrialCheck;
import io.sluice.connector.jdbc.WriteRequest;
import io.sluice.connector.jdbc.WrittenColumns;
import io.sluice.spi.Capability;
import io.sluice.spi.ColumnWidening;
import io.sluice.spi.Connector;
import io.sluice.spi.Discovery;
import io.sluice.spi.FileAccess;
import io.sluice.spi.Guarantee;
import io.sluice.spi.Profile;
import io.sluice.spi.Reader;
import io.sluice.spi.ReaderFactory;
import io.sluice.spi.SupportsConnectionTest;
import io.sluice.spi.SupportsDiscovery;
import io.sluice.spi.SupportsJdbcUrl;
import io.sluice.spi.SupportsReadBack;
import io.sluice.spi.SupportsReplay;
import io.sluice.spi.SupportsSample;
import io.sluice.spi.SupportsTableCreation;
import io.sluice.spi.SupportsTrial;
import io.sluice.spi.SupportsWidening;
import io.sluice.spi.TableDefinition;
import io.sluice.spi.TaskContext;
import io.sluice.spi.TrialObstacle;
import io.sluice.spi.Unrepresentable;
import io.sluice.spi.Writer;
import io.sluice.spi.WriterFactory;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MySQL and MariaDB. */
public final class MysqlConnector
        implements Connector,
                SupportsConnectionTest,
                SupportsJdbcUrl,
                SupportsTableCreation,
                SupportsWidening,
                SupportsDiscovery {
    private static final ConfigSpec<MysqlDataSource> DATA_SOURCE = ConfigSpec.of(MysqlDataSource.class);
    private static final int DEFAULT_PORT = 3306;
    private static final int LOOK_PATIENCE = 15_000;
    private static final int COPY_PATIENCE = 3_600_000;

    /** Who waits for a lock on a table makes everybody behind him wait. */
    private static final List<String> NO_QUEUE = List.of("SET SESSION lock_wait_timeout = 5");

    private static final MysqlDialect DIALECT = new MysqlDialect();
    static final MysqlTargetTables TARGET_TABLES = new MysqlTargetTables();

    @Override
    public String id() {
        return "mysql";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("mariadb");
    }

    @Override
    public Profile profile() {
        return new Profile(
                "MySQL / MariaDB",
                Profile.Family.DATABASE,
                "My",
                "Reads and writes tables of MySQL and MariaDB servers.");
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.SPLIT_READ, Capability.IDEMPOTENT_WRITE, Capability.TRANSACTIONAL_WRITE);
    }

    @Override
    public Optional<ConfigSpec<?>> dataSource() {
        return Optional.of(DATA_SOURCE);
    }

    @Override
    public Optional<ReaderFactory<?>> reader() {
        return Optional.of(new Readers());
    }

    @Override
    public Optional<WriterFactory<?>> writer() {
        return Optional.of(new Writers());
    }

    @Override
    public ErrorCode classify(Exception failure) {
        return DIALECT.classify(failure);
    }

    @Override
    public List<Layer> test(ConfigValue.Obj settings, FileAccess files) {
        return ServerTest.run(settings, DATA_SOURCE, DIALECT::classify, MysqlProbe::new);
    }

    @Override
    public Discovery discover(ConfigValue.Obj settings, FileAccess files) {
        MysqlDataSource source = JdbcDiscovery.bound(DATA_SOURCE, settings);
        return new JdbcDiscovery(
                DIALECT,
                new MysqlCatalogue(),
                new MysqlSessions(source.address(), MysqlSessions.LOOKING, LOOK_PATIENCE));
    }

    @Override
    public ConfigValue.Obj fromJdbcUrl(String url) {
        String scheme = url.startsWith("jdbc:mariadb:") ? "jdbc:mariadb" : "jdbc:mysql";
        return MysqlUrl.toSettings(JdbcUrl.parse(url, scheme, DEFAULT_PORT));
    }

    @Override
    public String toJdbcUrl(ConfigValue.Obj settings) {
        return JdbcUrl.spell("jdbc:mysql", settings, DEFAULT_PORT);
    }

    @Override
    public TableDefinition propose(Schema source, String table, TableDefinition.Instants instants) {
        return new MysqlTables(DIALECT).propose(source, table, instants);
    }

    @Override
    public void create(ConfigValue.Obj settings, FileAccess files, String sql) throws SQLException {
        MysqlDataSource source = JdbcDiscovery.bound(DATA_SOURCE, settings);
        TableStatements.run(new MysqlSessions(source.address(), List.of(), LOOK_PATIENCE), sql);
    }

    /** With the settings of a writing session: others might make the server quote names in its own way. */
    @Override
    public ColumnWidening widening(ConfigValue.Obj settings, FileAccess files, String table, String column, Wish wish)
            throws SQLException {
        MysqlDataSource source = JdbcDiscovery.bound(DATA_SOURCE, settings);
        ColumnChanges changes = new ColumnChanges(DIALECT, new MysqlCatalogue(), new MysqlAlteration(DIALECT));
        try (Connection connection =
                new MysqlSessions(source.address(), MysqlSessions.LOOKING, LOOK_PATIENCE).writing()) {
            return changes.look(connection, table, column, wish);
        }
    }

    @Override
    public void widen(ConfigValue.Obj settings, FileAccess files, String sql, Stop stop) throws SQLException {
        MysqlDataSource source = JdbcDiscovery.bound(DATA_SOURCE, settings);
        TableStatements.run(new MysqlSessions(source.address(), NO_QUEUE, COPY_PATIENCE), sql, stop);
    }

    private static final class Readers implements SupportsSample<MysqlReadConfig> {
        @Override
        public ConfigSpec<MysqlReadConfig> config() {
            return ConfigSpec.of(MysqlReadConfig.class);
        }

        @Override
        public List<ConfigProblem> check(MysqlReadConfig config) {
            List<ConfigProblem> problems = new ArrayList<>(config.source().problems());
            problems.addAll(config.unrepresentable().problems());
            return problems;
        }

        @Override
        public Unrepresentable.ZeroDate zeroDate(MysqlReadConfig config) {
            return config.unrepresentable().chosen();
        }

        /** A snapshot does not outlive the run that took it. */
        @Override
        public boolean goesOn(MysqlReadConfig config) {
            return !config.request().isSnapshot();
        }

        @Override
        public Reader<?> create(MysqlReadConfig config, TaskContext context) {
            return reader(config, config.request(), context);
        }

        @Override
        public Reader<?> sample(MysqlReadConfig config, TaskContext context, int rows) {
            return reader(config, config.request().first(rows), context);
        }

        private static JdbcReader reader(MysqlReadConfig config, ReadRequest request, TaskContext context) {
            return new JdbcReader(
                    new MysqlDialect(config.unrepresentable()),
                    request,
                    name -> {
                        MysqlSessions sessions = new MysqlSessions(
                                context.dataSource(name, DATA_SOURCE).address(),
                                config.connecting().session(),
                                config.connecting().socketTimeout());
                        return request.isSnapshot() ? new MysqlSnapshot(sessions, name, context) : sessions;
                    },
                    context);
        }
    }

    private static final class Writers
            implements SupportsReadBack<MysqlWriteConfig>,
                    SupportsReplay<MysqlWriteConfig>,
                    SupportsTrial<MysqlWriteConfig> {
        @Override
        public ConfigSpec<MysqlWriteConfig> config() {
            return ConfigSpec.of(MysqlWriteConfig.class);
        }

        @Override
        public List<ConfigProblem> check(MysqlWriteConfig config) {
            List<ConfigProblem> problems = new ArrayList<>(config.target().problems());
            problems.addAll(config.unrepresentable().problems());
            return config.nullMode() == MysqlWriteConfig.NullMode.SKIP_NULL
                    ? List.of(new ConfigProblem(
                            "nullMode",
                            ConfigProblem.Kind.DENIED,
                            "Leaving columns out by 'nullMode' is not offered yet (NOT_SUPPORTED)"))
                    : LandingCheck.check(config.request(), problems);
        }

        @Override
        public Unrepresentable unrepresentable(MysqlWriteConfig config) {
            return config.unrepresentable().chosen();
        }

        @Override
        public Guarantee guarantee(MysqlWriteConfig config) {
            return LandingCheck.guarantee(
                    config.request().landing(), config.writeMode() != MysqlWriteConfig.Mode.INSERT);
        }

        @Override
        public ConfigValue.Obj readBack(MysqlWriteConfig config, TaskContext context) throws SQLException {
            return WrittenColumns.readBack(
                    DIALECT,
                    sessions(config, context),
                    config.request(),
                    config.target().dataSourceName(),
                    config.connecting().session());
        }

        @Override
        public Writer<?> create(MysqlWriteConfig config, TaskContext context) {
            return writer(config, config.request(), context);
        }

        @Override
        public Writer<?> replaying(MysqlWriteConfig config, TaskContext context) {
            return writer(config, config.request().onlyRows(), context);
        }

        @Override
        public Optional<TrialObstacle> trialObstacle(MysqlWriteConfig config, TaskContext context) throws SQLException {
            return TrialCheck.of(config.request(), DIALECT, sessions(config, context), TARGET_TABLES::trialObstacle);
        }

        @Override
        public boolean refusesTakenKeys(MysqlWriteConfig config) {
            return config.writeMode() == MysqlWriteConfig.Mode.INSERT;
        }

        @Override
        public Writer<?> trying(MysqlWriteConfig config, TaskContext context) {
            return writer(config, config.request().bareRows(), context);
        }

        private static Writer<?> writer(MysqlWriteConfig config, WriteRequest request, TaskContext context) {
            return new JdbcWriter(DIALECT, request, sessions(config, context), loader(config), context);
        }

        private static MysqlSessions sessions(MysqlWriteConfig config, TaskContext context) {
            return new MysqlSessions(
                    context.dataSource(config.target().dataSourceName(), DATA_SOURCE)
                            .address(),
                    config.connecting().session(),
                    config.connecting().socketTimeout());
        }

        private static Loader loader(MysqlWriteConfig config) {
            return switch (config.loadMethod()) {
                case AUTO -> new RowsLoader((target, rows) -> sql(config, target, rows), true);
                case MULTI_ROW -> new RowsLoader((target, rows) -> sql(config, target, rows), false);
                case SINGLE_ROW -> new StatementLoader(DIALECT, target -> sql(config, target, 1));
            };
        }

        private static String sql(MysqlWriteConfig config, Target target, int rows) {
            String verb = config.writeMode() == MysqlWriteConfig.Mode.REPLACE ? "REPLACE" : "INSERT";
            String more = ", ("
                    + String.join(", ", Collections.nCopies(target.columns().size(), "?")) + ")";
            String values = Inserts.sql(DIALECT, target, verb, "") + more.repeat(rows - 1);
            return switch (config.writeMode()) {
                case INSERT -> values;
                case REPLACE -> values;
                case UPDATE -> values + onDuplicateKey(config, target);
            };
        }

        private static String onDuplicateKey(MysqlWriteConfig config, Target target) {
            List<String> assignments = Inserts.updated(DIALECT, target, config.updateColumn()).stream()
                    .map(DIALECT::quote)
                    .map(name -> name + " = VALUES(" + name + ")")
                    .toList();
            return " ON DUPLICATE KEY UPDATE " + String.join(", ", assignments);
        }
    }
}
