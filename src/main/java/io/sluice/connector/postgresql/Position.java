package io.sluice.connector.postgresql;


/** What the last field of each row says about where the row stands, so that reading can go on behind it. */
enum Position {
    /** There is no such field; what remains is all of it. */
    NONE(0) {
        @Override
        PostgresqlSplit after(PostgresqlSplit split, byte[] row) {
            return new PostgresqlSplit(split.rows().fromTheStart(), null);
        }
    },
    /** The place of the row in its table: block and item. */
    PLACE(6) {
        @Override
        PostgresqlSplit after(PostgresqlSplit split, byte[] row) {
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
        PostgresqlSplit after(PostgresqlSplit split, byte[] row) {
            long key = BigEndian.getLong(row, row.length - Long.BYTES);
            return new PostgresqlSplit(split.rows().behind(Long.toString(key)), null);
        }
    };

    private final int size;

    Position(int size) {
        this.size = size;
    }

    /** What follows a row of the split. */
    abstract PostgresqlSplit after(PostgresqlSplit split, byte[] row);

    /** How many fields a row has more than columns. */
    int fields() {
        return this == NONE ? 0 : 1;
    }

    /** How many bytes of a row belong to the position. */
    int bytes() {
        return this == NONE ? 0 : Integer.BYTES + size;
    }
}
