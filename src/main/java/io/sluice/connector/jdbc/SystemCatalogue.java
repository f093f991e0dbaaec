package io.sluice.connector.jdbc;

import io.sluice.spi.Discovery.SplitKeyChoice;
import io.sluice.spi.Discovery.TableQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the catalogue of one database system answers. Stateless; no question reads rows of users. */
public interface SystemCatalogue {
    /** The sign before {@code %} and {@code _} that stand for themselves, and before itself. */
    char ESCAPE = '!';

    /** See {@link io.sluice.spi.Discovery#schemas}. */
    List<String> schemas(Connection connection) throws SQLException;

    /** Tables and views in the order of their names; one more than the limit when there are more. */
    List<Relation> tables(Connection connection, TableQuery query) throws SQLException;

    /** What {@link #tables} would answer for a table that exists. @param parts as {@link Tables#resolve} answers them */
    Relation table(Connection connection, List<String> parts) throws SQLException;

    /** Columns that an index begins with, whatever their types, several times where several do. */
    List<SplitKeyChoice> indexed(Connection connection, List<String> parts) throws SQLException;

    /**
     * Lets the server plan a query in a transaction that can change nothing, and leaves that again.
     *
     * @return about how many rows it delivers; negative when the system does not say
     * @throws SQLException also when the query is wrong
     */
    long planned(Connection connection, String query) throws SQLException;

    /** Asks the server, from another thread, to end what this connection waits for. */
    void cancel(Connection connection) throws SQLException;

    /**
     * A table or view.
     *
     * @param parts the name, or schema and name where plain names mean another schema
     * @param rows estimated; negative when not known
     */
    record Relation(List<String> parts, boolean view, long rows, String comment) {
        public Relation {
            parts = List.copyOf(parts);
        }
    }

    /** The pattern of {@code LIKE … ESCAPE '!'} for texts that hold this one. */
    static String containing(String text) {
        StringBuilder pattern = new StringBuilder("%");
        for (char sign : text.toCharArray()) {
            if (sign == '%' || sign == '_' || sign == ESCAPE) {
                pattern.append(ESCAPE);
            }
            pattern.append(sign);
        }
        return pattern.append('%').toString();
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of a query. @param values for its parameters: texts and whole numbers */
    static <T> List<T> rows(Connection connection, String sql, List<?> values, RowReader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.size(); index++) {
                statement.setObject(index + 1, values.get(index));
            }
            try (ResultSet row = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        }
    }
}
