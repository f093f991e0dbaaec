package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.ColumnEncoder;
import io.sluice.connector.jdbc.Dialect;
import io.sluice.connector.jdbc.ReadSource;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.connector.jdbc.RowDecoder;
import io.sluice.connector.jdbc.SqlErrors;
import io.sluice.connector.jdbc.TableColumn;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** SQL of MySQL and MariaDB. Queries are prepared on the server: its binary answers carry FLOAT exactly and cost it half. */
final class MysqlDialect implements Dialect {
    private static final int NO_SUCH_TABLE = 1146;

    private final ZeroDates zeroDates;

    MysqlDialect() {
        this(ZeroDates.DIRTY);
    }

    /** @param zeroDates what readers make of dates that are all zero */
    MysqlDialect(ZeroDates zeroDates) {
        this.zeroDates = zeroDates;
    }

    @Override
    public char quoteCharacter() {
        return '`';
    }

    @Override
    public List<TableColumn> columns(Connection connection, String table, List<String> parts) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW FULL COLUMNS FROM " + table)) {
            List<TableColumn> columns = new ArrayList<>();
            while (row.next()) {
                columns.add(column(row));
            }
            return columns;
        } catch (SQLException failure) {
            if (failure.getErrorCode() == NO_SUCH_TABLE) {
                return List.of();
            }
            throw failure;
        }
    }

    private static TableColumn column(ResultSet row) throws SQLException {
        String definition = row.getString("Type");
        String extra = row.getString("Extra").toUpperCase(Locale.ROOT);
        boolean required = row.getString("Null").equals("NO");
        TableColumn.Use use = TableColumn.Use.ORDINARY;
        if (extra.contains("VIRTUAL") || extra.contains("STORED") || extra.contains("PERSISTENT")) {
            use = TableColumn.Use.GENERATED;
        } else if (extra.contains("INVISIBLE")) {
            use = TableColumn.Use.HIDDEN;
        }
        boolean fillsNull = extra.contains("AUTO_INCREMENT") || required && definition.startsWith("timestamp");
        return new TableColumn(
                row.getString("Field"),
                definition,
                use,
                fillsNull,
                row.getString("Key").equals("PRI"),
                row.getString("Comment"),
                use == TableColumn.Use.GENERATED || fillsNull || hasDefault(row));
    }

    /** An ENUM without a default of its own begins with its first word. */
    private static boolean hasDefault(ResultSet row) throws SQLException {
        return row.getString("Default") != null || row.getString("Type").startsWith("enum(");
    }

    @Override
    public List<ResultColumn> describe(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            ResultSetMetaData meta = metaData(connection, statement);
            if (meta == null) {
                throw new SQLException("The statement is no query", "42000");
            }
            List<ResultColumn> columns = new ArrayList<>();
            for (int index = 1; index <= meta.getColumnCount(); index++) {
                columns.add(ZeroDateRows.described(zeroDates, MysqlTypes.column(meta, index)));
            }
            return columns;
        }
    }

    /** The client falls over a type it does not know, with the rest of the server's answer unread. */
    private static @Nullable ResultSetMetaData metaData(Connection connection, PreparedStatement statement)
            throws SQLException {
        try {
            return statement.getMetaData();
        } catch (NullPointerException unknownType) {
            connection.abort(Runnable::run);
            throw new SluiceException(
                    CommonError.NOT_SUPPORTED,
                    "A column is of a type that cannot be transferred, such as VECTOR of MySQL: leave the column out, or"
                            + " read its text by a query of your own (FROM_VECTOR)",
                    unknownType);
        }
    }

    @Override
    public Statement statement(Connection connection, String query, int fetchSize) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setFetchSize(fetchSize);
        return statement;
    }

    @Override
    public void requireUnchanged(Statement statement, ReadSource source, String query) throws SQLException {
        ResultSetMetaData now = ((PreparedStatement) statement).getMetaData();
        PlannedColumns.of(source.columns()).requireIn(now, source.name());
    }

    @Override
    public ResultSet execute(Statement statement, String query) throws SQLException {
        return ((PreparedStatement) statement).executeQuery();
    }

    @Override
    public boolean ordersBy(Column column, TableColumn catalogue) {
        return MysqlKeys.ordersBy(column.type(), catalogue.definition());
    }

    @Override
    public String keyText(String key, LogicalType type) {
        return MysqlKeys.text(key, type);
    }

    @Override
    public String keyLiteral(LogicalType type, String text) {
        return MysqlKeys.literal(type, text);
    }

    @Override
    public OptionalLong estimate(Connection connection, String query) throws SQLException {
        return PlannedRows.of(connection, query);
    }

    @Override
    public RowDecoder rows(List<ResultColumn> columns) {
        return columns.stream().anyMatch(one -> zeroDates.concern(one.column().type()))
                ? new ZeroDateRows(columns, zeroDates)
                : new BinaryRows(columns);
    }

    @Override
    public ColumnEncoder encoder(Column column, TableColumn catalogue) {
        return MysqlEncoders.of(column, catalogue);
    }

    @Override
    public ErrorCode classify(Exception failure) {
        return SqlErrors.classify(failure, MysqlErrors::find);
    }
}
