package io.sluice.script;

import io.sluice.spi.Sentence;
import java.util.Optional;

/**
 * Something wrong with a script.
 *
 * @param code stable code, for example {@code S030}
 * @param path the value it is about, which may be missing
 * @param place where an editor marks it
 * @param said what is wrong and what to do, one or two sentences
 */
public record Problem(String code, Level level, Path path, Place place, Sentence said, Optional<Repair> repair) {
    /** What is wrong and what to do, in English. */
    public String message() {
        return said.toString();
    }

    /** How bad it is. */
    public enum Level {
        /** The task cannot run. */
        ERROR,
        /** The task runs, probably not as meant. */
        WARNING,
        /** Worth knowing; nothing to count or to mark loudly. */
        HINT
    }

    public boolean isError() {
        return level == Level.ERROR;
    }
}
