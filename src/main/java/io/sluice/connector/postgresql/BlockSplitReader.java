package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.Ask;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.data.RowBatch;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a range of blocks by one COPY for about each batch, all in one transaction that sees one state. So a batch
 * usually ends with a block, from where reading can go on without the server telling the place of each row, which costs
 * it a tenth of its work. How many blocks make a batch is learned from those before; where they are more than the batch
 * holds, the rest of the statement is let go and the place of the last row is asked for.
 */
final class BlockSplitReader implements SplitReader<PostgresqlSplit> {
    /** Blocks of the first statement, when nothing is known of the rows. */
    private static final long FIRST = 16;

    /** Blocks of a statement at most, also where no rows are found. */
    private static final long MOST = 1 << 16;

    /** How much of what is free in the batch is asked for, as blocks differ a little. */
    private static final double SHARE = 0.9;

    /** A batch so full is not worth another statement. */
    private static final double ENOUGH = 0.5;

    private final CopySession session;
    private final PostgresqlSplit split;
    private final CopySource source;
    private final CopiedRows rows;
    private final long end;
    private TupleRange unread;
    private @Nullable Chunk chunk;
    private long blocks = FIRST;
    private double fillOfBlock;

    /** What one statement reads, and how much of it was returned. */
    private static final class Chunk {
        private final TupleRange range;
        private final CopyStream stream;
        private final long blocks;
        private final double fillBefore;
        private int taken;

        private Chunk(TupleRange range, CopyStream stream, long blocks, double fillBefore) {
            this.range = range;
            this.stream = stream;
            this.blocks = blocks;
            this.fillBefore = fillBefore;
        }
    }

    /** @param size of the table in blocks, at least as it was when the transaction began */
    BlockSplitReader(CopySession session, PostgresqlSplit split, CopySource source, CopiedRows rows, long size) {
        this.session = session;
        this.split = split;
        this.source = source;
        this.rows = rows;
        unread = split.places();
        end = unread.endBlock() == TupleRange.OPEN ? size : Math.min(size, unread.endBlock());
    }

    @Override
    public Status read(RowBatch batch) throws SQLException {
        while (!batch.isFull()) {
            Chunk open = chunk;
            if (open == null) {
                if (unread.block() >= end) {
                    return Status.END;
                }
                if (batch.fill() >= ENOUGH) {
                    return Status.MORE;
                }
                begin(batch);
            } else {
                if (open.stream.next()) {
                    rows.add(open.stream, batch);
                    open.taken++;
                } else {
                    learn(open, batch.fill() - open.fillBefore);
                    chunk = null;
                }
            }
        }
        leaveChunk(batch);
        return Status.MORE;
    }

    private void begin(RowBatch batch) throws SQLException {
        if (fillOfBlock > 0) {
            blocks = (long) Math.clamp(SHARE * (1 - batch.fill()) / fillOfBlock, 1, MOST);
        }
        long to = Math.min(end, unread.block() + blocks);
        TupleRange range = unread.upTo(to);
        String query = "SELECT " + source.source().list() + " FROM " + range.from()
                + source.source().condition(range.condition());
        CopyStream stream = CopyStream.begin(session.connection(), CopySelect.of(query, source.columns(), false));
        chunk = new Chunk(range, stream, to - unread.block(), batch.fill());
        unread = unread.startingAt(to);
    }

    private void learn(Chunk read, double fill) {
        fillOfBlock = fill / read.blocks;
        if (fill == 0) {
            blocks = Math.min(MOST, 2 * blocks);
        }
    }

    /** The batch is full: what else the statement has is asked for again. */
    private void leaveChunk(RowBatch batch) throws SQLException {
        Chunk open = chunk;
        if (open == null) {
            return;
        }
        int left = 0;
        while (open.stream.next()) {
            left++;
        }
        chunk = null;
        if (left > 0) {
            unread = placeOf(open);
        }
        learn(open, (batch.fill() - open.fillBefore) * (open.taken + left) / open.taken);
    }

    /** What follows the last row taken: the server sends the rows of a range in the same order each time. */
    private TupleRange placeOf(Chunk read) throws SQLException {
        String place = "SELECT ctid FROM " + read.range.from() + " WHERE " + read.range.condition() + " OFFSET "
                + (read.taken - 1) + " LIMIT 1";
        List<String> found = Ask.firstRow(session.connection(), place);
        return unread.after(found.getFirst());
    }

    @Override
    public PostgresqlSplit remaining() {
        return new PostgresqlSplit(split.rows(), unread);
    }

    @Override
    public void close() throws IOException {
        session.close(chunk == null);
    }
}
