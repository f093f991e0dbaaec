package io.sluice.workspace;

import io.sluice.store.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Workspaces and their members in the store. */
@Repository
class WorkspaceRepository {
    private static final RowMapper<Workspace> WORKSPACE = (row, number) ->
            new Workspace(Columns.id(row, "id"), row.getString("name"), Columns.time(row, "created_at"));

    private static final RowMapper<Role> ROLE = (row, number) -> Role.valueOf(row.getString("role"));

    private static final String OF_USER = """
            SELECT w.id, w.name, w.created_at FROM workspace w
            JOIN workspace_member m ON m.workspace_id = w.id
            WHERE m.user_id = :user ORDER BY w.created_at, w.id
            """;

    private static final String FIRST = "SELECT id, name, created_at FROM workspace ORDER BY created_at LIMIT 1";

    private static final String WITHOUT_MEMBERS = """
            SELECT w.id, w.name, w.created_at FROM workspace w
            WHERE NOT EXISTS (SELECT 1 FROM workspace_member m WHERE m.workspace_id = w.id)
            ORDER BY w.created_at, w.id
            """;

    private static final String ROLE_OF = """
            SELECT m.role FROM workspace_member m JOIN app_user u ON u.id = m.user_id
            WHERE m.workspace_id = :workspace AND m.user_id = :user AND u.disabled = FALSE
            """;

    private static final String INSERT = "INSERT INTO workspace (id, name, created_at) VALUES (:id, :name, :createdAt)";

    private static final String INSERT_MEMBER = """
            INSERT INTO workspace_member (workspace_id, user_id, role, joined_at)
            VALUES (:workspace, :user, :role, :joinedAt)
            """;

    private final JdbcClient store;

    WorkspaceRepository(JdbcClient store) {
        this.store = store;
    }

    List<Workspace> of(UUID user) {
        return store.sql(OF_USER)
                .param("user", user.toString())
                .query(WORKSPACE)
                .list();
    }

    boolean any() {
        return store.sql(FIRST).query(WORKSPACE).optional().isPresent();
    }

    List<Workspace> withoutMembers() {
        return store.sql(WITHOUT_MEMBERS).query(WORKSPACE).list();
    }

    Optional<Role> role(UUID workspace, UUID user) {
        return store.sql(ROLE_OF)
                .param("workspace", workspace.toString())
                .param("user", user.toString())
                .query(ROLE)
                .optional();
    }

    void insert(Workspace workspace) {
        store.sql(INSERT)
                .param("id", workspace.id().toString())
                .param("name", workspace.name())
                .param("createdAt", Columns.time(workspace.createdAt()))
                .update();
    }

    void insertMember(UUID workspace, UUID user, Role role, Instant joinedAt) {
        store.sql(INSERT_MEMBER)
                .param("workspace", workspace.toString())
                .param("user", user.toString())
                .param("role", role.name())
                .param("joinedAt", Columns.time(joinedAt))
                .update();
    }
}
