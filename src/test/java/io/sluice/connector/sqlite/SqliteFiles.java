package io.sluice.connector.sqlite;

import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** New SQLite files for tests. */
public final class SqliteFiles {
    private SqliteFiles() {}

    /** A new, empty database in a file that is deleted with the JVM. */
    public static TestDatabase database() {
        try {
            Path file = Files.createTempFile("sluice-test", ".db");
            file.toFile().deleteOnExit();
            return new TestDatabase("", 0, file.toString(), "", "", "jdbc:sqlite:" + file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The settings of a data source for such a file. */
    public static ConfigValue.Obj settings(TestDatabase database) {
        return ConfigValue.Obj.EMPTY.with("path", database.name());
    }
}
