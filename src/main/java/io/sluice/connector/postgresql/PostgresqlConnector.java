package io.sluice.connector.postgresql;

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
import io.sluice.connector.jdbc.Sessions;
import io.sluice.connector.jdbc.StatementLoader;
import io.sluice.connector.jdbc.TableStatements;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL. */
public final class PostgresqlConnector
        implements Connector,
                SupportsConnectionTest,
                SupportsJdbcUrl,
                SupportsTableCreation,
                SupportsWidening,
                SupportsDiscovery {
    private static final ConfigSpec<PostgresqlDataSource> DATA_SOURCE = ConfigSpec.of(PostgresqlDataSource.class);
    private static final int DEFAULT_PORT = 5432;
    private static final int LOOK_PATIENCE = 15_000;
    private static final int REWRITE_PATIENCE = 3_600_000;

    /** Who waits for a lock on a table makes everybody behind him wait. */
    private static final List<String> NO_QUEUE = List.of("SET lock_timeout = '5s'");

    private static final PostgresqlDialect DIALECT = new PostgresqlDialect();
    static final PostgresqlTargetTables TARGET_TABLES = new PostgresqlTargetTables(DIALECT);

    @Override
    public String id() {
        return "postgresql";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("postgres");
    }

    @Override
    public Profile profile() {
        return new Profile(
                "PostgreSQL", Profile.Family.DATABASE, "Pg", "Reads and writes tables of PostgreSQL servers.");
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.SPLIT_READ,
                Capability.IDEMPOTENT_WRITE,
                Capability.TRANSACTIONAL_WRITE,
                Capability.NON_FINITE_VALUES);
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
        return ServerTest.run(settings, DATA_SOURCE, DIALECT::classify, PostgresqlProbe::new);
    }

    @Override
    public Discovery discover(ConfigValue.Obj settings, FileAccess files) {
        PostgresqlDataSource source = JdbcDiscovery.bound(DATA_SOURCE, settings);
        return new JdbcDiscovery(
                DIALECT,
                new PostgresqlCatalogue(DIALECT),
                new PostgresqlSessions(source.address(), PostgresqlSessions.LOOKING, seconds(LOOK_PATIENCE)));
    }

    @Override
    public ConfigValue.Obj fromJdbcUrl(String url) {
        return PostgresqlUrl.toSettings(JdbcUrl.parse(url, "jdbc:postgresql", DEFAULT_PORT));
    }

    @Override
    public String toJdbcUrl(ConfigValue.Obj settings) {
        return JdbcUrl.spell("jdbc:postgresql", settings, DEFAULT_PORT);
    }

    @Override
    public TableDefinition propose(Schema source, String table, TableDefinition.Instants instants) {
        return new PostgresqlTables(DIALECT).propose(source, table);
    }

    @Override
    public void create(ConfigValue.Obj settings, FileAccess files, String sql) throws SQLException {
        PostgresqlDataSource source = JdbcDiscovery.bound(DATA_SOURCE, settings);
        TableStatements.run(new PostgresqlSessions(source.address(), List.of(), seconds(LOOK_PATIENCE)), sql);
    }

    @Override
    public ColumnWidening widening(ConfigValue.Obj settings, FileAccess files, String table, String column, Wish wish)
            throws SQLException {
        PostgresqlDataSource source = JdbcDiscovery.bound(DATA_SOURCE, settings);
        ColumnChanges changes =
                new ColumnChanges(DIALECT, new PostgresqlCatalogue(DIALECT), new PostgresqlAlteration(DIALECT));
        try (Connection connection = new PostgresqlSessions(
                        source.address(), PostgresqlSessions.LOOKING, seconds(LOOK_PATIENCE))
                .reading()) {
            return changes.look(connection, table, column, wish);
        }
    }

    @Override
    public void widen(ConfigValue.Obj settings, FileAccess files, String sql, Stop stop) throws SQLException {
        PostgresqlDataSource source = JdbcDiscovery.bound(DATA_SOURCE, settings);
        TableStatements.run(new PostgresqlSessions(source.address(), NO_QUEUE, seconds(REWRITE_PATIENCE)), sql, stop);
    }

    private static final class Readers implements SupportsSample<PostgresqlReadConfig> {
        @Override
        public ConfigSpec<PostgresqlReadConfig> config() {
            return ConfigSpec.of(PostgresqlReadConfig.class);
        }

        @Override
        public List<ConfigProblem> check(PostgresqlReadConfig config) {
            return config.source().problems();
        }

        /** A snapshot does not outlive the run that took it. */
        @Override
        public boolean goesOn(PostgresqlReadConfig config) {
            return !config.request().isSnapshot();
        }

        @Override
        public Reader<?> create(PostgresqlReadConfig config, TaskContext context) {
            JdbcReader rows = reader(config, config.request(), context);
            boolean byCopy = config.readMode() == PostgresqlReadConfig.Mode.COPY;
            return new PostgresqlReader(DIALECT, rows, new CopySources(DIALECT, rows, byCopy, context), context);
        }

        /** A cursor of few rows starts faster than COPY, which would have to be tried first. */
        @Override
        public Reader<?> sample(PostgresqlReadConfig config, TaskContext context, int rows) {
            return reader(config, config.request().first(rows), context);
        }

        private static JdbcReader reader(PostgresqlReadConfig config, ReadRequest request, TaskContext context) {
            return new JdbcReader(
                    DIALECT,
                    request,
                    name -> {
                        PostgresqlSessions sessions = new PostgresqlSessions(
                                context.dataSource(name, DATA_SOURCE).address(),
                                config.connecting().session(),
                                seconds(config.connecting().socketTimeout()));
                        return request.isSnapshot() ? new PostgresqlSnapshot(sessions, name, context) : sessions;
                    },
                    context);
        }
    }

    private static final class Writers
            implements SupportsReadBack<PostgresqlWriteConfig>,
                    SupportsReplay<PostgresqlWriteConfig>,
                    SupportsTrial<PostgresqlWriteConfig> {
        @Override
        public ConfigSpec<PostgresqlWriteConfig> config() {
            return ConfigSpec.of(PostgresqlWriteConfig.class);
        }

        @Override
        public List<ConfigProblem> check(PostgresqlWriteConfig config) {
            return config.nullMode() == PostgresqlWriteConfig.NullMode.SKIP_NULL
                    ? List.of(new ConfigProblem(
                            "nullMode",
                            ConfigProblem.Kind.DENIED,
                            "Leaving columns out by 'nullMode' is not offered yet (NOT_SUPPORTED)"))
                    : LandingCheck.check(config.request(), config.target().problems());
        }

        @Override
        public Unrepresentable unrepresentable(PostgresqlWriteConfig config) {
            return config.unrepresentable().chosen();
        }

        @Override
        public Guarantee guarantee(PostgresqlWriteConfig config) {
            return LandingCheck.guarantee(
                    config.request().landing(), config.writeMode() == PostgresqlWriteConfig.Mode.UPSERT);
        }

        @Override
        public ConfigValue.Obj readBack(PostgresqlWriteConfig config, TaskContext context) throws SQLException {
            Sessions sessions = new PostgresqlSessions(
                    context.dataSource(config.target().dataSourceName(), DATA_SOURCE)
                            .address(),
                    config.connecting().session(),
                    seconds(config.connecting().socketTimeout()));
            return WrittenColumns.readBack(
                    DIALECT,
                    sessions,
                    config.request(),
                    config.target().dataSourceName(),
                    config.connecting().session());
        }

        @Override
        public Writer<?> create(PostgresqlWriteConfig config, TaskContext context) {
            return writer(config, config.request(), context);
        }

        @Override
        public Writer<?> replaying(PostgresqlWriteConfig config, TaskContext context) {
            return writer(config, config.request().onlyRows(), context);
        }

        @Override
        public Optional<TrialObstacle> trialObstacle(PostgresqlWriteConfig config, TaskContext context)
                throws SQLException {
            return TrialCheck.of(config.request(), DIALECT, sessions(config, context), TARGET_TABLES::trialObstacle);
        }

        @Override
        public boolean refusesTakenKeys(PostgresqlWriteConfig config) {
            return config.writeMode() != PostgresqlWriteConfig.Mode.UPSERT;
        }

        @Override
        public Writer<?> trying(PostgresqlWriteConfig config, TaskContext context) {
            return writer(config, config.request().bareRows(), context);
        }

        private static Writer<?> writer(PostgresqlWriteConfig config, WriteRequest request, TaskContext context) {
            return new JdbcWriter(DIALECT, request, sessions(config, context), loader(config), context);
        }

        private static PostgresqlSessions sessions(PostgresqlWriteConfig config, TaskContext context) {
            return new PostgresqlSessions(
                    context.dataSource(config.target().dataSourceName(), DATA_SOURCE)
                            .address(),
                    config.connecting().session(),
                    seconds(config.connecting().socketTimeout()),
                    config.writeMode() == PostgresqlWriteConfig.Mode.INSERT);
        }

        private static Loader loader(PostgresqlWriteConfig config) {
            return switch (config.writeMode()) {
                case INSERT -> new InsertLoader(new CopyLoader(DIALECT), new StatementLoader(DIALECT, DIALECT::insert));
                case COPY -> new CopyLoader(DIALECT);
                case UPSERT ->
                    new StatementLoader(
                            DIALECT,
                            target -> DIALECT.insert(target)
                                    + Inserts.onConflict(DIALECT, target, config.updateColumn()));
            };
        }
    }

    private static int seconds(int milliseconds) {
        return Math.ceilDiv(milliseconds, 1000);
    }
}
