package io.sluice.connector.jdbc;

import io.sluice.spi.TaskContext;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.RowEncoding;
import java.sql.Connection;
import java.sql.SQLException;

/** A way of bringing batches into a table, such as INSERT statements or COPY. */
public interface Loader {
    /**
     * Refuses a target that this way cannot serve, before anything is changed in it.
     *
     * @throws io.sluice.spi.error.SluiceException for example KEY_MISSING
     */
    void check(Target target);

    /** As {@link #check(Target)}, for ways that have to ask the server; called again after statements that come first. */
    default void check(Target target, Connection connection) throws SQLException {
        check(target);
    }

    /** Whether rows may come encoded; see {@link io.sluice.spi.SupportsEncodedWrite}. */
    default boolean accepts(RowEncoding encoding, Target target) {
        return false;
    }

    /** Opens the way in on a connection that does not commit by itself. The caller ends transactions and closes the connection. */
    Load open(Connection connection, Target target, TaskContext context) throws SQLException;

    /** One open way in; used by one thread. */
    interface Load extends AutoCloseable {
        /**
         * Brings the rows {@code from} to {@code to} (exclusive) into the transaction that is open. After a failure the
         * caller rolls back, and the next call starts afresh.
         */
        void load(RowBatch rows, int from, int to) throws SQLException;

        @Override
        void close();
    }

    /** A way in that can bring a batch as a transaction of its own: two answers less to wait for. */
    interface OwnTransaction extends Load {
        /** Sends all of a batch; the server keeps nothing of it before {@link #end}. No transaction is open. */
        void send(RowBatch rows, int from, int to) throws SQLException;

        /** Has the rows that were sent stored and committed. When the connection is lost meanwhile, they may be. */
        void end() throws SQLException;

        /** Takes back what was sent and not ended, if anything was. */
        void takeBack() throws SQLException;

        /** Whether something was sent and not ended. */
        boolean isOpen();
    }
}
