package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.JdbcSplit;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.data.RowBatch;
import java.io.IOException;

/** Reads a split through the driver's result set, where COPY is not to be had. */
final class CursorSplitReader implements SplitReader<PostgresqlSplit> {
    private final SplitReader<JdbcSplit> rows;

    CursorSplitReader(SplitReader<JdbcSplit> rows) {
        this.rows = rows;
    }

    @Override
    public Status read(RowBatch batch) throws Exception {
        return rows.read(batch);
    }

    @Override
    public PostgresqlSplit remaining() {
        return new PostgresqlSplit(rows.remaining(), null);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
