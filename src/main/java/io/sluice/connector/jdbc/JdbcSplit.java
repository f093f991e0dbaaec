package io.sluice.connector.jdbc;

import io.sluice.spi.Split;
import org.jspecify.annotations.Nullable;

/**
 * A part of one table or query. A part of a table with a unique key is read in the key's order, and what remains of it
 * are the keys behind the last one delivered: exact, even when rows before it came or went meanwhile. Any other part
 * has no position that would survive a change of the source, so what remains of it is all of it.
 *
 * @param source position of the table or query among all of the reader
 * @param name what a person calls the source
 * @param key the quoted column that bounds the part; empty for the whole source
 * @param low the bound below, as {@link Dialect#keyText} spells it; null for none
 * @param behindLow whether the key {@code low} itself was delivered already
 * @param high the bound above, exclusive; null for none
 * @param again whether rows were delivered already that opening this split delivers again
 */
public record JdbcSplit(
        int source,
        String name,
        Part part,
        String key,
        @Nullable String low,
        boolean behindLow,
        @Nullable String high,
        boolean again)
        implements Split {
    /** Which rows of the source. */
    public enum Part {
        ALL,
        KEY_RANGE,
        KEY_IS_NULL,
        /** None, because all were delivered. */
        NOTHING
    }

    public static JdbcSplit all(int source, String name) {
        return new JdbcSplit(source, name, Part.ALL, "", null, false, null, false);
    }

    static JdbcSplit range(int source, String name, String key, @Nullable String low, @Nullable String high) {
        return new JdbcSplit(source, name, Part.KEY_RANGE, key, low, false, high, false);
    }

    static JdbcSplit keyIsNull(int source, String name, String key) {
        return new JdbcSplit(source, name, Part.KEY_IS_NULL, key, null, false, null, false);
    }

    /** The keys of this part behind {@code last}. */
    public JdbcSplit behind(String last) {
        return new JdbcSplit(source, name, part, key, last, true, high, again);
    }

    /** All of this part once more. */
    public JdbcSplit fromTheStart() {
        return new JdbcSplit(source, name, part, key, low, behindLow, high, true);
    }

    /** What is left when all was delivered. */
    public JdbcSplit nothing() {
        return new JdbcSplit(source, name, Part.NOTHING, key, null, false, null, false);
    }

    @Override
    public String describe() {
        String rest = again ? ", again from its start" : "";
        return switch (part) {
            case ALL -> name + rest;
            case KEY_IS_NULL -> name + " " + key + " is null" + rest;
            case KEY_RANGE -> name + " " + bounds() + rest;
            case NOTHING -> name + " nothing more";
        };
    }

    /** In signs, which are the same in every language. */
    private String bounds() {
        if (low == null) {
            return high == null ? key : key + " < " + high;
        }
        if (high == null) {
            return key + (behindLow ? " > " : " ≥ ") + low;
        }
        return low + (behindLow ? " < " : " ≤ ") + key + " < " + high;
    }
}
