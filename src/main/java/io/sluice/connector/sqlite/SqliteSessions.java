package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.Sessions;
import io.sluice.spi.FileAccess;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.jdbc4.JDBC4Connection;

/** Opens one SQLite file. No statement can reach another file: attaching is off, and so are extensions. */
final class SqliteSessions implements Sessions {
    /** Below the five seconds within which a stop must end, because waiting for a lock cannot be interrupted. */
    private static final int BUSY_MILLIS = 4000;

    private final SqliteDataSource source;
    private final FileAccess files;

    SqliteSessions(SqliteDataSource source, FileAccess files) {
        this.source = source;
        this.files = files;
    }

    @Override
    public Connection reading() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return open(file(true), config);
    }

    /** Transactions stay deferred: the driver begins the next one at each commit, and must not hold the lock while idle. */
    @Override
    public Connection writing() throws SQLException {
        Connection connection = open(file(false), new SQLiteConfig());
        connection.setAutoCommit(false);
        return connection;
    }

    private Path file(boolean mustExist) {
        try {
            return mustExist ? files.existing(source.path()) : files.target(source.path());
        } catch (IOException failure) {
            throw new SluiceException(
                    CommonError.PARAMETER_INVALID, "The database file " + source.path() + " cannot be found", failure);
        }
    }

    private Connection open(Path file, SQLiteConfig config) throws SQLException {
        config.setBusyTimeout(BUSY_MILLIS);
        config.enableLoadExtension(false);
        String path = file.toString();
        if (path.indexOf('?') >= 0) {
            throw new SluiceException(CommonError.PARAMETER_INVALID, "A database file's path cannot hold '?'");
        }
        SQLiteConnection connection = new JDBC4Connection("jdbc:sqlite:" + path, path, config.toProperties());
        try {
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }
}
