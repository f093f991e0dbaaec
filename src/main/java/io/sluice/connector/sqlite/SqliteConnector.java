package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.Inserts;
import io.sluice.connector.jdbc.JdbcDiscovery;
import io.sluice.connector.jdbc.JdbcReader;
import io.sluice.connector.jdbc.JdbcWriter;
import io.sluice.connector.jdbc.Landing;
import io.sluice.connector.jdbc.LandingCheck;
import io.sluice.connector.jdbc.ReadRequest;
import io.sluice.connector.jdbc.StatementLoader;
import io.sluice.connector.jdbc.TableStatements;
import io.sluice.connector.jdbc.Target;
import io.sluice.connector.jdbc.TrialCheck;
import io.sluice.connector.jdbc.WriteRequest;
import io.sluice.connector.jdbc.WrittenColumns;
import io.sluice.spi.Capability;
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
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SQLite files. */
public final class SqliteConnector
        implements Connector, SupportsConnectionTest, SupportsJdbcUrl, SupportsTableCreation, SupportsDiscovery {
    private static final ConfigSpec<SqliteDataSource> DATA_SOURCE = ConfigSpec.of(SqliteDataSource.class);
    private static final String SCHEME = "jdbc:sqlite:";
    private static final SqliteDialect DIALECT = new SqliteDialect();

    @Override
    public String id() {
        return "sqlite";
    }

    @Override
    public Profile profile() {
        return new Profile(
                "SQLite", Profile.Family.DATABASE, "Sq", "Reads and writes tables of SQLite database files.");
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
        return SqliteCheck.run(settings, DATA_SOURCE, files);
    }

    @Override
    public Discovery discover(ConfigValue.Obj settings, FileAccess files) {
        SqliteDataSource source = JdbcDiscovery.bound(DATA_SOURCE, settings);
        return new JdbcDiscovery(DIALECT, new SqliteCatalogue(), new SqliteSessions(source, files));
    }

    @Override
    public ConfigValue.Obj fromJdbcUrl(String url) {
        if (!url.startsWith(SCHEME) || url.length() == SCHEME.length()) {
            throw new SluiceException(CommonError.PARAMETER_INVALID, "Only URLs of the form jdbc:sqlite:file are read");
        }
        return ConfigValue.Obj.EMPTY.with("path", new SqliteDataSource(url.substring(SCHEME.length())).path());
    }

    @Override
    public String toJdbcUrl(ConfigValue.Obj settings) {
        return SCHEME + settings.find("path").map(Object::toString).orElse("");
    }

    @Override
    public TableDefinition propose(Schema source, String table, TableDefinition.Instants instants) {
        return new SqliteTables(DIALECT).propose(source, table);
    }

    @Override
    public void create(ConfigValue.Obj settings, FileAccess files, String sql) throws SQLException {
        SqliteDataSource source = JdbcDiscovery.bound(DATA_SOURCE, settings);
        TableStatements.run(new SqliteSessions(source, files), sql);
    }

    private static final class Readers implements SupportsSample<SqliteReadConfig> {
        @Override
        public ConfigSpec<SqliteReadConfig> config() {
            return ConfigSpec.of(SqliteReadConfig.class);
        }

        @Override
        public List<ConfigProblem> check(SqliteReadConfig config) {
            return config.source().problems();
        }

        @Override
        public Reader<?> create(SqliteReadConfig config, TaskContext context) {
            return reader(config.request(), context);
        }

        @Override
        public Reader<?> sample(SqliteReadConfig config, TaskContext context, int rows) {
            return reader(config.request().first(rows), context);
        }

        private static JdbcReader reader(ReadRequest request, TaskContext context) {
            return new JdbcReader(
                    DIALECT,
                    request,
                    name -> new SqliteSessions(context.dataSource(name, DATA_SOURCE), context.files()),
                    context);
        }
    }

    private static final class Writers
            implements SupportsReadBack<SqliteWriteConfig>,
                    SupportsReplay<SqliteWriteConfig>,
                    SupportsTrial<SqliteWriteConfig> {
        @Override
        public ConfigSpec<SqliteWriteConfig> config() {
            return ConfigSpec.of(SqliteWriteConfig.class);
        }

        @Override
        public List<ConfigProblem> check(SqliteWriteConfig config) {
            List<ConfigProblem> problems = new ArrayList<>(config.target().problems());
            problems.addAll(config.unrepresentable().target().problems());
            return problems;
        }

        @Override
        public Unrepresentable unrepresentable(SqliteWriteConfig config) {
            return config.unrepresentable().target().chosen();
        }

        @Override
        public ConfigValue.Obj readBack(SqliteWriteConfig config, TaskContext context) throws SQLException {
            return WrittenColumns.readBack(
                    DIALECT,
                    sessions(config, context),
                    config.request(),
                    config.target().dataSourceName(),
                    List.of());
        }

        @Override
        public Guarantee guarantee(SqliteWriteConfig config) {
            return LandingCheck.guarantee(new Landing.Append(), config.writeMode() != SqliteWriteConfig.Mode.INSERT);
        }

        @Override
        public Writer<?> create(SqliteWriteConfig config, TaskContext context) {
            return writer(config, config.request(), context);
        }

        @Override
        public Writer<?> replaying(SqliteWriteConfig config, TaskContext context) {
            return writer(config, config.request().onlyRows(), context);
        }

        /** Whatever a statement does here, triggers included, a rollback takes back. */
        @Override
        public Optional<TrialObstacle> trialObstacle(SqliteWriteConfig config, TaskContext context)
                throws SQLException {
            return TrialCheck.of(
                    config.request(), DIALECT, sessions(config, context), (connection, table) -> Optional.empty());
        }

        @Override
        public boolean refusesTakenKeys(SqliteWriteConfig config) {
            return config.writeMode() == SqliteWriteConfig.Mode.INSERT;
        }

        @Override
        public Writer<?> trying(SqliteWriteConfig config, TaskContext context) {
            return writer(config, config.request().bareRows(), context);
        }

        private static SqliteSessions sessions(SqliteWriteConfig config, TaskContext context) {
            return new SqliteSessions(
                    context.dataSource(config.target().dataSourceName(), DATA_SOURCE), context.files());
        }

        private static Writer<?> writer(SqliteWriteConfig config, WriteRequest request, TaskContext context) {
            StatementLoader loader = new StatementLoader(DIALECT, target -> sql(config, target));
            return new JdbcWriter(DIALECT, request, sessions(config, context), loader, context);
        }

        private static String sql(SqliteWriteConfig config, Target target) {
            return switch (config.writeMode()) {
                case INSERT -> Inserts.sql(DIALECT, target, "INSERT", "");
                case REPLACE -> Inserts.sql(DIALECT, target, "REPLACE", "");
                case UPDATE ->
                    Inserts.sql(DIALECT, target, "INSERT", "")
                            + Inserts.onConflict(DIALECT, target, config.updateColumn());
            };
        }
    }
}
