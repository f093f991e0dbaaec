package io.sluice.studio;

import io.sluice.store.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The nodes of the tree in the store. A root's parent is the workspace itself, so that sibling names stay unique. */
@Repository
class TreeRepository {
    private static final RowMapper<TreeNode> NODE = (row, number) -> {
        UUID parent = Columns.id(row, "parent_id");
        return new TreeNode(
                Columns.id(row, "id"),
                parent.equals(Columns.id(row, "workspace_id")) ? null : parent,
                NodeKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("position"));
    };

    private static final String ALL = """
            SELECT id, workspace_id, parent_id, kind, name, position FROM tree_node
            WHERE workspace_id = :workspace AND deletion_id IS NULL ORDER BY position, name
            """;

    private static final String ONE = """
            SELECT id, workspace_id, parent_id, kind, name, position FROM tree_node
            WHERE workspace_id = :workspace AND id = :id AND deletion_id IS NULL
            """;

    private static final String DELETED = """
            SELECT id, workspace_id, parent_id, kind, name, position FROM tree_node
            WHERE workspace_id = :workspace AND deletion_id = :deletion
            """;

    private static final String INSERT = """
            INSERT INTO tree_node (id, workspace_id, parent_id, kind, name, live_name, position)
            VALUES (:id, :workspace, :parent, :kind, :name, :name, :position)
            """;

    private static final String UPDATE = """
            UPDATE tree_node SET parent_id = :parent, name = :name, live_name = :name, position = :position
            WHERE workspace_id = :workspace AND id = :id AND deletion_id IS NULL
            """;

    private static final String DELETE = """
            UPDATE tree_node SET deletion_id = :deletion, live_name = NULL
            WHERE workspace_id = :workspace AND id IN (:ids) AND deletion_id IS NULL
            """;

    private static final String RESTORE = """
            UPDATE tree_node SET deletion_id = NULL, name = :name, live_name = :name
            WHERE workspace_id = :workspace AND id = :id AND deletion_id = :deletion
            """;

    private static final String ELSEWHERE =
            "SELECT COUNT(*) FROM tree_node WHERE workspace_id <> :workspace AND id = :id";

    private final JdbcClient store;

    TreeRepository(JdbcClient store) {
        this.store = store;
    }

    List<TreeNode> all(UUID workspace) {
        return store.sql(ALL)
                .param("workspace", workspace.toString())
                .query(NODE)
                .list();
    }

    /** Whether another workspace has it. */
    boolean elsewhere(UUID workspace, UUID id) {
        return store.sql(ELSEWHERE)
                        .param("workspace", workspace.toString())
                        .param("id", id.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<TreeNode> find(UUID workspace, UUID id) {
        return store.sql(ONE)
                .param("workspace", workspace.toString())
                .param("id", id.toString())
                .query(NODE)
                .optional();
    }

    List<TreeNode> deleted(UUID workspace, UUID deletion) {
        return store.sql(DELETED)
                .param("workspace", workspace.toString())
                .param("deletion", deletion.toString())
                .query(NODE)
                .list();
    }

    void insert(UUID workspace, TreeNode node) {
        store.sql(INSERT)
                .param("id", node.id().toString())
                .param("workspace", workspace.toString())
                .param("parent", parent(workspace, node.parentId()))
                .param("kind", node.kind().name())
                .param("name", node.name())
                .param("position", node.position())
                .update();
    }

    void update(UUID workspace, TreeNode node) {
        store.sql(UPDATE)
                .param("id", node.id().toString())
                .param("workspace", workspace.toString())
                .param("parent", parent(workspace, node.parentId()))
                .param("name", node.name())
                .param("position", node.position())
                .update();
    }

    void delete(UUID workspace, Collection<UUID> ids, UUID deletion) {
        store.sql(DELETE)
                .param("workspace", workspace.toString())
                .param("ids", ids.stream().map(UUID::toString).toList())
                .param("deletion", deletion.toString())
                .update();
    }

    void restore(UUID workspace, UUID id, String name, UUID deletion) {
        store.sql(RESTORE)
                .param("workspace", workspace.toString())
                .param("id", id.toString())
                .param("name", name)
                .param("deletion", deletion.toString())
                .update();
    }

    private static String parent(UUID workspace, @Nullable UUID parent) {
        return parent == null ? workspace.toString() : parent.toString();
    }
}
