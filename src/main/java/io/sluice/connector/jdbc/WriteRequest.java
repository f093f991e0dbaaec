package io.sluice.connector.jdbc;

import io.sluice.spi.Writer;
import java.util.List;

/**
 * What to write, common to all relational writers.
 *
 * @param columns names, or a single {@code *} for all columns that can be written
 * @param before statements before the load; {@code @table} stands for the table
 * @param after statements after a successful load
 */
public record WriteRequest(
        String table, List<String> columns, List<String> before, List<String> after, Writer.BatchSize batch) {
    public WriteRequest {
        columns = List.copyOf(columns);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
