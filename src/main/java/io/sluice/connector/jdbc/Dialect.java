package io.sluice.connector.jdbc;

import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.error.ErrorCode;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;

/** What the toolkit must know of one database system. Stateless. */
public interface Dialect {
    /** The character around quoted identifiers. */
    char quoteCharacter();

    /** How the system reads an identifier that is not quoted. */
    default String fold(String identifier) {
        return identifier;
    }

    /** An identifier inside quotes, with quotes in it doubled. */
    default String quote(String identifier) {
        String quote = String.valueOf(quoteCharacter());
        return quote + identifier.replace(quote, quote + quote) + quote;
    }

    /** How a reader asks for a column; other than its quoted name where that would deliver a text of the locale. */
    default String selected(TableColumn column) {
        return quote(column.name());
    }

    /**
     * The columns of a table in their order.
     *
     * @param table quoted, as {@link Tables#resolve} answers it
     * @param parts its unquoted parts: table, or schema and table
     */
    List<TableColumn> columns(Connection connection, String table, List<String> parts) throws SQLException;

    /** The columns that a query delivers, found without reading rows. */
    List<ResultColumn> describe(Connection connection, String query) throws SQLException;

    /** A statement for a query that streams its rows in portions of about {@code fetchSize}. */
    Statement statement(Connection connection, String query, int fetchSize) throws SQLException;

    /**
     * Refuses a query whose source is no longer what was planned for, in the transaction that reads it.
     *
     * @param statement made by {@link #statement} for the query, and not run yet
     * @throws io.sluice.spi.error.SluiceException SOURCE_CHANGED or SOURCE_REWRITTEN
     */
    default void requireUnchanged(Statement statement, ReadSource source, String query) throws SQLException {}

    /** Runs a statement made by {@link #statement}. */
    ResultSet execute(Statement statement, String query) throws SQLException;

    /**
     * Whether rows may be read in the order of this key and continued behind its last one: the database must compare
     * the key with {@link #keyLiteral} exactly as it orders it.
     */
    default boolean ordersBy(Column column, TableColumn catalogue) {
        return column.type() instanceof LogicalType.Int;
    }

    /** An expression that spells a key without loss, for {@link #keyLiteral}. @param key quoted */
    default String keyText(String key, LogicalType type) {
        return key;
    }

    /**
     * A spelled key as a literal that holds nothing else, whatever the text is.
     *
     * @throws RuntimeException when the text is no key of this type
     */
    default String keyLiteral(LogicalType type, String text) {
        return new BigInteger(text).toString();
    }

    /** About how many rows a query meets, without counting them; empty when the system does not tell. */
    default OptionalLong estimate(Connection connection, String query) throws SQLException {
        return OptionalLong.empty();
    }

    /** The select statement of a table, ended after so many rows. */
    default String first(String select, int rows) {
        return select + " LIMIT " + rows;
    }

    /** Takes rows of these columns over; called for each split. */
    default RowDecoder rows(List<ResultColumn> columns) {
        return new ColumnwiseRows(columns);
    }

    /** How values are bound for a target column; called for each worker, so encoders may keep scratch memory. */
    ColumnEncoder encoder(Column column, TableColumn catalogue);

    /** The statement that has constraints of the transaction checked with each statement; empty when they always are. */
    default String checkNow() {
        return "";
    }

    ErrorCode classify(Exception failure);
}
