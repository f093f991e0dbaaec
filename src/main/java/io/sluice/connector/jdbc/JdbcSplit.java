package io.sluice.connector.jdbc;

import io.sluice.spi.Split;

/**
 * A part of one table or query. Rows already delivered are skipped when a half-read split is opened again, which is
 * exact as long as the source does not change in between: the statement and its access path are the same.
 *
 * @param source position of the table or query among all of the reader
 * @param name what a person calls the source
 * @param key the column that bounds the part; empty for the whole source
 * @param low smallest key, inclusive; empty for none
 * @param high largest key, exclusive; empty for none
 * @param skip rows at the beginning that were delivered before
 */
public record JdbcSplit(int source, String name, Part part, String key, String low, String high, long skip)
        implements Split {
    /** Which rows of the source. */
    public enum Part {
        ALL,
        KEY_RANGE,
        KEY_IS_NULL
    }

    static JdbcSplit all(int source, String name) {
        return new JdbcSplit(source, name, Part.ALL, "", "", "", 0);
    }

    JdbcSplit after(long delivered) {
        return new JdbcSplit(source, name, part, key, low, high, skip + delivered);
    }

    @Override
    public String describe() {
        String rest = skip == 0 ? "" : " after " + skip + " rows";
        return switch (part) {
            case ALL -> name + rest;
            case KEY_IS_NULL -> name + " " + key + " is null" + rest;
            case KEY_RANGE -> name + " " + key + bounds() + rest;
        };
    }

    private String bounds() {
        if (low.isEmpty()) {
            return high.isEmpty() ? " any" : " below " + high;
        }
        return " from " + low + (high.isEmpty() ? " on" : " to below " + high);
    }
}
