package io.sluice.spi;

/** What a writer with certain parameters promises about rows that are written again after a failure. */
public enum Guarantee {
    /** Rows are appended; a batch whose fate is unknown is written again and may be there twice. */
    AT_LEAST_ONCE,
    /** Rows are appended together with the progress, so that a batch that is there is never written again. */
    PROGRESS_IN_TARGET,
    /** A row with the same key is overwritten, so that writing it again changes nothing. */
    IDEMPOTENT,
    /** Readers of the target see its old or its complete new content. */
    ALL_OR_NOTHING,
    /** A file appears complete or not at all; after a failure it is written anew. */
    WHOLE_FILES,
    /** Nothing is kept that could be there twice. */
    NOTHING_KEPT
}
