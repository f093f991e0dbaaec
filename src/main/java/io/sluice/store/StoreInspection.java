package io.sluice.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the embedded store before anything writes to it. H2 leaves out what it cannot read at the end of a file, and
 * takes the place for something else: what a recovery could have saved would be gone.
 */
final class StoreInspection {
    private static final String ONLY_READ = ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0";
    private static final String MARK = "SELECT number FROM store_mark";

    private final StoreSettings settings;
    private final StoreMark mark;

    StoreInspection(StoreSettings settings) {
        this.settings = settings;
        mark = StoreMark.of(settings);
    }

    /** @throws StoreUnusableException when the store is damaged, older than it was, gone or in use */
    void requireWhole() throws IOException {
        OptionalLong expected = mark.read();
        Path file = settings.file();
        if (!Files.exists(file) || Files.size(file) == 0) {
            if (expected.isPresent()) {
                throw unusable(file + " is missing or empty, but this folder has had a store.", null);
            }
            return;
        }
        long found = found(file, expected.isPresent());
        if (found < expected.orElse(0)) {
            throw unusable(
                    file + " is older than it was: its end is damaged, or an older file was put in its place.", null);
        }
    }

    private long found(Path file, boolean marked) {
        try (Connection store = DriverManager.getConnection(settings.address() + ONLY_READ, StoreSettings.H2_USER, "");
                Statement statement = store.createStatement()) {
            return marked ? number(statement) : 0;
        } catch (SQLException failure) {
            if (failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new StoreUnusableException(
                        file + " is in use by another process, which is probably a workbench with the same folder.",
                        "Stop the other one first, or choose another folder with SLUICE_HOME.",
                        failure);
            }
            throw unusable(file + " cannot be opened: " + failure.getMessage(), failure);
        }
    }

    private static long number(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(MARK)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            if (failure.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                    || failure.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1) {
                return -1;
            }
            throw failure;
        }
    }

    private StoreUnusableException unusable(String description, @Nullable Throwable cause) {
        String action = "Nothing was changed. Restore " + settings.home()
                + " from a backup. To go on with what the store still has, copy the folder, remove " + mark.file()
                + " and start again.";
        return cause == null
                ? new StoreUnusableException(description, action)
                : new StoreUnusableException(description, action, cause);
    }
}
