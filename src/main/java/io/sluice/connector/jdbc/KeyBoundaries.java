package io.sluice.connector.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds keys that cut a table in parts of equal size, for keys that only the database can order. Walks the key's index
 * in steps; whenever there are twice as many parts as wanted, every second bound is given up and the step doubled, so
 * the number of rows need not be known, and a walk meets every key once.
 */
final class KeyBoundaries {
    /** Answers the key that stands {@code skipped} keys behind {@code last} in the order of the database. */
    @FunctionalInterface
    interface Walk {
        /** @param last empty to begin before the first key */
        Optional<String> next(Optional<String> last, long skipped) throws SQLException;
    }

    private KeyBoundaries() {}

    /** Inner bounds, ascending and different, for up to twice as many parts as wanted. */
    static List<String> find(int wanted, Walk walk) throws SQLException {
        List<String> bounds = new ArrayList<>();
        long step = 1;
        Optional<String> next = walk.next(Optional.empty(), step);
        while (next.isPresent()) {
            bounds.add(next.get());
            if (bounds.size() >= 2 * wanted) {
                keepEverySecond(bounds);
                step *= 2;
            }
            next = walk.next(Optional.of(bounds.getLast()), step - 1);
        }
        return List.copyOf(bounds);
    }

    private static void keepEverySecond(List<String> bounds) {
        List<String> kept = new ArrayList<>();
        for (int i = 1; i < bounds.size(); i += 2) {
            kept.add(bounds.get(i));
        }
        bounds.clear();
        bounds.addAll(kept);
    }
}
