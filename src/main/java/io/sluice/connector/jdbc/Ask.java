package io.sluice.connector.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Small questions to a server. */
public final class Ask {
    private Ask() {}

    /** The columns of the first row as text, NULL as empty; no columns when there is no row. */
    public static List<String> firstRow(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            if (row.next()) {
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    String text = row.getString(column);
                    values.add(text == null ? "" : text);
                }
            }
            return values;
        }
    }
}
