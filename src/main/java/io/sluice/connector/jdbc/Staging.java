package io.sluice.connector.jdbc;

import io.sluice.connector.jdbc.TargetTables.Swap;
import io.sluice.spi.Attempt;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of one load that stand beside its target: a staging table, or only one for progress. */
final class Staging {
    private final TargetTables tables;
    private final Swap swap;
    private final ProgressTable progress;

    /** @param target the table that is to be replaced */
    Staging(Dialect dialect, TargetTables tables, Tables.Table target, Attempt attempt) {
        this.tables = tables;
        String name = attempt.shortName();
        swap = new Swap(
                target,
                sibling(dialect, target, "sluice_stg_" + name),
                sibling(dialect, target, "sluice_old_" + name),
                sibling(dialect, target, "sluice_prg_" + name));
        progress = new ProgressTable(swap.progress(), attempt);
    }

    /** The quoted name of a table in the schema of another. */
    static String sibling(Dialect dialect, Tables.Table table, String name) {
        List<String> parts = new ArrayList<>(table.parts());
        parts.set(parts.size() - 1, name);
        return String.join(".", parts.stream().map(dialect::quote).toList());
    }

    ProgressTable progress() {
        return progress;
    }

    /** The table to load into, with the columns of the target. */
    Tables.Table table() {
        List<String> parts = new ArrayList<>(swap.target().parts());
        return new Tables.Table(swap.staging(), parts, swap.target().columns());
    }

    String name() {
        return swap.staging();
    }

    /** Makes both tables anew. */
    void create(Connection connection) throws SQLException {
        tables.checkStaging(connection, swap.target());
        drop(connection);
        progress.create(connection, tables.tableOptions());
        run(connection, tables.createLike(swap.staging(), swap.target().sql()));
    }

    void publish(Connection connection) throws SQLException {
        tables.publish(connection, swap);
    }

    /** Drops what the publication left. */
    void cleanUp(Connection connection) throws SQLException {
        tables.cleanUp(connection, swap);
    }

    void drop(Connection connection) throws SQLException {
        run(connection, "DROP TABLE IF EXISTS " + swap.staging());
        run(connection, "DROP TABLE IF EXISTS " + swap.progress());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
