package io.sluice.connector.jdbc;

import io.sluice.spi.TaskContext;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Chooses the key of a table: the one the task names, else the table's own. */
final class SplitKeys {
    private final Dialect dialect;
    private final TaskContext context;

    SplitKeys(Dialect dialect, TaskContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    /** @param asked the task's {@code splitPk}; may be blank */
    Optional<SplitKey> choose(Connection connection, Tables.Table table, String asked) throws SQLException {
        if (!asked.isBlank()) {
            TableColumn column = Tables.column(dialect, table, asked);
            Optional<SplitKey> key = usable(connection, table, column);
            if (key.isPresent()) {
                return key;
            }
        }
        return own(connection, table);
    }

    private Optional<SplitKey> own(Connection connection, Tables.Table table) throws SQLException {
        List<String> columns = table.key();
        if (columns.size() != 1) {
            return Optional.empty();
        }
        TableColumn column = Tables.column(dialect, table, dialect.quote(columns.getFirst()));
        Optional<SplitKey> key = key(connection, table, column);
        key.ifPresent(found -> context.log(
                TaskContext.Level.INFO, "%s is read by its primary key %s".formatted(table.sql(), found.sql())));
        return key;
    }

    private Optional<SplitKey> usable(Connection connection, Tables.Table table, TableColumn column)
            throws SQLException {
        Optional<SplitKey> key = key(connection, table, column);
        if (key.isEmpty()) {
            context.log(
                    TaskContext.Level.WARN,
                    "%s of %s does not cut the table: %s"
                            .formatted(column.name(), table.sql(), reason(type(connection, table, column))));
        }
        return key;
    }

    private static String reason(LogicalType type) {
        return type instanceof LogicalType.Real
                ? "floating-point numbers are not equal to their text, so rows between two parts could be lost"
                : "its type has no order that is safe to cut by";
    }

    private Optional<SplitKey> key(Connection connection, Tables.Table table, TableColumn column) throws SQLException {
        var described = describe(connection, table, column).column();
        boolean alone = column.key() && table.key().size() == 1;
        boolean inOrder = dialect.ordersBy(described, column);
        if (!cuts(dialect, described, column)) {
            return Optional.empty();
        }
        boolean nullable = described.nullable() && !column.fillsNull();
        return Optional.of(new SplitKey(dialect.quote(column.name()), described.type(), nullable, alone && inOrder));
    }

    /** Whether ranges of a column's values hold every row of its table once. */
    static boolean cuts(Dialect dialect, Column described, TableColumn column) {
        return described.type() instanceof LogicalType.Int || dialect.ordersBy(described, column);
    }

    private LogicalType type(Connection connection, Tables.Table table, TableColumn column) throws SQLException {
        return describe(connection, table, column).column().type();
    }

    private ResultColumn describe(Connection connection, Tables.Table table, TableColumn column) throws SQLException {
        return dialect.describe(connection, "SELECT " + dialect.quote(column.name()) + " FROM " + table.sql())
                .getFirst();
    }
}
