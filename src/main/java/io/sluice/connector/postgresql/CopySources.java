package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.IdleConnections;
import io.sluice.connector.jdbc.JdbcReader;
import io.sluice.connector.jdbc.ReadSource;
import io.sluice.connector.jdbc.SplitKey;
import io.sluice.spi.TaskContext;
import io.sluice.spi.TaskContext.Level;
import io.sluice.spi.error.Category;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Finds out how each table or query is read, by asking the server and trying. */
final class CopySources {
    private final PostgresqlDialect dialect;
    private final JdbcReader rows;
    private final boolean wanted;
    private final IdleConnections idle;
    private final TaskContext context;

    /** @param wanted whether COPY is to be used where the server allows it */
    CopySources(PostgresqlDialect dialect, JdbcReader rows, boolean wanted, TaskContext context) {
        this.dialect = dialect;
        this.rows = rows;
        this.wanted = wanted;
        idle = rows.idle();
        this.context = context;
    }

    List<CopySource> examine() throws SQLException {
        List<CopySource> examined = new ArrayList<>();
        for (ReadSource source : rows.sources()) {
            if (wanted) {
                Connection connection = idle.take(source.sessions());
                try {
                    examined.add(examine(connection, source));
                    idle.giveBack(source.sessions(), connection);
                } catch (SQLException | RuntimeException failure) {
                    connection.close();
                    throw failure;
                }
            } else {
                context.log(Level.INFO, "Reading " + source.name() + " through a cursor, as the task wants");
                examined.add(new CopySource(source, "the task wants a cursor", List.of()));
            }
        }
        return List.copyOf(examined);
    }

    private CopySource examine(Connection connection, ReadSource source) throws SQLException {
        String refusal = tryCopy(connection, source);
        if (refusal != null) {
            context.log(
                    Level.WARN,
                    "Reading %s through a cursor, which is slower than COPY: %s".formatted(source.name(), refusal));
            return new CopySource(source, refusal, List.of());
        }
        if (!source.isTable()) {
            context.log(Level.INFO, "Reading " + source.name() + " by binary COPY");
            return new CopySource(source, null, List.of());
        }
        List<StoredTables.Stored> stored = rows.isKeyChosen() ? List.of() : stored(connection, source);
        SplitKey key = source.key();
        if (stored.isEmpty() && key != null) {
            context.log(Level.INFO, "Reading %s by binary COPY in ranges of %s".formatted(source.name(), key.sql()));
            return new CopySource(source, null, stored);
        }
        context.log(
                Level.INFO,
                "Reading %s by binary COPY%s".formatted(source.name(), stored.isEmpty() ? "" : " in ranges of blocks"));
        return new CopySource(source, null, stored);
    }

    /** The server's reason for not doing it, or null. */
    private @Nullable String tryCopy(Connection connection, ReadSource source) throws SQLException {
        String nothing = source.isTable()
                ? "SELECT " + source.list() + " FROM " + source.table()
                : PostgresqlDialect.bare(source.list());
        String sql = CopySelect.of("SELECT * FROM (" + nothing + "\n) AS tried LIMIT 0", source.columns(), false);
        try {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
            while (copy.isActive()) {
                copy.readFromCopy();
            }
            connection.commit();
            return null;
        } catch (SQLException refused) {
            requireNoLoss(refused);
            connection.rollback();
            return String.valueOf(refused.getMessage());
        }
    }

    /**
     * A select list may also group, expand or deduplicate rows, and then no row has a place: its plan tells. A filter
     * may mention the table in a way that does not suit its partitions: trying tells.
     */
    private List<StoredTables.Stored> stored(Connection connection, ReadSource source) throws SQLException {
        List<StoredTables.Stored> stored = StoredTables.find(connection, source.table());
        if (stored.isEmpty()) {
            return stored;
        }
        TupleRange all = stored.getFirst().cut(1).getFirst();
        String select = "SELECT " + source.list() + " FROM " + all.from();
        try (Statement statement = connection.createStatement()) {
            statement.execute(PlaceQuery.SCAN_ONLY);
            statement.execute("EXPLAIN " + select + source.condition(all.condition()));
            return StoredTables.isPlainScan(connection, select + " WHERE " + all.condition()) ? stored : List.of();
        } catch (SQLException refused) {
            requireNoLoss(refused);
            connection.rollback();
            return List.of();
        }
    }

    private void requireNoLoss(SQLException failure) throws SQLException {
        if (dialect.classify(failure).category() == Category.TRANSIENT) {
            throw failure;
        }
    }
}
