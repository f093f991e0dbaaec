package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.ColumnEncoder;
import io.sluice.connector.jdbc.Dialect;
import io.sluice.connector.jdbc.Encoders;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.connector.jdbc.SqlErrors;
import io.sluice.connector.jdbc.TableColumn;
import io.sluice.connector.jdbc.TemporalWriter;
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
import java.util.Optional;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQL of SQLite. */
final class SqliteDialect implements Dialect {
    private static final Pattern LITERAL =
            Pattern.compile("[+-]?[0-9.]+(e[+-]?[0-9]+)?|'([^']|'')*'|X'[0-9A-F]*'", Pattern.CASE_INSENSITIVE);

    private static final String COLUMNS = """
            select name, type, hidden, pk, (select count(*) from pragma_table_xinfo(?1, ?2) where pk > 0),
              dflt_value is not null
            from pragma_table_xinfo(?1, ?2) order by cid""";

    @Override
    public char quoteCharacter() {
        return '"';
    }

    @Override
    public List<TableColumn> columns(Connection connection, String table, List<String> parts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, parts.getLast());
            statement.setString(2, parts.size() > 1 ? parts.getFirst() : "main");
            try (ResultSet row = statement.executeQuery()) {
                List<TableColumn> columns = new ArrayList<>();
                while (row.next()) {
                    columns.add(column(row));
                }
                return columns;
            }
        }
    }

    /** A sole INTEGER PRIMARY KEY is the row number, which SQLite makes up where it is given NULL. */
    private static TableColumn column(ResultSet row) throws SQLException {
        TableColumn.Use use = switch (row.getInt(3)) {
            case 0 -> TableColumn.Use.ORDINARY;
            case 1 -> TableColumn.Use.HIDDEN;
            default -> TableColumn.Use.GENERATED;
        };
        boolean key = row.getInt(4) > 0;
        boolean rowNumber = key && row.getInt(5) == 1 && row.getString(2).equalsIgnoreCase("INTEGER");
        boolean filled = rowNumber || use == TableColumn.Use.GENERATED || row.getBoolean(6);
        return new TableColumn(row.getString(1), row.getString(2), use, rowNumber, key, "", filled);
    }

    @Override
    public boolean ordersBy(Column column, TableColumn catalogue) {
        return column.type() instanceof LogicalType.Int || column.type() instanceof LogicalType.Text;
    }

    /** A column may hold values of any type, whatever it is declared as; the quoted form keeps the value's own. */
    @Override
    public String keyText(String key, LogicalType type) {
        return "quote(" + key + ")";
    }

    @Override
    public String keyLiteral(LogicalType type, String text) {
        if (!LITERAL.matcher(text).matches()) {
            throw new SluiceException(CommonError.PARAMETER_INVALID, "'" + text + "' is no spelled key");
        }
        return text;
    }

    @Override
    public List<ResultColumn> describe(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet nothing = statement.executeQuery("SELECT * FROM (" + query + "\n) LIMIT 0")) {
            ResultSetMetaData meta = nothing.getMetaData();
            List<ResultColumn> columns = new ArrayList<>();
            for (int index = 1; index <= meta.getColumnCount(); index++) {
                columns.add(SqliteTypes.column(meta, index));
            }
            return columns;
        }
    }

    @Override
    public Statement statement(Connection connection, String query, int fetchSize) throws SQLException {
        return connection.createStatement();
    }

    @Override
    public ResultSet execute(Statement statement, String query) throws SQLException {
        return statement.executeQuery(query);
    }

    @Override
    public ColumnEncoder encoder(Column column, TableColumn catalogue) {
        return switch (column.type()) {
            case LogicalType.Bool ignored -> Encoders.bool();
            case LogicalType.Int ignored -> Encoders.whole();
            case LogicalType.Real ignored -> SqliteEncoders.real();
            case LogicalType.Decimal ignored -> SqliteEncoders.decimal();
            case LogicalType.Text ignored ->
                SqliteEncoders.keepsText(column.nativeType()) ? Encoders.string() : SqliteEncoders.anything();
            case LogicalType.Binary ignored -> Encoders.bytes();
            case LogicalType.Date ignored -> SqliteEncoders.temporal(TemporalWriter::date);
            case LogicalType.Time ignored -> SqliteEncoders.temporal(TemporalWriter::time);
            case LogicalType.Timestamp ignored -> SqliteEncoders.temporal(TemporalWriter::timestamp);
            case LogicalType.Instant ignored -> SqliteEncoders.temporal(TemporalWriter::timestamp);
            case LogicalType.Json ignored -> SqliteEncoders.anything();
            case LogicalType.Bits ignored -> Encoders.string();
            case LogicalType.Interval ignored -> Encoders.string();
            case LogicalType.Uuid ignored -> Encoders.string();
        };
    }

    @Override
    public ErrorCode classify(Exception failure) {
        return SqlErrors.classify(failure, SqliteDialect::own);
    }

    private static Optional<ErrorCode> own(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return Optional.empty();
        }
        SQLiteErrorCode extended = sqlite.getResultCode();
        return Optional.of(
                switch (extended) {
                    case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID ->
                        JdbcError.DUPLICATE_KEY;
                    case SQLITE_CONSTRAINT_NOTNULL -> JdbcError.NULL_NOT_ALLOWED;
                    default -> primary(SQLiteErrorCode.getErrorCode(extended.code & 0xff), failure);
                });
    }

    private static ErrorCode primary(SQLiteErrorCode code, SQLException failure) {
        return switch (code) {
            case SQLITE_CONSTRAINT -> JdbcError.CONSTRAINT_VIOLATED;
            case SQLITE_MISMATCH -> JdbcError.VALUE_REFUSED;
            case SQLITE_TOOBIG -> JdbcError.VALUE_TOO_LONG;
            case SQLITE_BUSY, SQLITE_LOCKED -> JdbcError.LOCK_TIMEOUT;
            case SQLITE_FULL -> JdbcError.STORAGE_FULL;
            case SQLITE_READONLY -> JdbcError.READ_ONLY;
            case SQLITE_INTERRUPT -> CommonError.CANCELLED;
            case SQLITE_AUTH, SQLITE_PERM -> JdbcError.PRIVILEGE_MISSING;
            case SQLITE_CANTOPEN, SQLITE_NOTADB -> JdbcError.DATABASE_UNKNOWN;
            case SQLITE_ERROR -> statementError(String.valueOf(failure.getMessage()));
            default -> CommonError.READ_FAILED;
        };
    }

    private static ErrorCode statementError(String message) {
        if (message.contains("no such table")) {
            return JdbcError.TABLE_UNKNOWN;
        }
        return message.contains("no such column") ? JdbcError.COLUMN_UNKNOWN : JdbcError.SQL_INVALID;
    }
}
