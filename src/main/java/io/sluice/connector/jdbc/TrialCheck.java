package io.sluice.connector.jdbc;

import io.sluice.spi.TrialObstacle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Finds out whether rows can be tried in a table, that is written and rolled back. */
public final class TrialCheck {
    private TrialCheck() {}

    /** What a system knows of a table. */
    @FunctionalInterface
    public interface Look {
        Optional<TrialObstacle> obstacle(Connection connection, Tables.Table table) throws SQLException;
    }

    /** @throws io.sluice.spi.error.SluiceException TABLE_UNKNOWN */
    public static Optional<TrialObstacle> of(WriteRequest request, Dialect dialect, Sessions sessions, Look look)
            throws SQLException {
        if (request.landing() instanceof Landing.Staging) {
            return Optional.of(TrialObstacle.STAGING);
        }
        if (!request.before().isEmpty()) {
            return Optional.of(TrialObstacle.STATEMENTS_BEFORE);
        }
        try (Connection connection = sessions.writing()) {
            connection.setAutoCommit(true);
            return look.obstacle(connection, Tables.resolve(dialect, connection, request.table()));
        }
    }
}
