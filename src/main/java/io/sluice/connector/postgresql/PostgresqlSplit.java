package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.JdbcSplit;
import io.sluice.spi.Split;
import org.jspecify.annotations.Nullable;

/**
 * A part of one table or query.
 *
 * <p>What remains of a half-read split is exact for rows that stay where they are: a part of a table by storage goes on
 * behind the place of the last row, a range of a primary key behind the last key, whatever else
 * happens in the table. Any other key range, and a view or query, has no position that would survive a change of the
 * source, so all of it remains. An update during the run moves a row to another place, so between
 * splits it may be read twice or missed; each split itself is one statement and sees one state of the table.
 *
 * @param rows the table or query, and the range of its key
 * @param tuples the part of the table by storage; null when the source is not cut so
 */
record PostgresqlSplit(JdbcSplit rows, @Nullable TupleRange tuples) implements Split {
    /** @throws IllegalStateException when the source is not cut by storage */
    TupleRange places() {
        if (tuples == null) {
            throw new IllegalStateException("Only a part of a table by storage has places");
        }
        return tuples;
    }

    @Override
    public String describe() {
        return tuples == null ? rows.describe() : tuples.describe();
    }
}
