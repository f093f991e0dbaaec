package io.sluice.script;

/** The side of a task that a step stands on. */
public enum Side {
    READER,
    WRITER;

    /** The {@code category} of such a step in a script. */
    public String category() {
        return this == READER ? "reader" : "writer";
    }

    /** The name that such a step usually has. */
    public String stepName() {
        return this == READER ? "Reader" : "Writer";
    }
}
