package io.sluice.studio;

import io.sluice.store.Columns;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The nodes of the tree in the store. A root's parent is the workspace itself, so that sibling names stay unique. */
@Repository
class TreeRepository {
    private static final int BATCH = 1_000;

    private static final RowMapper<TreeNode> NODE = (row, number) -> {
        String parent = row.getString("parent_id");
        return new TreeNode(
                Columns.id(row, "id"),
                parent.equals(row.getString("workspace_id")) ? null : UUID.fromString(parent),
                NodeKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("position"));
    };

    private static final RowMapper<UUID> ID = (row, number) -> Columns.id(row, "id");

    private static final String REVISION = "SELECT revision FROM tree_revision WHERE workspace_id = :workspace";

    private static final String COUNT_UP =
            "UPDATE tree_revision SET revision = revision + 1 WHERE workspace_id = :workspace";

    private static final String BEGIN = "INSERT INTO tree_revision (workspace_id, revision) VALUES (:workspace, 1)";

    private static final String ALL = """
            SELECT id, workspace_id, parent_id, kind, name, position FROM tree_node
            WHERE workspace_id = :workspace AND deletion_id IS NULL ORDER BY position, name
            """;

    private static final String FOLDERS = """
            SELECT id, workspace_id, parent_id, kind, name, position FROM tree_node
            WHERE workspace_id = :workspace AND deletion_id IS NULL AND kind <> 'TASK' ORDER BY position, name
            """;

    private static final String ONE = """
            SELECT id, workspace_id, parent_id, kind, name, position FROM tree_node
            WHERE workspace_id = :workspace AND id = :id AND deletion_id IS NULL
            """;

    private static final String ONE_LIVE_OR_DELETED = """
            SELECT id, workspace_id, parent_id, kind, name, position FROM tree_node
            WHERE workspace_id = :workspace AND id = :id
            """;

    private static final String SECTION = """
            SELECT id, workspace_id, parent_id, kind, name, position FROM tree_node
            WHERE workspace_id = :workspace AND parent_id = :parent AND kind = 'SECTION' AND deletion_id IS NULL
            """;

    private static final String NAMED = """
            SELECT id FROM tree_node WHERE workspace_id = :workspace AND parent_id = :parent AND live_name = :name
            """;

    private static final String LAST_POSITION = """
            SELECT COALESCE(MAX(position), 0) FROM tree_node WHERE workspace_id = :workspace AND parent_id = :parent
            """;

    private static final String DELETED = """
            SELECT id, workspace_id, parent_id, kind, name, position FROM tree_node
            WHERE workspace_id = :workspace AND deletion_id = :deletion ORDER BY position, name
            """;

    private static final String INSERT = """
            INSERT INTO tree_node (id, workspace_id, parent_id, kind, name, live_name, position)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UPDATE = """
            UPDATE tree_node SET parent_id = ?, name = ?, live_name = ?, position = ?
            WHERE workspace_id = ? AND id = ? AND deletion_id IS NULL
            """;

    private static final String DELETE = """
            UPDATE tree_node SET deletion_id = :deletion, live_name = NULL
            WHERE workspace_id = :workspace AND id IN (:ids) AND deletion_id IS NULL
            """;

    private static final String RESTORE = """
            UPDATE tree_node SET deletion_id = NULL, parent_id = ?, name = ?, live_name = ?, position = ?
            WHERE workspace_id = ? AND id = ? AND deletion_id IS NOT NULL
            """;

    private static final String ELSEWHERE =
            "SELECT COUNT(*) FROM tree_node WHERE workspace_id <> :workspace AND id = :id";

    private final JdbcClient store;
    private final JdbcTemplate batches;

    TreeRepository(JdbcClient store, JdbcTemplate batches) {
        this.store = store;
        this.batches = batches;
    }

    /** A number that grows with every change; 0 before the first one. */
    long revision(UUID workspace) {
        return in(REVISION, workspace).query(Long.class).optional().orElse(0L);
    }

    /** Counts the revision up; until the transaction ends, every other change of this tree waits here. */
    void lock(UUID workspace) {
        if (in(COUNT_UP, workspace).update() == 0) {
            try {
                in(BEGIN, workspace).update();
            } catch (DuplicateKeyException begunMeanwhile) {
                in(COUNT_UP, workspace).update();
            }
        }
    }

    List<TreeNode> all(UUID workspace) {
        return in(ALL, workspace).query(NODE).list();
    }

    /** Everything but the tasks. */
    List<TreeNode> folders(UUID workspace) {
        return in(FOLDERS, workspace).query(NODE).list();
    }

    /** Whether another workspace has it. */
    boolean elsewhere(UUID workspace, UUID id) {
        return in(ELSEWHERE, workspace)
                        .param("id", id.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<TreeNode> find(UUID workspace, UUID id) {
        return in(ONE, workspace).param("id", id.toString()).query(NODE).optional();
    }

    /** A node, deleted or not. */
    Optional<TreeNode> recall(UUID workspace, UUID id) {
        return in(ONE_LIVE_OR_DELETED, workspace)
                .param("id", id.toString())
                .query(NODE)
                .optional();
    }

    /** The section of a flow. */
    Optional<TreeNode> section(UUID workspace, UUID flow) {
        return in(SECTION, workspace)
                .param("parent", flow.toString())
                .query(NODE)
                .optional();
    }

    /** The child of this name. */
    Optional<UUID> named(UUID workspace, @Nullable UUID parent, String name) {
        return in(NAMED, workspace)
                .param("parent", parent(workspace, parent))
                .param("name", name)
                .query(ID)
                .optional();
    }

    /** The position of the last child, deleted ones included; 0 without children. */
    int lastPosition(UUID workspace, @Nullable UUID parent) {
        return in(LAST_POSITION, workspace)
                .param("parent", parent(workspace, parent))
                .query(Integer.class)
                .single();
    }

    List<TreeNode> deleted(UUID workspace, UUID deletion) {
        return in(DELETED, workspace)
                .param("deletion", deletion.toString())
                .query(NODE)
                .list();
    }

    void insert(UUID workspace, Collection<TreeNode> nodes) {
        batches.batchUpdate(INSERT, nodes, BATCH, (statement, node) -> {
            statement.setString(1, node.id().toString());
            statement.setString(2, workspace.toString());
            statement.setString(3, parent(workspace, node.parentId()));
            statement.setString(4, node.kind().name());
            statement.setString(5, node.name());
            statement.setString(6, node.name());
            statement.setInt(7, node.position());
        });
    }

    /** Writes parent, name and position of nodes that are not deleted. */
    void update(UUID workspace, Collection<TreeNode> nodes) {
        batches.batchUpdate(UPDATE, nodes, BATCH, (statement, node) -> bind(statement, workspace, node));
    }

    void delete(UUID workspace, Collection<UUID> ids, UUID deletion) {
        List<String> going = ids.stream().map(UUID::toString).toList();
        for (int first = 0; first < going.size(); first += BATCH) {
            in(DELETE, workspace)
                    .param("ids", new ArrayList<>(going.subList(first, Math.min(first + BATCH, going.size()))))
                    .param("deletion", deletion.toString())
                    .update();
        }
    }

    /** Brings deleted nodes back, with this parent, name and position. */
    void restore(UUID workspace, Collection<TreeNode> nodes) {
        batches.batchUpdate(RESTORE, nodes, BATCH, (statement, node) -> bind(statement, workspace, node));
    }

    private static void bind(PreparedStatement statement, UUID workspace, TreeNode node) throws SQLException {
        statement.setString(1, parent(workspace, node.parentId()));
        statement.setString(2, node.name());
        statement.setString(3, node.name());
        statement.setInt(4, node.position());
        statement.setString(5, workspace.toString());
        statement.setString(6, node.id().toString());
    }

    private JdbcClient.StatementSpec in(String sql, UUID workspace) {
        return store.sql(sql).param("workspace", workspace.toString());
    }

    private static String parent(UUID workspace, @Nullable UUID parent) {
        return parent == null ? workspace.toString() : parent.toString();
    }
}
