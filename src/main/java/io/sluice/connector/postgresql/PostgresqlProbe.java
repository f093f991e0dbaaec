package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.Ask;
import io.sluice.connector.jdbc.ServerAddress;
import io.sluice.connector.jdbc.ServerTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a connection test asks a PostgreSQL server. */
record PostgresqlProbe(PostgresqlDataSource source) implements ServerTest.Probe {
    private static final int PATIENCE = 10;
    private static final String VISIBLE_TABLES = """
            select count(*) from information_schema.tables
            where table_schema not in ('information_schema', 'pg_catalog')""";
    private static final String ENCRYPTION = "select version from pg_stat_ssl where pid = pg_backend_pid() and ssl";
    private static final String SETTINGS = "select current_setting('server_encoding'), current_setting('TimeZone')";

    @Override
    public ServerAddress address() {
        return source.address();
    }

    @Override
    public Connection open() throws SQLException {
        return new PostgresqlSessions(address(), List.of(), PATIENCE).open();
    }

    @Override
    public String encryption(Connection connection) throws SQLException {
        List<String> row = Ask.firstRow(connection, ENCRYPTION);
        return row.isEmpty() ? "" : row.getFirst();
    }

    @Override
    public String privileges(Connection connection) throws SQLException {
        return Ask.firstRow(connection, VISIBLE_TABLES).getFirst() + " tables visible";
    }

    @Override
    public String version(Connection connection) throws SQLException {
        return "PostgreSQL "
                + Ask.firstRow(connection, "select current_setting('server_version')")
                        .getFirst();
    }

    @Override
    public String charsetAndZone(Connection connection) throws SQLException {
        List<String> row = Ask.firstRow(connection, SETTINGS);
        return row.get(0) + ", time zone " + row.get(1);
    }
}
