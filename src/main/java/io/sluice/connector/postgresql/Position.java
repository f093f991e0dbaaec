package io.sluice.connector.postgresql;

import java.nio.charset.StandardCharsets;

/** What the last field of each row says about where the row stands, so that reading can go on behind it. */
enum Position {
    /** There is no such field. */
    NONE {
        @Override
        PostgresqlSplit after(PostgresqlSplit split, byte[] row, int at) {
            return new PostgresqlSplit(split.rows().fromTheStart(), null);
        }
    },
    /** The place of the row in its table: block and item. */
    PLACE {
        @Override
        PostgresqlSplit after(PostgresqlSplit split, byte[] row, int at) {
            long block = BigEndian.getInt(row, at) & 0xffff_ffffL;
            int item = BigEndian.getShort(row, at + Integer.BYTES) & 0xffff;
            return new PostgresqlSplit(split.rows(), split.places().after(block, item));
        }
    },
    /** The text of the row's key; rows come in its order. */
    KEY {
        @Override
        PostgresqlSplit after(PostgresqlSplit split, byte[] row, int at) {
            String last = new String(row, at, row.length - at, StandardCharsets.UTF_8);
            return new PostgresqlSplit(split.rows().behind(last), null);
        }
    };

    /** What follows a row of the split. @param at where the last field's value begins in {@code row} */
    abstract PostgresqlSplit after(PostgresqlSplit split, byte[] row, int at);

    /** How many fields a row has more than columns. */
    int fields() {
        return this == NONE ? 0 : 1;
    }
}
