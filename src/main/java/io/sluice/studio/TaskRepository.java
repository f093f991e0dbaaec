package io.sluice.studio;

import io.sluice.store.Columns;
import io.sluice.workspace.Member;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts of the tasks in the store. */
@Repository
class TaskRepository {
    /** A task's text as stored, without its place in the tree. */
    record Stored(UUID id, String name, String text, long revision, String changedBy, Instant changedAt) {}

    private record Text(UUID task, String text) {}

    private static final RowMapper<Text> TEXT =
            (row, number) -> new Text(Columns.id(row, "node_id"), row.getString("text"));

    private static final RowMapper<Stored> STORED = (row, number) -> new Stored(
            Columns.id(row, "node_id"),
            row.getString("name"),
            row.getString("text"),
            row.getLong("revision"),
            row.getString("changed_by"),
            Columns.time(row, "changed_at"));

    private static final String ONE = """
            SELECT t.node_id, n.name, t.text, t.revision, t.changed_by, t.changed_at
            FROM task t JOIN tree_node n ON n.id = t.node_id AND n.workspace_id = t.workspace_id
            WHERE t.workspace_id = :workspace AND t.node_id = :id AND n.deletion_id IS NULL
            """;

    private static final String OTHER = """
            SELECT t.node_id, n.name, t.text, t.revision, t.changed_by, t.changed_at
            FROM task t JOIN tree_node n ON n.id = t.node_id AND n.workspace_id = t.workspace_id
            WHERE t.workspace_id = :workspace AND t.node_id = :id AND t.revision <> :known AND n.deletion_id IS NULL
            """;

    private static final String ALL = """
            SELECT t.node_id, n.name, t.text, t.revision, t.changed_by, t.changed_at
            FROM task t JOIN tree_node n ON n.id = t.node_id AND n.workspace_id = t.workspace_id
            WHERE t.workspace_id = :workspace AND n.deletion_id IS NULL ORDER BY n.name
            """;

    private static final String INSERT = """
            INSERT INTO task (node_id, workspace_id, text, revision, changed_by, changed_at)
            VALUES (:id, :workspace, :text, 1, :by, :at)
            """;

    private static final String TEXTS =
            "SELECT node_id, text FROM task WHERE workspace_id = :workspace AND node_id IN (:ids)";

    private static final String INSERT_COPY = """
            INSERT INTO task (node_id, workspace_id, text, revision, changed_by, changed_at)
            VALUES (?, ?, ?, 1, ?, ?)
            """;

    private static final String SAVE = """
            UPDATE task SET text = :text, revision = revision + 1, changed_by = :by, changed_at = :at
            WHERE workspace_id = :workspace AND node_id = :id AND revision = :expected
            """;

    /** How many texts are in memory at once. */
    private static final int BATCH = 100;

    private final JdbcClient store;
    private final JdbcTemplate batches;

    TaskRepository(JdbcClient store, JdbcTemplate batches) {
        this.store = store;
        this.batches = batches;
    }

    Optional<Stored> find(UUID workspace, UUID id) {
        return store.sql(ONE)
                .param("workspace", workspace.toString())
                .param("id", id.toString())
                .query(STORED)
                .optional();
    }

    /** The task, unless its revision is the known one. */
    Optional<Stored> other(UUID workspace, UUID id, long knownRevision) {
        return store.sql(OTHER)
                .param("workspace", workspace.toString())
                .param("id", id.toString())
                .param("known", knownRevision)
                .query(STORED)
                .optional();
    }

    List<Stored> all(UUID workspace) {
        return store.sql(ALL)
                .param("workspace", workspace.toString())
                .query(STORED)
                .list();
    }

    void insert(UUID workspace, UUID id, String text, String by, Instant at) {
        store.sql(INSERT)
                .param("workspace", workspace.toString())
                .param("id", id.toString())
                .param("text", text)
                .param("by", by)
                .param("at", Columns.time(at))
                .update();
    }

    /**
     * Gives new tasks the texts of others.
     *
     * @param copies the new task of each of the others
     */
    void copy(Member member, Map<UUID, UUID> copies, Instant at) {
        String workspace = member.workspaceId().toString();
        List<UUID> originals = List.copyOf(copies.keySet());
        for (int first = 0; first < originals.size(); first += BATCH) {
            List<UUID> some = originals.subList(first, Math.min(first + BATCH, originals.size()));
            List<Text> texts = store.sql(TEXTS)
                    .param("workspace", workspace)
                    .param("ids", some.stream().map(UUID::toString).toList())
                    .query(TEXT)
                    .list();
            batches.batchUpdate(INSERT_COPY, texts, BATCH, (statement, text) -> {
                statement.setString(1, String.valueOf(copies.get(text.task())));
                statement.setString(2, workspace);
                statement.setString(3, text.text());
                statement.setString(4, member.displayName());
                statement.setObject(5, Columns.time(at));
            });
        }
    }

    /** Writes the text unless the revision has moved on; tells whether it did. */
    boolean save(UUID workspace, Stored task) {
        return store.sql(SAVE)
                        .param("workspace", workspace.toString())
                        .param("id", task.id().toString())
                        .param("text", task.text())
                        .param("by", task.changedBy())
                        .param("at", Columns.time(task.changedAt()))
                        .param("expected", task.revision())
                        .update()
                == 1;
    }
}
