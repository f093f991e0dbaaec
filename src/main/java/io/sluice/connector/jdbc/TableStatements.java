package io.sluice.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs statements that define a table. */
public final class TableStatements {
    private TableStatements() {}

    /** Runs them in one transaction, which systems that commit each definition by itself do not have. */
    public static void run(Sessions sessions, String sql) throws SQLException {
        try (Connection connection = sessions.writing();
                Statement statement = connection.createStatement()) {
            for (String one : split(sql)) {
                statement.execute(one);
            }
            connection.commit();
        }
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
