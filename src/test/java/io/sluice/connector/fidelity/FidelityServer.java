package io.sluice.connector.fidelity;

import io.sluice.connector.jdbc.Databases;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A server and a database in it, with one connection of the tests' own. Values are compared as the server itself spells
 * them: every query casts to text on the server.
 *
 * @param type the connector's
 */
record FidelityServer(String type, TestDatabase database, Connection connection) implements AutoCloseable {
    static final String NULL = "∅";

    private static final List<String> TYPES = List.of(
            "create type mood as enum ('happy', 'sad')",
            "create type pair as (number integer, word text)",
            "create domain percentage as integer check (value between 0 and 100)");

    /** Accepts zero dates, as databases that have grown old do. */
    static FidelityServer mariaDb() {
        TestDatabase database = MariaDbServer.shared().database();
        FidelityServer server = new FidelityServer("mysql", database, database.connect());
        server.run("set sql_mode = '', time_zone = '+00:00'");
        return server;
    }

    static FidelityServer postgreSql() {
        TestDatabase database = PostgreSqlServer.shared().database();
        FidelityServer server = new FidelityServer("postgresql", database, database.connect());
        server.run("set timezone = 'UTC'");
        TYPES.forEach(server::run);
        return server;
    }

    boolean isMariaDb() {
        return type.equals("mysql");
    }

    ConfigValue.Obj settings() {
        return Databases.settings(database);
    }

    void run(String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(isMariaDb() ? MariaDbServer.query(sql) : sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(String.join("; ", statements), failure);
        }
    }

    /** The texts of a query's second column by the numbers in its first. */
    Map<Integer, String> texts(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            Map<Integer, String> texts = new LinkedHashMap<>();
            while (result.next()) {
                String text = result.getString(2);
                texts.put(result.getInt(1), text == null ? NULL : text);
            }
            return texts;
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
