package io.sluice.jobfile;

/** A file that was not read, and why. */
public record RefusedFile(String name, Reason reason) {
    /** Why a file was not read. */
    public enum Reason {
        /** Longer than a script may be. */
        TOO_LARGE,
        /** One file more than are read at a time. */
        TOO_MANY,
        /** Neither UTF-8, UTF-16 nor GBK text. */
        NOT_TEXT,
        EMPTY,
        BROKEN_ARCHIVE,
        ARCHIVE_IN_ARCHIVE,
        /** The files of an archive are larger than is read at a time. */
        ARCHIVE_TOO_LARGE
    }
}
