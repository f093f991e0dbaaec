package io.sluice.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An empty database on a server of the tests.
 *
 * @param url for the tests' own connections; the product composes its own from the other fields
 */
public record TestDatabase(String host, int port, String name, String user, String password, String url) {
    /** The same with a further property of the tests' own connections. */
    TestDatabase withProperty(String property, String value) {
        return new TestDatabase(host, port, name, user, password, url + "?" + property + "=" + value);
    }

    /** A connection of the tests' own, beside those of the product. */
    public Connection connect() {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Runs statements, one after the other. */
    public void run(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                for (String spelled : isMySql() ? MysqlSpelling.statements(sql) : List.of(sql)) {
                    statement.execute(spelled);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean isMySql() {
        return url.startsWith("jdbc:mariadb:") && MariaDbServer.isMySql();
    }

    /** Every row of a query as the server writes it, columns joined with {@code |}, NULL as {@code ∅}. */
    public List<String> rows(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(isMySql() ? MysqlSpelling.query(query) : query)) {
            ResultSetMetaData columns = result.getMetaData();
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    String text = result.getString(column);
                    row.append(column > 1 ? "|" : "").append(text == null ? "∅" : text);
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The only value of a query, as text; null for NULL. */
    public @Nullable String value(String query) {
        String only = rows(query).getFirst();
        return only.equals("∅") ? null : only;
    }
}
