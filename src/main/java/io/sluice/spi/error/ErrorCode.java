package io.sluice.spi.error;

/**
 * The stable identity of a kind of failure, usually an enum constant of the package that raises it.
 * Codes are written in capitals with underscores and never change their meaning, because users search for them.
 */
public interface ErrorCode {
    /** The code as shown in logs and in the workbench, for example {@code CONN_PROP_DENIED}. */
    String name();

    /** Decides between dirty record, retry and failure. */
    Category category();

    /** Whether a transient failure is a conflict between transactions, which is over within moments. */
    default boolean isConflict() {
        return false;
    }

    /** Whether what was written up to this failure may be wrong, so that nobody may go on with it. */
    default boolean spoilsLoad() {
        return false;
    }

    /** What the user can do about it, one sentence in the present tense; empty when the message already says it. */
    default String advice() {
        return "";
    }
}
