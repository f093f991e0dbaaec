package io.sluice.connector.jdbc;

import io.sluice.connector.jdbc.TargetTables.Swap;
import io.sluice.spi.Attempt;
import io.sluice.spi.TaskContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of one load that stand beside its target: a staging table, or only one for progress. */
final class Staging {
    private static final String STAGING = "sluice_stg_";
    private static final String OLD = "sluice_old_";
    static final String PROGRESS = "sluice_prg_";

    private final Dialect dialect;
    private final TargetTables tables;
    private final String name;
    private final Swap swap;
    private final ProgressTable progress;
    private final boolean only;

    /** @param target the table that is to be replaced */
    Staging(Dialect dialect, TargetTables tables, Tables.Table target, Attempt attempt) {
        this.dialect = dialect;
        this.tables = tables;
        name = attempt.shortName();
        only = attempt.only();
        swap = new Swap(
                target,
                sibling(dialect, target, STAGING + name),
                sibling(dialect, target, OLD + name),
                sibling(dialect, target, PROGRESS + name));
        progress = new ProgressTable(swap.progress(), attempt);
    }

    /** The quoted name of a table in the schema of another. */
    static String sibling(Dialect dialect, Tables.Table table, String name) {
        return String.join(
                ".", siblingParts(table, name).stream().map(dialect::quote).toList());
    }

    private static List<String> siblingParts(Tables.Table table, String name) {
        List<String> parts = new ArrayList<>(table.parts());
        parts.set(parts.size() - 1, name);
        return parts;
    }

    /** Whether a table of this name stands in the schema of another. */
    static boolean exists(Dialect dialect, Connection connection, Tables.Table table, String name) throws SQLException {
        return !dialect.columns(connection, sibling(dialect, table, name), siblingParts(table, name))
                .isEmpty();
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
        try {
            if (only) {
                progress.own(connection, swap.target().parts().getLast());
            }
            run(connection, tables.createLike(swap.staging(), swap.target().sql()));
        } catch (SQLException failure) {
            drop(connection);
            throw failure;
        }
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

    /**
     * Drops what is there of a load that nobody goes on with. The progress table says whose the others are, so it goes
     * last, and nothing goes without it. What was published before is cleaned up as after any publication, but the old
     * content stays when no new one is there.
     */
    void discard(Connection connection, TaskContext context) throws SQLException {
        if (!there(connection, PROGRESS)) {
            return;
        }
        if (progress.hasOthers(connection)) {
            context.log(TaskContext.Level.WARN, swap.progress() + " belongs to another load and stays");
            return;
        }
        if (there(connection, STAGING)) {
            drop(connection);
            context.log(TaskContext.Level.INFO, "Dropped " + swap.staging() + ", which nobody goes on with");
        } else if (swap.target().columns().isEmpty() && there(connection, OLD)) {
            context.log(
                    TaskContext.Level.WARN,
                    "%s stays: it has the former content of %s, which is gone"
                            .formatted(swap.old(), swap.target().sql()));
        } else {
            cleanUp(connection);
            context.log(
                    TaskContext.Level.INFO,
                    "Dropped what was left of the publication beside "
                            + swap.target().sql());
        }
    }

    private boolean there(Connection connection, String prefix) throws SQLException {
        return exists(dialect, connection, swap.target(), prefix + name);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
