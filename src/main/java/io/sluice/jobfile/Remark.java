package io.sluice.jobfile;

import io.sluice.spi.Sentence;

/**
 * What became of a part of a job, or what is wrong with it.
 *
 * @param path where it stands in the job file, or in the script where the file has no such place
 * @param to where it stands now; empty when nowhere, or unchanged
 */
public record Remark(Kind kind, String path, String to, Sentence said) {
    /** What is to be said, in English; empty when there is nothing. */
    public String message() {
        return said.toString();
    }

    /** What a remark says. */
    public enum Kind {
        /** Means the same in other words. */
        MAPPED,
        /** Kept or left out, without an effect here. */
        UNSUPPORTED,
        /** To be put right before the task can run. */
        PROBLEM,
        /** Something that is not to be had here; the task cannot run without it. */
        MISSING
    }
}
