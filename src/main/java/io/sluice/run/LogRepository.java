package io.sluice.run;

import io.sluice.store.Columns;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log lines of runs in the store. */
@Repository
class LogRepository {
    private static final RowMapper<LogLine> LINE = (row, number) -> new LogLine(
            row.getLong("sequence"),
            Columns.time(row, "logged_at"),
            Level.valueOf(row.getString("level")),
            row.getString("source"),
            row.getString("text"));

    private static final String INSERT = """
            INSERT INTO run_log (run_id, sequence, workspace_id, logged_at, level, source, text)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String AFTER = """
            SELECT sequence, logged_at, level, source, text FROM run_log
            WHERE workspace_id = :workspace AND run_id = :run AND sequence > :after ORDER BY sequence LIMIT :limit
            """;

    private static final String NEXT = """
            SELECT COALESCE(MAX(sequence), 0) + 1 AS next FROM run_log WHERE workspace_id = :workspace AND run_id = :run
            """;

    private final JdbcClient store;
    private final NumberedRows rows;

    LogRepository(JdbcClient store, NumberedRows rows) {
        this.store = store;
        this.rows = rows;
    }

    void insert(UUID workspace, UUID run, List<LogLine> lines) {
        String workspaceId = workspace.toString();
        String runId = run.toString();
        rows.insert(INSERT, lines, (statement, line) -> bind(statement, workspaceId, runId, line));
    }

    /** The number of the line that follows the last one that is stored. */
    long next(UUID workspace, UUID run) {
        return store.sql(NEXT)
                .param("workspace", workspace.toString())
                .param("run", run.toString())
                .query(Long.class)
                .single();
    }

    private static void bind(PreparedStatement statement, String workspace, String run, LogLine line)
            throws SQLException {
        statement.setString(1, run);
        statement.setLong(2, line.sequence());
        statement.setString(3, workspace);
        statement.setObject(4, Columns.time(line.time()));
        statement.setString(5, line.level().name());
        statement.setString(6, line.source());
        statement.setString(7, line.text());
    }

    List<LogLine> after(UUID workspace, UUID run, long sequence, int limit) {
        return store.sql(AFTER)
                .param("workspace", workspace.toString())
                .param("run", run.toString())
                .param("after", sequence)
                .param("limit", limit)
                .query(LINE)
                .list();
    }
}
