package io.sluice.connector.postgresql;

/**
 * Rows of one table by where they are stored, in the order of their storage.
 *
 * @param relation the table or partition as statements spell it
 * @param alias follows the relation where it is mentioned first; may be empty
 * @param file the number of its storage file, which changes when the table is rewritten (VACUUM FULL, TRUNCATE) and
 *     places mean nothing any more
 * @param block only rows behind the place made of this block …
 * @param item … and this item in it; items count from 1
 * @param endBlock only rows before this block; -1 for no end, so that rows appended later belong to the range
 */
record TupleRange(String relation, String alias, long file, long block, int item, long endBlock) {
    static final long OPEN = -1;

    TupleRange after(long lastBlock, int lastItem) {
        return new TupleRange(relation, alias, file, lastBlock, lastItem, endBlock);
    }

    /** What follows a row of this range. @param place as the server spells it, for example {@code (17,3)} */
    TupleRange after(String place) {
        int comma = place.indexOf(',');
        return after(Long.parseLong(place, 1, comma, 10), Integer.parseInt(place, comma + 1, place.length() - 1, 10));
    }

    TupleRange startingAt(long newBlock) {
        return after(newBlock, 0);
    }

    TupleRange upTo(long newEnd) {
        return new TupleRange(relation, alias, file, block, item, newEnd);
    }

    boolean isWhole() {
        return block == 0 && item == 0 && endBlock == OPEN;
    }

    /** What follows FROM; rows of tables that inherit from this one are left to those. */
    String from() {
        return "ONLY " + relation + alias;
    }

    String condition() {
        String from = "ctid > '(%d,%d)'::tid".formatted(block, item);
        return endBlock == OPEN ? from : from + " AND ctid < '(%d,0)'::tid".formatted(endBlock);
    }

    String describe() {
        String from = "(%d,%d)".formatted(block, item);
        return endBlock == OPEN
                ? relation + " ctid > " + from
                : relation + " " + from + " < ctid < (%d,0)".formatted(endBlock);
    }
}
