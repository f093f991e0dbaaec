package io.sluice.connector.postgresql;

import java.nio.charset.StandardCharsets;

/** What the last field of each row says about where the row stands, so that reading can go on behind it. */
enum Position {
    /** There is no such field. */
    NONE {
        @Override
        int begins(BinaryRows rows, byte[] row, int from, int to) {
            return to;
        }

        @Override
        PostgresqlSplit after(PostgresqlSplit split, byte[] field) {
            return new PostgresqlSplit(split.rows().fromTheStart(), null);
        }
    },
    /** The place of the row in its table: block and item. */
    PLACE {
        private static final int BYTES = Integer.BYTES + Short.BYTES;

        @Override
        int begins(BinaryRows rows, byte[] row, int from, int to) {
            return to - Integer.BYTES - BYTES;
        }

        @Override
        PostgresqlSplit after(PostgresqlSplit split, byte[] field) {
            long block = BigEndian.getInt(field, Integer.BYTES) & 0xffff_ffffL;
            int item = BigEndian.getShort(field, 2 * Integer.BYTES) & 0xffff;
            return new PostgresqlSplit(split.rows(), split.places().after(block, item));
        }
    },
    /** The text of the row's key; rows come in its order. */
    KEY {
        @Override
        int begins(BinaryRows rows, byte[] row, int from, int to) {
            return rows.end(row, from);
        }

        @Override
        PostgresqlSplit after(PostgresqlSplit split, byte[] field) {
            String last = new String(field, Integer.BYTES, BigEndian.getInt(field, 0), StandardCharsets.UTF_8);
            return new PostgresqlSplit(split.rows().behind(last), null);
        }
    };

    /** Where this field begins in a row, its length included; {@code to} when there is none. */
    abstract int begins(BinaryRows rows, byte[] row, int from, int to);

    /** What follows a row of the split. @param field of the row: its length and its value, at the beginning of the array */
    abstract PostgresqlSplit after(PostgresqlSplit split, byte[] field);

    /** How many fields a row has more than columns. */
    int fields() {
        return this == NONE ? 0 : 1;
    }
}
