package io.sluice.spi.config;

import io.sluice.spi.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a configuration, at its place.
 *
 * @param path where, for example {@code connection[0].table}; empty for the whole
 * @param said what is wrong, for people
 * @param suggestion a name or value that was probably meant, or null
 */
public record ConfigProblem(
        String path, Kind kind, Sentence said, @Nullable String suggestion) {
    /** What is wrong; {@link #UNKNOWN} is a warning, all others are errors. */
    public enum Kind {
        MISSING,
        WRONG_TYPE,
        OUT_OF_RANGE,
        NOT_A_CHOICE,
        /** A connection property that is not let through to a driver. */
        DENIED,
        /** What stands for a host is none. */
        BAD_HOST,
        CONTRADICTION,
        UNKNOWN
    }

    public ConfigProblem(String path, Kind kind, Sentence said) {
        this(path, kind, said, null);
    }

    public ConfigProblem(String path, Kind kind, String message) {
        this(path, kind, Sentence.plain(message), null);
    }

    /** What is wrong, in English. */
    public String message() {
        return said.toString();
    }

    public boolean isError() {
        return kind != Kind.UNKNOWN;
    }

    ConfigProblem under(String parent) {
        String joined = path.isEmpty() || path.startsWith("[") ? parent + path : parent + "." + path;
        return new ConfigProblem(joined, kind, said, suggestion);
    }
}
