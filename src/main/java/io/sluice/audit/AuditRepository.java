package io.sluice.audit;

import io.sluice.store.Columns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit trail in the store. There is no statement that changes or deletes an entry. */
@Repository
class AuditRepository {
    private static final int LONGEST_ACTOR = 128;
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_DETAIL = 1000;

    private static final RowMapper<AuditEntry> ENTRY = (row, number) -> new AuditEntry(
            row.getLong("sequence"),
            Columns.time(row, "occurred_at"),
            new AuditEvent(
                    AuditKind.valueOf(row.getString("kind")),
                    row.getString("actor"),
                    Columns.optionalId(row, "workspace_id"),
                    row.getString("subject"),
                    row.getString("detail")));

    private static final String INSERT = """
            INSERT INTO audit_event (occurred_at, kind, actor, workspace_id, subject, detail)
            VALUES (:at, :kind, :actor, :workspace, :subject, :detail)
            """;

    private static final String OF_WORKSPACE = """
            SELECT sequence, occurred_at, kind, actor, workspace_id, subject, detail FROM audit_event
            WHERE workspace_id = :workspace ORDER BY sequence DESC LIMIT :limit
            """;

    private static final String OF_INSTALLATION = """
            SELECT sequence, occurred_at, kind, actor, workspace_id, subject, detail FROM audit_event
            WHERE workspace_id IS NULL ORDER BY sequence DESC LIMIT :limit
            """;

    private final JdbcClient store;

    AuditRepository(JdbcClient store) {
        this.store = store;
    }

    void insert(Instant at, AuditEvent event) {
        UUID workspace = event.workspaceId();
        store.sql(INSERT)
                .param("at", Columns.time(at))
                .param("kind", event.kind().name())
                .param("actor", OneLine.of(event.actor(), LONGEST_ACTOR))
                .param("workspace", workspace == null ? null : workspace.toString())
                .param("subject", OneLine.of(event.subject(), LONGEST_SUBJECT))
                .param("detail", OneLine.of(event.detail(), LONGEST_DETAIL))
                .update();
    }

    List<AuditEntry> ofWorkspace(UUID workspace, int limit) {
        return store.sql(OF_WORKSPACE)
                .param("workspace", workspace.toString())
                .param("limit", limit)
                .query(ENTRY)
                .list();
    }

    List<AuditEntry> ofInstallation(int limit) {
        return store.sql(OF_INSTALLATION).param("limit", limit).query(ENTRY).list();
    }
}
