package io.sluice.security;

import io.sluice.store.Columns;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts in the store, and whether the first one may still be made by the set-up link. */
@Repository
class UserRepository {
    private static final RowMapper<User> USER = (row, number) -> new User(
            Columns.id(row, "id"),
            row.getString("name"),
            row.getString("display_name"),
            row.getString("email"),
            row.getString("password_hash"),
            row.getBoolean("disabled"),
            Columns.time(row, "created_at"));

    private static final RowMapper<String> CONTENT = (row, number) -> row.getString("content");

    private static final String BY_NAME = """
            SELECT id, name, display_name, email, password_hash, disabled, created_at
            FROM app_user WHERE name_key = :key
            """;

    private static final String INSERT = """
            INSERT INTO app_user (id, name, name_key, display_name, email, password_hash, disabled, created_at)
            VALUES (:id, :name, :key, :displayName, :email, :passwordHash, :disabled, :createdAt)
            """;

    private static final String SETUP_STATE = "SELECT content FROM installation WHERE name = 'setup'";

    private static final String CLOSE_SETUP =
            "UPDATE installation SET content = 'done' WHERE name = 'setup' AND content = 'open'";

    private final JdbcClient store;

    UserRepository(JdbcClient store) {
        this.store = store;
    }

    Optional<User> find(String name) {
        return store.sql(BY_NAME).param("key", key(name)).query(USER).optional();
    }

    void insert(User user) {
        store.sql(INSERT)
                .param("id", user.id().toString())
                .param("name", user.name())
                .param("key", key(user.name()))
                .param("displayName", user.displayName())
                .param("email", user.email())
                .param("passwordHash", user.passwordHash())
                .param("disabled", user.disabled())
                .param("createdAt", Columns.time(user.createdAt()))
                .update();
    }

    boolean setupOpen() {
        return store.sql(SETUP_STATE).query(CONTENT).single().equals("open");
    }

    /** Closes the set-up; false when somebody else has. */
    boolean closeSetup() {
        return store.sql(CLOSE_SETUP).update() == 1;
    }

    /** Names that differ only in case or in how accents are composed are one. */
    private static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
