package io.sluice.spi;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.LogicalType;
import java.util.Optional;

/** A connector that can make a column of an existing table hold more values. */
public interface SupportsWidening {
    /** Which type a column should have instead of the one it has. */
    @FunctionalInterface
    interface Wish {
        /** The same type where it already holds all that is wanted; empty where no type like it does. */
        Optional<LogicalType> instead(LogicalType present);
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
     */
    void widen(ConfigValue.Obj settings, FileAccess files, String sql) throws Exception;
}
