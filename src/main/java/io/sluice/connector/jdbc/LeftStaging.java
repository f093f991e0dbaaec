package io.sluice.connector.jdbc;

import io.sluice.spi.Attempt;
import io.sluice.spi.TaskContext;
import io.sluice.spi.error.ServerMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Removes the staging tables that processes left beside a target when they died, and that nobody can go on with. */
final class LeftStaging {
    private static final Pattern OURS = Pattern.compile(Pattern.quote(Staging.PROGRESS) + "[0-9a-f]{8}");

    private final Dialect dialect;
    private final TargetTables tables;
    private final Tables.Table target;
    private final TaskContext context;

    LeftStaging(Dialect dialect, TargetTables tables, Tables.Table target, TaskContext context) {
        this.dialect = dialect;
        this.tables = tables;
        this.target = target;
        this.context = context;
    }

    /** What cannot be removed is told and stays: no load fails because of another. */
    void remove(Sessions sessions) throws SQLException {
        try (Connection connection = sessions.writing()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try (Statement statement = connection.createStatement()) {
                statement.execute(tables.impatience());
            }
            for (String name : progressTables(connection)) {
                remove(connection, name);
            }
        }
    }

    private List<String> progressTables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(tables.beside())) {
            statement.setString(
                    1, target.parts().size() == 1 ? null : target.parts().getFirst());
            statement.setInt(2, Staging.PROGRESS.length());
            statement.setString(3, Staging.PROGRESS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        return names.stream().filter(name -> OURS.matcher(name).matches()).toList();
    }

    private void remove(Connection connection, String name) throws SQLException {
        String table = Staging.sibling(dialect, target, name);
        try {
            Optional<Attempt> left =
                    ProgressTable.left(connection, table, target.parts().getLast());
            if (left.isPresent() && name.endsWith(left.get().shortName())) {
                remove(connection, table, left.get());
            }
            connection.commit();
        } catch (SQLException failure) {
            connection.rollback();
            if (!dialect.classify(failure).isConflict()) {
                context.log(
                        TaskContext.Level.WARN,
                        "%s may be what a load has left that has ended, but cannot be removed: %s"
                                .formatted(table, ServerMessage.of(failure)));
            }
        }
    }

    /** Who gets the lock that the process would have knows that it has ended. */
    private void remove(Connection connection, String table, Attempt left) throws SQLException {
        if (!tables.locksForAll(connection)) {
            context.log(
                    TaskContext.Level.WARN,
                    table
                            + " belongs to a load that nobody can go on with. It stays, because in a cluster of servers it"
                            + " cannot be seen whether that load is still at work: drop it, and sluice_stg_"
                            + left.shortName() + ", when it is not");
        } else if (new ProgressTable(table, left).lockOwner(connection)) {
            new Staging(dialect, tables, target, left).discard(connection, context);
        }
    }
}
