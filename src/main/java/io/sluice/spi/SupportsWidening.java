package io.sluice.spi;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.LogicalType;
import java.util.Optional;

/** A connector that can make a column of an existing table hold more values. */
public interface SupportsWidening {
    /** Which type a column should have instead of the one it has. */
    @FunctionalInterface
    interface Wider {
        /** The same type where it already holds all that is wanted; empty where no type like it does. */
        Optional<LogicalType> instead(LogicalType present);
    }

    /**
     * What a column is to hold.
     *
     * @param negatives whether numbers below zero are among it, which types without a sign refuse
     */
    record Wish(Wider type, boolean negatives) {}

    /** Who may want a statement to be ended while it is at work. */
    interface Stop {
        boolean wanted();

        /** @param ask asks the server to end it; may be called several times, from another thread */
        TaskContext.Registration onWanted(TaskContext.CancelAction ask);
    }

    /**
     * Looks at a column and says how it is widened; changes nothing.
     *
     * @param settings of the data source, secrets included
     * @param table as scripts spell it
     * @param column as scripts spell it
     */
    ColumnWidening widening(ConfigValue.Obj settings, FileAccess files, String table, String column, Wish wish)
            throws Exception;

    /**
     * Runs the statement of a widening, as proposed or as a user changed it. Gives up after some seconds when other
     * transactions keep it from beginning, so that nobody queues behind it for long.
     *
     * @throws io.sluice.spi.error.SluiceException CANCELLED when the server has ended it because that was wanted; the
     *     column is as it was
     */
    void widen(ConfigValue.Obj settings, FileAccess files, String sql, Stop stop) throws Exception;
}
