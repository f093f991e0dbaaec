package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.JdbcError;
import io.sluice.connector.jdbc.TableColumn;
import io.sluice.connector.jdbc.Tables;
import io.sluice.connector.jdbc.TargetTables;
import io.sluice.spi.TrialObstacle;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Staging and publishing in one transaction. The rows are copied into the target, so that views, rights, triggers,
 * foreign keys and sequences stay what they are; renaming would lose them.
 */
final class PostgresqlTargetTables implements TargetTables {
    private static final String KIND = "select relkind::text from pg_class where oid = to_regclass(?)";
    private static final String REFERENCED =
            "select conname::text from pg_constraint where contype = 'f' and confrelid = to_regclass(?) limit 1";
    private static final String PARTS =
            "(select to_regclass(?) as part union select relid from pg_partition_tree(to_regclass(?))) parts";
    private static final String FOREIGN_PARTS =
            "select relname::text from pg_class join " + PARTS + " on oid = part where relkind = 'f' limit 1";
    private static final String TRIGGERS = "select tgname::text from pg_trigger join " + PARTS
            + " on tgrelid = part where not tgisinternal and tgenabled <> 'D' union all"
            + " select rulename::text from pg_rewrite join pg_class on pg_class.oid = ev_class"
            + " where pg_class.oid = to_regclass(?) and relkind in ('r', 'p') limit 1";
    private static final String BESIDE = "select table_name::text from information_schema.tables"
            + " where table_schema = coalesce(?, current_schema()) and left(table_name::text, ?) = ?";
    private static final String ORDINARY_TABLES = "rp";
    private static final String PUBLISHED = "comment on table %s is 'published'";
    private static final String COMMENT = "select obj_description(to_regclass(?), 'pg_class')";

    private final PostgresqlDialect dialect;

    PostgresqlTargetTables(PostgresqlDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String tableOptions() {
        return "";
    }

    @Override
    public void checkTransactions(Connection connection, Tables.Table target) {
        // Every table has transactions here.
    }

    @Override
    public Optional<TrialObstacle> trialObstacle(Connection connection, Tables.Table target) throws SQLException {
        String kind = ask(connection, KIND, target.sql());
        boolean ordinary = !kind.isEmpty() && ORDINARY_TABLES.contains(kind);
        if (!ordinary || !ask(connection, FOREIGN_PARTS, target.sql()).isEmpty()) {
            return Optional.of(TrialObstacle.NO_ORDINARY_TABLE);
        }
        return ask(connection, TRIGGERS, target.sql()).isEmpty()
                ? Optional.empty()
                : Optional.of(TrialObstacle.TRIGGERS);
    }

    @Override
    public void checkStaging(Connection connection, Tables.Table target) throws SQLException {
        String kind = ask(connection, KIND, target.sql());
        if (kind.isEmpty() || !ORDINARY_TABLES.contains(kind)) {
            throw new SluiceException(
                    CommonError.NOT_SUPPORTED, target.sql() + " is no table whose content can be replaced");
        }
    }

    private static String ask(Connection connection, String query, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setString(i, table);
            }
            try (ResultSet row = statement.executeQuery()) {
                String value = row.next() ? row.getString(1) : null;
                return value == null ? "" : value;
            }
        }
    }

    /** With its keys, which find duplicates during the load. */
    @Override
    public String createLike(String staging, String target) {
        return "CREATE TABLE " + staging + " (LIKE " + target + " INCLUDING ALL)";
    }

    /** The comment is set in the same transaction that empties and fills the target, so it tells whether that committed. */
    @Override
    public void publish(Connection connection, Swap swap) throws SQLException {
        if (ask(connection, KIND, swap.staging()).isEmpty()) {
            requirePublished(connection, swap);
            connection.rollback();
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '60s'");
            boolean referenced =
                    !ask(connection, REFERENCED, swap.target().sql()).isEmpty();
            statement.execute(
                    (referenced ? "DELETE FROM " : "TRUNCATE ") + swap.target().sql());
            statement.execute(copy(swap));
            statement.execute("DROP TABLE " + swap.staging());
            statement.execute(PUBLISHED.formatted(swap.progress()));
            connection.commit();
        } catch (SQLException failure) {
            connection.rollback();
            if (!ask(connection, KIND, swap.staging()).isEmpty()) {
                throw failure;
            }
            requirePublished(connection, swap);
        }
    }

    private static void requirePublished(Connection connection, Swap swap) throws SQLException {
        if (!ask(connection, COMMENT, swap.progress()).equals("published")) {
            throw new SluiceException(JdbcError.STAGING_LOST, swap.staging() + " is gone and was not published");
        }
    }

    private String copy(Swap swap) {
        String columns = swap.target().columns().stream()
                .filter(column -> !column.generated())
                .map(TableColumn::name)
                .map(dialect::quote)
                .collect(Collectors.joining(", "));
        return "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s"
                .formatted(swap.target().sql(), columns, columns, swap.staging());
    }

    @Override
    public String impatience() {
        return "SET lock_timeout = '3s'";
    }

    @Override
    public String endurance() {
        return "SET idle_in_transaction_session_timeout = 0";
    }

    @Override
    public String beside() {
        return BESIDE;
    }

    @Override
    public boolean locksForAll(Connection connection) {
        return true;
    }

    @Override
    public void cleanUp(Connection connection, Swap swap) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + swap.progress());
        }
    }
}
