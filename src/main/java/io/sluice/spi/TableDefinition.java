package io.sluice.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as a connector would create it.
 *
 * @param table quoted, for statements
 * @param sql creates the table; several statements are separated by a semicolon and a line break
 */
public record TableDefinition(String table, List<DefinedColumn> columns, String sql) {
    public TableDefinition {
        columns = List.copyOf(columns);
    }

    /** What becomes of points in time where a system has no one type that holds them all. */
    public enum Instants {
        /** The type that holds all, if need be as local times of the zone that the task names. */
        LOCAL,
        /** The system's type for points in time, though it holds fewer. */
        FEWER
    }

    /**
     * A column of the table.
     *
     * @param type in the system's spelling, for example {@code NUMERIC(20,0)}
     * @param comment may be empty
     * @param reason why this type, in words for a person
     * @param choice set where points in time could be kept in two ways; null where there is nothing to choose
     */
    public record DefinedColumn(
            String name,
            String type,
            boolean nullable,
            boolean key,
            String comment,
            String reason,
            @Nullable InstantChoice choice) {}

    /**
     * Two ways to keep points in time.
     *
     * @param made the one that was taken
     * @param local the type for local times of a zone
     * @param fewer the type for points in time
     * @param range what that type can hold, in words for a person
     */
    public record InstantChoice(Instants made, String local, String fewer, String range) {}
}
