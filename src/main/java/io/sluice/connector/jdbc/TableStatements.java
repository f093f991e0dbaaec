package io.sluice.connector.jdbc;

import io.sluice.spi.SupportsWidening;
import io.sluice.spi.TaskContext;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs statements that define a table. */
public final class TableStatements {
    private TableStatements() {}

    /** What servers say of a statement that somebody has ended: PostgreSQL, and MySQL and MariaDB. */
    private static final Set<String> ENDED = Set.of("57014", "70100");

    /** Runs them in one transaction, which systems that commit each definition by itself do not have. */
    public static void run(Sessions sessions, String sql) throws SQLException {
        try (Connection connection = sessions.writing();
                Statement statement = connection.createStatement()) {
            run(connection, statement, sql);
        }
    }

    /** As {@link #run(Sessions, String)}; the connection is kept until the server has answered. */
    public static void run(Sessions sessions, String sql, SupportsWidening.Stop stop) throws SQLException {
        try (Connection connection = sessions.writing();
                Statement statement = connection.createStatement()) {
            TaskContext.Registration registration = stop.onWanted(statement::cancel);
            try {
                requireUnwanted(stop);
                run(connection, statement, sql);
            } finally {
                registration.close();
            }
        } catch (SQLException failure) {
            if (stop.wanted() && ENDED.contains(String.valueOf(failure.getSQLState()))) {
                throw new SluiceException(CommonError.CANCELLED, "The server has stopped it", failure);
            }
            throw failure;
        }
    }

    private static void requireUnwanted(SupportsWidening.Stop stop) {
        if (stop.wanted()) {
            throw new SluiceException(CommonError.CANCELLED, "It was stopped before it began");
        }
    }

    private static void run(Connection connection, Statement statement, String sql) throws SQLException {
        for (String one : split(sql)) {
            statement.execute(one);
        }
        connection.commit();
    }

    /** The statements of a text: a semicolon ends one, except within quotes and comments. */
    static List<String> split(String sql) {
        List<String> statements = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < sql.length()) {
            char sign = sql.charAt(at);
            if (sign == ';') {
                add(sql.substring(start, at), statements);
                start = at + 1;
                at++;
            } else {
                at = past(sql, at, sign);
            }
        }
        add(sql.substring(start), statements);
        return statements;
    }

    private static void add(String statement, List<String> statements) {
        if (!statement.isBlank()) {
            statements.add(statement.strip());
        }
    }

    /** The offset behind the quoted text or the comment that begins here; else behind the character. */
    private static int past(String sql, int at, char sign) {
        return switch (sign) {
            case '\'', '"', '`' -> behind(sql, at + 1, String.valueOf(sign));
            case '-' -> sql.startsWith("--", at) ? behind(sql, at, "\n") : at + 1;
            case '/' -> sql.startsWith("/*", at) ? behind(sql, at + 2, "*/") : at + 1;
            default -> at + 1;
        };
    }

    private static int behind(String sql, int from, String end) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }
}
