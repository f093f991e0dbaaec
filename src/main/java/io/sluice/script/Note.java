package io.sluice.script;

import io.sluice.spi.Sentence;

/**
 * What became of a part of a job file in another dialect.
 *
 * @param from where it stood, for example {@code job.setting.speed.channel}
 * @param to where it stands now; empty when it is left out
 * @param said for people; nothing when there is nothing to add
 */
public record Note(Kind kind, String from, String to, Sentence said) {
    /** The sentence in English; empty when there is nothing to add. */
    public String message() {
        return said.toString();
    }

    /** How faithful the conversion of a part is. */
    public enum Kind {
        /** Taken over as it is. */
        IDENTICAL,
        /** Means the same in other words. */
        MAPPED,
        /** Left out, or kept without an effect. */
        UNSUPPORTED
    }
}
