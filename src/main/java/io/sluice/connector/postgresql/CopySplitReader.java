package io.sluice.connector.postgresql;

import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.data.RowBatch;
import java.io.IOException;
import java.sql.SQLException;

/** Streams the rows of one split from one COPY. */
final class CopySplitReader implements SplitReader<PostgresqlSplit> {
    private final CopySession session;
    private final PostgresqlSplit split;
    private final CopiedRows rows;
    private final CopyStream stream;
    private boolean begun;
    private boolean finished;

    CopySplitReader(CopySession session, PostgresqlSplit split, CopiedRows rows, CopyStream stream) {
        this.session = session;
        this.split = split;
        this.rows = rows;
        this.stream = stream;
    }

    @Override
    public Status read(RowBatch batch) throws SQLException {
        while (!batch.isFull()) {
            if (!stream.next()) {
                finished = true;
                return Status.END;
            }
            rows.add(stream, batch);
            begun = true;
        }
        return Status.MORE;
    }

    @Override
    public PostgresqlSplit remaining() {
        if (finished && split.tuples() == null) {
            return new PostgresqlSplit(split.rows().nothing(), null);
        }
        return begun ? rows.behindLast() : split;
    }

    @Override
    public void close() throws IOException {
        session.close(finished);
    }
}
