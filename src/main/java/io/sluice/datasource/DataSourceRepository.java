package io.sluice.datasource;

import io.sluice.security.SealedSecret;
import io.sluice.spi.config.ConfigValue;
import io.sluice.store.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Data sources and their sealed secrets in the store. */
@Repository
class DataSourceRepository {
    /** A data source as stored, without its secrets. */
    record Stored(
            UUID id,
            String name,
            String type,
            String description,
            ConfigValue.Obj settings,
            long revision,
            Instant changedAt,
            String changedBy,
            @Nullable String lastTest) {}

    private record StoredSecret(UUID owner, String path, SealedSecret secret) {}

    private static final RowMapper<Stored> STORED = (row, number) -> new Stored(
            Columns.id(row, "id"),
            row.getString("name"),
            row.getString("type"),
            row.getString("description"),
            ConfigJson.read(row.getString("settings")),
            row.getLong("revision"),
            Columns.time(row, "changed_at"),
            row.getString("changed_by"),
            row.getString("last_test"));

    private static final RowMapper<StoredSecret> SECRET = (row, number) -> new StoredSecret(
            Columns.id(row, "data_source_id"),
            row.getString("path"),
            new SealedSecret(row.getString("key_id"), row.getString("content")));

    private static final String ALL = """
            SELECT id, name, type, description, settings, revision, changed_at, changed_by, last_test
            FROM data_source WHERE workspace_id = :workspace ORDER BY name
            """;

    private static final String BY_ID = """
            SELECT id, name, type, description, settings, revision, changed_at, changed_by, last_test
            FROM data_source WHERE workspace_id = :workspace AND id = :id
            """;

    private static final String BY_NAME = """
            SELECT id, name, type, description, settings, revision, changed_at, changed_by, last_test
            FROM data_source WHERE workspace_id = :workspace AND name = :name
            """;

    private static final String INSERT = """
            INSERT INTO data_source
                (id, workspace_id, name, type, description, settings, revision, changed_at, changed_by)
            VALUES (:id, :workspace, :name, :type, :description, :settings, :revision, :changedAt, :changedBy)
            """;

    private static final String UPDATE = """
            UPDATE data_source
            SET name = :name, type = :type, description = :description, settings = :settings,
                revision = revision + 1, changed_at = :changedAt, changed_by = :changedBy, last_test = NULL
            WHERE workspace_id = :workspace AND id = :id
            """;

    private static final String KEEP_TEST = """
            UPDATE data_source SET last_test = :report
            WHERE workspace_id = :workspace AND id = :id AND revision = :revision
            """;

    private static final String DELETE = "DELETE FROM data_source WHERE workspace_id = :workspace AND id = :id";

    private static final String SECRETS = """
            SELECT data_source_id, path, key_id, content FROM data_source_secret
            WHERE workspace_id = :workspace AND data_source_id = :id
            """;

    private static final String SECRETS_OF_ALL =
            "SELECT data_source_id, path, key_id, content FROM data_source_secret WHERE workspace_id = :workspace";

    private static final String PUT_SECRET = """
            INSERT INTO data_source_secret (data_source_id, workspace_id, path, key_id, content)
            VALUES (:id, :workspace, :path, :keyId, :content)
            ON DUPLICATE KEY UPDATE key_id = :keyId, content = :content
            """;

    private static final String DELETE_SECRETS =
            "DELETE FROM data_source_secret WHERE workspace_id = :workspace AND data_source_id = :id";

    private static final String ELSEWHERE =
            "SELECT COUNT(*) FROM data_source WHERE workspace_id <> :workspace AND id = :id";

    private final JdbcClient store;

    DataSourceRepository(JdbcClient store) {
        this.store = store;
    }

    List<Stored> all(UUID workspace) {
        return store.sql(ALL)
                .param("workspace", workspace.toString())
                .query(STORED)
                .list();
    }

    Optional<Stored> find(UUID workspace, UUID id) {
        return one(BY_ID, workspace, id).query(STORED).optional();
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

    Optional<Stored> findByName(UUID workspace, String name) {
        return store.sql(BY_NAME)
                .param("workspace", workspace.toString())
                .param("name", name)
                .query(STORED)
                .optional();
    }

    void insert(UUID workspace, Stored source) {
        bind(store.sql(INSERT), workspace, source)
                .param("revision", source.revision())
                .update();
    }

    boolean update(UUID workspace, Stored source) {
        return bind(store.sql(UPDATE), workspace, source).update() == 1;
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID workspace, Stored source) {
        return statement
                .param("workspace", workspace.toString())
                .param("id", source.id().toString())
                .param("name", source.name())
                .param("type", source.type())
                .param("description", source.description())
                .param("settings", ConfigJson.write(source.settings()))
                .param("changedAt", Columns.time(source.changedAt()))
                .param("changedBy", source.changedBy());
    }

    /** Keeps a report, unless the data source was changed since the test began. */
    void keepTest(UUID workspace, UUID id, long revision, String report) {
        one(KEEP_TEST, workspace, id)
                .param("revision", revision)
                .param("report", report)
                .update();
    }

    void delete(UUID workspace, UUID id) {
        one(DELETE_SECRETS, workspace, id).update();
        one(DELETE, workspace, id).update();
    }

    Map<String, SealedSecret> secrets(UUID workspace, UUID id) {
        Map<String, SealedSecret> secrets = new HashMap<>();
        one(SECRETS, workspace, id).query(SECRET).list().forEach(found -> secrets.put(found.path(), found.secret()));
        return secrets;
    }

    /** The paths that have a secret, by data source. */
    Map<UUID, List<String>> secretPaths(UUID workspace) {
        Map<UUID, List<String>> paths = new HashMap<>();
        store.sql(SECRETS_OF_ALL)
                .param("workspace", workspace.toString())
                .query(SECRET)
                .list()
                .forEach(found -> paths.merge(found.owner(), List.of(found.path()), DataSourceRepository::joined));
        return paths;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    void putSecret(UUID workspace, UUID id, String path, SealedSecret secret) {
        one(PUT_SECRET, workspace, id)
                .param("path", path)
                .param("keyId", secret.keyId())
                .param("content", secret.content())
                .update();
    }

    void deleteSecrets(UUID workspace, UUID id) {
        one(DELETE_SECRETS, workspace, id).update();
    }

    private JdbcClient.StatementSpec one(String sql, UUID workspace, UUID id) {
        return store.sql(sql).param("workspace", workspace.toString()).param("id", id.toString());
    }
}
