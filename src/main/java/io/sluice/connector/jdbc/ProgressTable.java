package io.sluice.connector.jdbc;

import io.sluice.spi.Attempt;
import io.sluice.spi.Mark;
import io.sluice.spi.Tally;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Progress of loads, kept in a table of the target so that it commits together with the batches. Its one UPDATE fences
 * earlier attempts off, recognises a batch that is there already, and resolves a commit whose answer was lost.
 */
final class ProgressTable {
    private static final String COLUMNS = """
             (run_id CHAR(36) NOT NULL, split_no INT NOT NULL, fence BIGINT NOT NULL, batch_no BIGINT NOT NULL,
            last_key TEXT, rows_read BIGINT NOT NULL, rows_written BIGINT NOT NULL, dirty BIGINT NOT NULL,
            bytes_read BIGINT NOT NULL, updated_at TIMESTAMP NULL, PRIMARY KEY (run_id, split_no))""";

    private static final String INSERT = """
             (run_id, split_no, fence, batch_no, last_key, rows_read, rows_written, dirty, bytes_read, updated_at)
            VALUES (?, ?, ?, 0, NULL, 0, 0, 0, 0, CURRENT_TIMESTAMP)""";

    private static final String ADVANCE = """
             SET batch_no = ?, last_key = ?, rows_read = ?, rows_written = ?, dirty = ?, bytes_read = ?,
            updated_at = CURRENT_TIMESTAMP WHERE run_id = ? AND split_no = ? AND fence = ? AND batch_no = ?""";

    /** The row that says whose a load is which nobody can go on with; no split has this number. */
    private static final int OWNER = -1;

    private final String table;
    private final Attempt attempt;

    /** @param table quoted */
    ProgressTable(String table, Attempt attempt) {
        this.table = table;
        this.attempt = attempt;
    }

    private record Row(long fence, long batch) {}

    void create(Connection connection, String options) throws SQLException {
        run(connection, "CREATE TABLE IF NOT EXISTS " + table + COLUMNS + options);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The marks of all splits with a committed batch; earlier attempts can commit nothing any more. */
    List<Mark> takeOver(Connection connection) throws SQLException {
        String fence = "UPDATE " + table + " SET fence = ? WHERE run_id = ? AND fence < ?";
        try (PreparedStatement statement = connection.prepareStatement(fence)) {
            statement.setLong(1, attempt.number());
            statement.setString(2, attempt.load());
            statement.setLong(3, attempt.number());
            statement.executeUpdate();
        }
        String all = "SELECT split_no, batch_no, last_key, rows_read, rows_written, dirty, bytes_read FROM " + table
                + " WHERE run_id = ? AND batch_no > 0 ORDER BY split_no";
        List<Mark> marks = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(all)) {
            statement.setString(1, attempt.load());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Tally tally = new Tally(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7));
                    marks.add(new Mark(row.getInt(1), row.getLong(2), row.getString(3), tally));
                }
            }
        }
        connection.commit();
        return marks;
    }

    /** Makes sure the split has a row with our fence. @return the last batch it has */
    long claim(Connection connection, int split) throws SQLException {
        Row row = row(connection, split);
        if (row.batch() < 0) {
            try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + table + INSERT)) {
                statement.setString(1, attempt.load());
                statement.setInt(2, split);
                statement.setLong(3, attempt.number());
                statement.executeUpdate();
            }
        } else if (row.fence() < attempt.number()) {
            String fence = "UPDATE " + table + " SET fence = ? WHERE run_id = ? AND split_no = ? AND fence < ?";
            try (PreparedStatement statement = connection.prepareStatement(fence)) {
                statement.setLong(1, attempt.number());
                statement.setString(2, attempt.load());
                statement.setInt(3, split);
                statement.setLong(4, attempt.number());
                statement.executeUpdate();
            }
        } else if (row.fence() > attempt.number()) {
            throw fenced(row);
        }
        connection.commit();
        return Math.max(0, row.batch());
    }

    /** The split's row, or one with batch -1 when there is none. */
    private Row row(Connection connection, int split) throws SQLException {
        String sql = "SELECT fence, batch_no FROM " + table + " WHERE run_id = ? AND split_no = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, attempt.load());
            statement.setInt(2, split);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Row(row.getLong(1), row.getLong(2)) : new Row(0, -1);
            }
        }
    }

    PreparedStatement advancing(Connection connection) throws SQLException {
        return connection.prepareStatement("UPDATE " + table + ADVANCE);
    }

    /**
     * Moves the progress on, inside the transaction of the batch.
     *
     * @param statement of {@link #advancing}
     * @return false when the batch was committed before; the transaction is rolled back then
     * @throws SluiceException FENCED or PROGRESS_MISMATCH
     */
    boolean advance(Connection connection, PreparedStatement statement, Mark mark) throws SQLException {
        if (update(statement, mark, mark.batch() - 1) == 1) {
            return true;
        }
        connection.rollback();
        Row row = row(connection, mark.split());
        connection.rollback();
        if (row.fence() > attempt.number()) {
            throw fenced(row);
        }
        if (row.batch() == mark.batch()) {
            return false;
        }
        throw new SluiceException(
                JdbcError.PROGRESS_MISMATCH,
                "%s has batch %d of split %d where %d was expected"
                        .formatted(table, row.batch(), mark.split(), mark.batch() - 1));
    }

    /** Corrects the counts of the batch whose transaction is open. */
    void correct(PreparedStatement statement, Mark mark) throws SQLException {
        update(statement, mark, mark.batch());
    }

    private int update(PreparedStatement statement, Mark mark, long before) throws SQLException {
        statement.setLong(1, mark.batch());
        statement.setString(2, mark.rest());
        statement.setLong(3, mark.tally().read());
        statement.setLong(4, mark.tally().written());
        statement.setLong(5, mark.tally().dirty());
        statement.setLong(6, mark.tally().bytes());
        statement.setString(7, attempt.load());
        statement.setInt(8, mark.split());
        statement.setLong(9, attempt.number());
        statement.setLong(10, before);
        return statement.executeUpdate();
    }

    private SluiceException fenced(Row row) {
        return new SluiceException(
                CommonError.FENCED,
                "Attempt %d at this load has taken over from attempt %d".formatted(row.fence(), attempt.number()));
    }

    /** Says for others that nobody can go on with the load. @param target the name of the table it is for */
    void own(Connection connection, String target) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + table + INSERT)) {
            statement.setString(1, attempt.load());
            statement.setInt(2, OWNER);
            statement.setLong(3, attempt.number());
            statement.executeUpdate();
        }
        String name = "UPDATE " + table + " SET last_key = ? WHERE run_id = ? AND split_no = ?";
        try (PreparedStatement statement = connection.prepareStatement(name)) {
            statement.setString(1, target);
            statement.setString(2, attempt.load());
            statement.setInt(3, OWNER);
            statement.executeUpdate();
        }
    }

    /** Keeps others from saying so, as long as the transaction is open. @return false when nobody has said it */
    boolean lockOwner(Connection connection) throws SQLException {
        String sql = "SELECT last_key FROM " + table + " WHERE run_id = ? AND split_no = ? FOR UPDATE";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, attempt.load());
            statement.setInt(2, OWNER);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The load that nobody can go on with, to which a progress table belongs, when it is for this target. */
    static Optional<Attempt> left(Connection connection, String table, String target) throws SQLException {
        String sql = "SELECT run_id FROM " + table + " WHERE split_no = ? AND last_key = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, OWNER);
            statement.setString(2, target);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Attempt(row.getString(1), 1, Attempt.Entry.ONLY))
                        : Optional.empty();
            }
        }
    }

    /** Whether rows of another load are in it. */
    boolean hasOthers(Connection connection) throws SQLException {
        String sql = "SELECT 1 FROM " + table + " WHERE run_id <> ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, attempt.load());
            statement.setMaxRows(1);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Removes the rows of the load. */
    void clear(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + table + " WHERE run_id = ?")) {
            statement.setString(1, attempt.load());
            statement.executeUpdate();
        }
    }
}
