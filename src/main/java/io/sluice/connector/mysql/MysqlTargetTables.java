package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.JdbcError;
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

/** Staging and publishing with MySQL's atomic RENAME. */
final class MysqlTargetTables implements TargetTables {
    private static final String ENGINE = """
            SELECT engine FROM information_schema.tables
            WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?""";

    private static final String FOREIGN_KEYS = """
            SELECT constraint_name FROM information_schema.referential_constraints
            WHERE constraint_schema = COALESCE(?, DATABASE()) AND table_name = ?
            UNION ALL
            SELECT constraint_name FROM information_schema.referential_constraints
            WHERE unique_constraint_schema = COALESCE(?, DATABASE()) AND referenced_table_name = ?""";

    private static final String TRIGGERS = """
            SELECT trigger_name FROM information_schema.triggers
            WHERE event_object_schema = COALESCE(?, DATABASE()) AND event_object_table = ?""";

    private static final String EXISTS = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?""";

    private static final String BESIDE = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = COALESCE(?, DATABASE()) AND LEFT(table_name, ?) = ?""";

    private static final String MANY_WRITERS = """
            SHOW VARIABLES WHERE Variable_name = 'wsrep_on' AND Value = 'ON'
            OR Variable_name = 'group_replication_single_primary_mode' AND Value = 'OFF'""";

    @Override
    public String tableOptions() {
        return " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4";
    }

    @Override
    public void checkTransactions(Connection connection, Tables.Table target) throws SQLException {
        String engine = first(connection, ENGINE, target, name(target));
        if (!"InnoDB".equalsIgnoreCase(engine)) {
            throw new SluiceException(
                    CommonError.NOT_SUPPORTED,
                    "%s has no transactions (engine %s)"
                            .formatted(target.sql(), engine.isEmpty() ? "unknown" : engine));
        }
    }

    @Override
    public Optional<TrialObstacle> trialObstacle(Connection connection, Tables.Table target) throws SQLException {
        if (!"InnoDB".equalsIgnoreCase(first(connection, ENGINE, target, name(target)))) {
            return Optional.of(TrialObstacle.NO_TRANSACTIONS);
        }
        return first(connection, TRIGGERS, target, name(target)).isEmpty()
                ? Optional.empty()
                : Optional.of(TrialObstacle.TRIGGERS);
    }

    @Override
    public void checkStaging(Connection connection, Tables.Table target) throws SQLException {
        checkTransactions(connection, target);
        refuse(first(connection, FOREIGN_KEYS, target, name(target)), "the foreign key", target);
        refuse(first(connection, TRIGGERS, target, name(target)), "the trigger", target);
    }

    private static void refuse(String found, String what, Tables.Table target) {
        if (!found.isEmpty()) {
            throw new SluiceException(
                    CommonError.NOT_SUPPORTED,
                    "A staging table cannot replace %s: %s %s would be lost".formatted(target.sql(), what, found));
        }
    }

    private static String name(Tables.Table table) {
        return table.parts().getLast();
    }

    /** The first answer of a query on a table by schema and name, however often it asks for them; empty for none. */
    private static String first(Connection connection, String query, Tables.Table target, String name)
            throws SQLException {
        String schema = target.parts().size() == 1 ? null : target.parts().getFirst();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            int parameters = statement.getParameterMetaData().getParameterCount();
            for (int i = 1; i < parameters; i += 2) {
                statement.setString(i, schema);
                statement.setString(i + 1, name);
            }
            try (ResultSet row = statement.executeQuery()) {
                String value = row.next() ? row.getString(1) : null;
                return value == null ? "" : value;
            }
        }
    }

    @Override
    public String createLike(String staging, String target) {
        return "CREATE TABLE " + staging + " LIKE " + target;
    }

    /** The names tell: staging gone and the old content there means published. */
    @Override
    public void publish(Connection connection, Swap swap) throws SQLException {
        if (missing(connection, swap, swap.staging())) {
            if (missing(connection, swap, swap.old())) {
                throw new SluiceException(
                        JdbcError.STAGING_LOST, "Neither %s nor %s is there".formatted(swap.staging(), swap.old()));
            }
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION lock_wait_timeout = 60");
            statement.execute("RENAME TABLE " + swap.target().sql() + " TO " + swap.old() + ", " + swap.staging()
                    + " TO " + swap.target().sql());
        }
    }

    private static boolean missing(Connection connection, Swap swap, String quoted) throws SQLException {
        String name = quoted.substring(quoted.lastIndexOf('.') + 1).replace("`", "");
        return first(connection, EXISTS, swap.target(), name).isEmpty();
    }

    @Override
    public String impatience() {
        return "SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 3";
    }

    @Override
    public String endurance() {
        return "SET SESSION wait_timeout = 2147483";
    }

    @Override
    public String beside() {
        return BESIDE;
    }

    @Override
    public boolean locksForAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(MANY_WRITERS)) {
            return !found.next();
        }
    }

    @Override
    public void cleanUp(Connection connection, Swap swap) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + swap.old());
            statement.execute("DROP TABLE IF EXISTS " + swap.progress());
        }
    }
}
