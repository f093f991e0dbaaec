package io.sluice.connector.jdbc;

import java.io.Closeable;
import java.sql.SQLException;
import java.util.List;

/** Sessions whose reading connections all see one state of the database, whatever is written meanwhile. */
public interface SnapshotSessions extends Sessions, Closeable {
    /**
     * Called once, when the parts to be read are known and none is open.
     *
     * @param sources the tables and queries that are read by these sessions
     * @param parts how many parts they have
     */
    default void begin(List<ReadSource> sources, int parts) throws SQLException {}

    /** How many connections can read at the same time; asked after {@link #begin}. */
    default int most() {
        return Integer.MAX_VALUE;
    }
}
