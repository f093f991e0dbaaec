package io.sluice.spi;

import java.util.List;

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

    /**
     * A column of the table.
     *
     * @param type in the system's spelling, for example {@code NUMERIC(20,0)}
     * @param comment may be empty
     * @param reason why this type, in words for a person
     */
    public record DefinedColumn(
            String name, String type, boolean nullable, boolean key, String comment, String reason) {}
}
