package io.sluice.engine.verify;

/** A set of hashes in one array; 16 bytes to each, where boxed numbers take four times as much. */
final class HashTable {
    private static final int FIRST = 1 << 10;

    /** Stands for an empty place; the hash 0 is kept apart. */
    private static final long EMPTY = 0;

    private long[] places = new long[FIRST];
    private int used;
    private boolean zero;

    int size() {
        return used + (zero ? 1 : 0);
    }

    boolean contains(long hash) {
        return hash == EMPTY ? zero : places[place(hash)] == hash;
    }

    void add(long hash) {
        if (hash == EMPTY) {
            zero = true;
            return;
        }
        int place = place(hash);
        if (places[place] == EMPTY) {
            places[place] = hash;
            used++;
            if (used > places.length / 2) {
                grow();
            }
        }
    }

    /** Moves those behind it up, so that none is cut off from where it is looked for. */
    void remove(long hash) {
        if (hash == EMPTY) {
            zero = false;
            return;
        }
        int place = place(hash);
        if (places[place] == EMPTY) {
            return;
        }
        used--;
        places[place] = EMPTY;
        for (int next = after(place); places[next] != EMPTY; next = after(next)) {
            long moved = places[next];
            places[next] = EMPTY;
            places[place(moved)] = moved;
        }
    }

    /** Where a hash stands, or would. The hashes are well mixed already. */
    private int place(long hash) {
        int place = (int) hash & places.length - 1;
        while (places[place] != EMPTY && places[place] != hash) {
            place = after(place);
        }
        return place;
    }

    private int after(int place) {
        return place + 1 & places.length - 1;
    }

    private void grow() {
        long[] old = places;
        places = new long[2 * old.length];
        for (long hash : old) {
            if (hash != EMPTY) {
                places[place(hash)] = hash;
            }
        }
    }
}
