package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.JdbcSplit;
import java.math.BigInteger;

/** What the last field of each row says about where the row stands, so that reading can go on behind it. */
enum Position {
    /** There is no such field; rows are counted. */
    COUNT(0) {
        @Override
        PostgresqlSplit after(PostgresqlSplit split, byte[] row, long delivered) {
            JdbcSplit whole = split.rows();
            return new PostgresqlSplit(
                    new JdbcSplit(
                            whole.source(),
                            whole.name(),
                            whole.part(),
                            whole.key(),
                            whole.low(),
                            whole.high(),
                            whole.skip() + delivered),
                    null);
        }
    },
    /** The place of the row in its table: block and item. */
    PLACE(6) {
        @Override
        PostgresqlSplit after(PostgresqlSplit split, byte[] row, long delivered) {
            TupleRange tuples = split.tuples();
            if (tuples == null) {
                throw new IllegalStateException("Only a range of places has places");
            }
            int at = row.length - 6;
            long block = BigEndian.getInt(row, at) & 0xffff_ffffL;
            int item = BigEndian.getShort(row, at + Integer.BYTES) & 0xffff;
            return new PostgresqlSplit(split.rows(), tuples.after(block, item));
        }
    },
    /** The row's key, as a 64-bit number; rows come in its order. */
    KEY(8) {
        @Override
        PostgresqlSplit after(PostgresqlSplit split, byte[] row, long delivered) {
            JdbcSplit range = split.rows();
            BigInteger next = BigInteger.valueOf(BigEndian.getLong(row, row.length - Long.BYTES))
                    .add(BigInteger.ONE);
            return new PostgresqlSplit(
                    new JdbcSplit(
                            range.source(), range.name(), range.part(), range.key(), next.toString(), range.high(), 0),
                    null);
        }
    };

    private final int size;

    Position(int size) {
        this.size = size;
    }

    /** What follows a row of the split, after {@code delivered} rows of it. */
    abstract PostgresqlSplit after(PostgresqlSplit split, byte[] row, long delivered);

    /** How many fields a row has more than columns. */
    int fields() {
        return this == COUNT ? 0 : 1;
    }

    /** How many bytes of a row belong to the position. */
    int bytes() {
        return this == COUNT ? 0 : Integer.BYTES + size;
    }
}
