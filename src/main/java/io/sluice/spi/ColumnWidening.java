package io.sluice.spi;

/** Whether and how a column is made to hold more values. */
public sealed interface ColumnWidening {
    /**
     * A statement that widens it.
     *
     * @param table its name for people
     * @param before its type in the system's spelling
     * @param after the new one
     * @param rows of the table as the system estimates; negative when it does not say
     */
    record Change(String table, String column, String before, String after, String sql, Work work, long rows)
            implements ColumnWidening {}

    /** It holds the values as it is. @param type in the system's spelling */
    record Enough(String table, String column, String type) implements ColumnWidening {}

    /** No type that is like its own holds the values, or the column cannot be changed so. @param type in the system's spelling */
    record Impossible(String table, String column, String type) implements ColumnWidening {}

    /** What a server has to do. */
    enum Work {
        /** It notes the new type; no row is touched. */
        CATALOGUE,
        /** It writes all rows anew, and nobody reads or writes the table meanwhile. */
        REWRITE,
        /** It copies all rows; they can be read meanwhile but not written. */
        COPY
    }
}
