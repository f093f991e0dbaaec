package io.sluice.connector.jdbc;

import io.sluice.spi.TrialObstacle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What a system has its own words for when tables of ours stand beside a target table. Stateless. */
public interface TargetTables {
    /** What follows the column list of a table that must have transactions; may be empty. */
    String tableOptions();

    /**
     * Refuses a target without transactions, before anything is changed in it.
     *
     * @throws io.sluice.spi.error.SluiceException NOT_SUPPORTED
     */
    void checkTransactions(Connection connection, Tables.Table target) throws SQLException;

    /**
     * Refuses a target that cannot be replaced by a staging table without losing something.
     *
     * @throws io.sluice.spi.error.SluiceException NOT_SUPPORTED
     */
    void checkStaging(Connection connection, Tables.Table target) throws SQLException;

    /** What keeps rows from being written into a table and rolled back; empty for nothing. */
    Optional<TrialObstacle> trialObstacle(Connection connection, Tables.Table target) throws SQLException;

    /** The statement that makes an empty staging table with the target's columns, key and constraints. */
    String createLike(String staging, String target);

    /**
     * Makes the content of the staging table that of the target, in one step for its readers. Does nothing when an
     * earlier call has done it, even if its answer was lost.
     *
     * @param connection without automatic commit
     */
    void publish(Connection connection, Swap swap) throws SQLException;

    /** The statement after which a session gives up soon when it waits for a lock. */
    String impatience();

    /** The statement after which the server leaves a session alone that does nothing in an open transaction. */
    String endurance();

    /** The query of the names of tables that begin alike; its parameters: the schema or null, the length, the beginning. */
    String beside();

    /** Whether a locked row is locked for every session, and not only for those on the same server of a cluster. */
    boolean locksForAll(Connection connection) throws SQLException;

    /** Drops what publishing left behind. */
    void cleanUp(Connection connection, Swap swap) throws SQLException;

    /**
     * The tables that take part in a publication.
     *
     * @param staging quoted
     * @param old quoted name for the target's former content, where that is kept for a moment
     * @param progress quoted name of the load's own progress table
     */
    record Swap(Tables.Table target, String staging, String old, String progress) {}
}
