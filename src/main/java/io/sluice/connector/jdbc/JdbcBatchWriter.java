package io.sluice.connector.jdbc;

import io.sluice.spi.BatchWriter;
import io.sluice.spi.NoReceipt;
import io.sluice.spi.data.RowBatch;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Makes a transaction of every batch: all of its rows are stored, or none. */
final class JdbcBatchWriter implements BatchWriter<NoReceipt> {
    private final Connection connection;
    private final Loader.Load load;

    JdbcBatchWriter(Connection connection, Loader.Load load) {
        this.connection = connection;
        this.load = load;
    }

    @Override
    public void write(RowBatch rows, int from, int to) throws SQLException {
        try {
            load.load(rows, from, to);
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            rollBack(failure);
            throw failure;
        }
    }

    /** A transaction with a failed statement in it must never be committed: PostgreSQL would answer as if it had stored it. */
    private void rollBack(Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    @Override
    public List<NoReceipt> flush() {
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
