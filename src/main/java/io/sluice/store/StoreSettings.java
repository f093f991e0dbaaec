package io.sluice.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Where the store is.
 *
 * @param url JDBC address of a MariaDB database; null for the H2 file in the home folder
 */
public record StoreSettings(
        Path home,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password) {
    static final String H2_USER = "sluice";

    /** No write delay: by default H2 keeps a commit in memory for up to 500 ms, and a killed process loses it. */
    private static final String H2_OPTIONS =
            ";MODE=MariaDB;NON_KEYWORDS=VALUE,USER;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";

    static StoreSettings of(Environment environment, Home home) {
        return new StoreSettings(
                home.folder(),
                environment.getProperty("SLUICE_DB_URL"),
                environment.getProperty("SLUICE_DB_USER"),
                environment.getProperty("SLUICE_DB_PASSWORD"));
    }

    /** Whether the store is a file that only this process can open. */
    public boolean embedded() {
        return url == null || url.isBlank();
    }

    /** The file of the embedded store, as H2 names it. */
    Path file() {
        return home.resolve("store.mv.db");
    }

    String address() {
        return url == null || url.isBlank() ? "jdbc:h2:file:" + home.resolve("store") + H2_OPTIONS : url;
    }

    @Override
    public String toString() {
        return "StoreSettings[" + (embedded() ? home.resolve("store") : "SLUICE_DB_URL") + "]";
    }
}
