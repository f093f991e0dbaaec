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
     * @param sign whether it takes negative numbers from then on, and did not before
     */
    record Change(
            String table, String column, String before, String after, String sql, Work work, long rows, boolean sign)
            implements ColumnWidening {}

    /** It holds the values as it is. @param type in the system's spelling */
    record Enough(String table, String column, String type) implements ColumnWidening {}

    /**
     * It cannot be changed so.
     *
     * @param type in the system's spelling
     * @param what names what stands in the way, for people; may be empty
     */
    record Impossible(String table, String column, String type, Obstacle obstacle, String what)
            implements ColumnWidening {}

    /** What a server has to do. */
    enum Work {
        /** It notes the new type; no row is touched. */
        CATALOGUE,
        /** It writes all rows anew, and nobody reads or writes the table meanwhile. */
        REWRITE,
        /** It copies all rows; they can be read meanwhile but not written. */
        COPY
    }

    /** Why a column is not widened. */
    enum Obstacle {
        /** No type that is like its own holds the values. */
        NO_TYPE,
        /** Its type has rules of its own, as domains and arrays have. */
        OWN_RULES,
        /** It takes the values of a list only. */
        LIST,
        /** It is the column of a view. */
        VIEW,
        /** The server computes it; nobody writes it. */
        GENERATED,
        /** It has its type from another table, or the table is divided by it. */
        INHERITED,
        /** Foreign keys join it to other columns. */
        FOREIGN_KEY,
        /** An index does not take values as long as these. */
        INDEX,
        /** Views, triggers and the like are made of it. */
        USED
    }
}
