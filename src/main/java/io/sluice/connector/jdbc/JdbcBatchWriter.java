package io.sluice.connector.jdbc;

import io.sluice.spi.Mark;
import io.sluice.spi.NoReceipt;
import io.sluice.spi.TransactionalBatchWriter;
import io.sluice.spi.data.RowBatch;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a transaction of every batch: all of its rows are stored, or none. The one place that commits rows. */
final class JdbcBatchWriter implements TransactionalBatchWriter<NoReceipt> {
    private final Connection connection;
    private final Loader.Load load;
    private final Loader.@Nullable OwnTransaction alone;
    private final @Nullable ProgressTable progress;
    private final String checkNow;
    private final Consumer<Connection> ending;
    private @Nullable PreparedStatement advancing;
    private @Nullable Mark begun;
    private boolean careful;

    /**
     * @param progress null when the target keeps none
     * @param checkNow the statement that has deferred constraints checked at once; empty where there are none
     * @param ending told when all batches of this one are written
     */
    JdbcBatchWriter(
            Connection connection,
            Loader.Load load,
            @Nullable ProgressTable progress,
            String checkNow,
            Consumer<Connection> ending) {
        this.connection = connection;
        this.load = load;
        alone = progress == null && load instanceof Loader.OwnTransaction own ? own : null;
        this.progress = progress;
        this.checkNow = checkNow;
        this.ending = ending;
    }

    @Override
    public long claim(int split) throws SQLException {
        if (progress == null) {
            return 0;
        }
        try {
            return progress.claim(connection, split);
        } catch (SQLException | RuntimeException failure) {
            rollBack();
            throw failure;
        }
    }

    @Override
    public boolean begin(Mark mark) throws SQLException {
        begun = mark;
        careful = false;
        if (progress == null) {
            return true;
        }
        try {
            if (advancing == null) {
                advancing = progress.advancing(connection);
            }
            return progress.advance(connection, advancing, mark);
        } catch (SQLException | RuntimeException failure) {
            rollBack();
            throw failure;
        }
    }

    @Override
    public void add(RowBatch rows, int from, int to) throws SQLException {
        if (alone == null) {
            load.load(rows, from, to);
        } else {
            alone.send(rows, from, to);
        }
    }

    @Override
    public void tryAdd(RowBatch rows, int from, int to) throws SQLException {
        if (!careful) {
            check();
        }
        careful = true;
        Savepoint before = connection.setSavepoint();
        try {
            load.load(rows, from, to);
        } catch (SQLException | RuntimeException failure) {
            undo(before, failure);
            throw failure;
        }
        connection.releaseSavepoint(before);
    }

    /** A transaction that is gone as a whole has no savepoint to go back to; the caller's failure says so. */
    private void undo(Savepoint before, Exception failure) {
        try {
            connection.rollback(before);
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    @Override
    public void check() throws SQLException {
        if (!checkNow.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(checkNow);
            }
        }
    }

    @Override
    public void commit(Mark mark) throws SQLException {
        if (alone != null && alone.isOpen()) {
            alone.end();
            return;
        }
        if (progress != null && advancing != null && !mark.equals(begun)) {
            progress.correct(advancing, mark);
        }
        connection.commit();
    }

    /** A transaction with a failed statement in it must never be committed: PostgreSQL would answer as if it had stored it. */
    @Override
    public void rollBack() {
        try {
            if (alone != null) {
                alone.takeBack();
            }
            connection.rollback();
        } catch (SQLException gone) {
            begun = null;
        }
    }

    @Override
    public void write(RowBatch rows, int from, int to) throws SQLException {
        try {
            load.load(rows, from, to);
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            rollBack();
            throw failure;
        }
    }

    @Override
    public List<NoReceipt> flush() {
        ending.accept(connection);
        return List.of();
    }

    @Override
    public void close() throws IOException {
        load.close();
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IOException("Cannot close a connection", failure);
        }
    }
}
