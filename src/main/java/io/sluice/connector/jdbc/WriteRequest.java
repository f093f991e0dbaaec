package io.sluice.connector.jdbc;

import io.sluice.spi.Writer;
import java.util.List;

/**
 * What to write, common to all relational writers.
 *
 * @param columns names, or a single {@code *} for all columns that can be written
 * @param before statements before the load; {@code @table} stands for the table
 * @param after statements after a successful load
 * @param landing how rows get in
 */
public record WriteRequest(
        String table,
        List<String> columns,
        List<String> before,
        List<String> after,
        Writer.BatchSize batch,
        Landing landing) {
    /** Rows go straight into the table. */
    public WriteRequest(
            String table, List<String> columns, List<String> before, List<String> after, Writer.BatchSize batch) {
        this(table, columns, before, after, batch, new Landing.Append());
    }

    public WriteRequest {
        columns = List.copyOf(columns);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Rows go straight into the table, with their progress where it was asked for, and nothing else happens around them. */
    public WriteRequest onlyRows() {
        Landing straight = landing instanceof Landing.WithProgress ? landing : new Landing.Append();
        return new WriteRequest(table, columns, List.of(), List.of(), batch, straight);
    }

    /** Rows go straight into the table; nothing stands beside it and nothing happens around them. */
    public WriteRequest bareRows() {
        return onlyRows().by(new Landing.Append());
    }

    /** The same rows on another way into the table. */
    public WriteRequest by(Landing other) {
        return new WriteRequest(table, columns, before, after, batch, other);
    }
}
