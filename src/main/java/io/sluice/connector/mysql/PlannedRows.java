package io.sluice.connector.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;

/** How many rows the optimizer expects a query of one table to meet. */
final class PlannedRows {
    private PlannedRows() {}

    /**
     * What the optimizer expects, from dives into the index; without an index it would only know the whole table. New
     * servers of MySQL answer as a tree unless asked for the table.
     */
    static OptionalLong of(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("EXPLAIN FORMAT=TRADITIONAL " + query)) {
            if (!row.next() || row.getString("possible_keys") == null) {
                return OptionalLong.empty();
            }
            long rows = row.getLong("rows");
            return row.next() ? OptionalLong.empty() : OptionalLong.of(rows);
        }
    }
}
