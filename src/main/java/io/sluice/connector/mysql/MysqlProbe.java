package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.Ask;
import io.sluice.connector.jdbc.ServerAddress;
import io.sluice.connector.jdbc.ServerTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a connection test asks a MySQL or MariaDB server. */
record MysqlProbe(MysqlDataSource source) implements ServerTest.Probe {
    private static final int PATIENCE = 10_000;
    private static final String VISIBLE_TABLES = """
            select count(*) from information_schema.tables
            where table_schema = database() or (database() is null
              and table_schema not in ('information_schema', 'performance_schema', 'mysql', 'sys'))""";

    @Override
    public ServerAddress address() {
        return source.address();
    }

    @Override
    public Connection open() throws SQLException {
        return new MysqlSessions(address(), List.of(), PATIENCE).open();
    }

    @Override
    public String encryption(Connection connection) throws SQLException {
        return Ask.firstRow(connection, "show session status like 'Ssl_version'")
                .getLast();
    }

    @Override
    public String privileges(Connection connection) throws SQLException {
        return Ask.firstRow(connection, VISIBLE_TABLES).getFirst() + " tables visible";
    }

    @Override
    public String version(Connection connection) throws SQLException {
        List<String> row = Ask.firstRow(connection, "select version(), @@version_comment");
        return row.getFirst() + " " + row.getLast();
    }

    @Override
    public String charsetAndZone(Connection connection) throws SQLException {
        String query = "select @@character_set_server, @@global.time_zone, @@system_time_zone, @@global.sql_mode";
        List<String> row = Ask.firstRow(connection, query);
        return "%s, time zone %s (%s)".formatted(row.get(0), row.get(1), row.get(2));
    }
}
