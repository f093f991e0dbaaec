package io.sluice.spi.error;

/** Who can do something about a failure, and whether trying again may help. */
public enum Category {
    /** The task, a data source or the command line asks for something that cannot work; only an edit cures it. */
    CONFIGURATION,
    /** A single record cannot be represented or is refused by the target; the only category that makes dirty records. */
    DATA,
    /** A lost connection, a deadlock or a lock timeout: the same work may succeed when it is tried again. */
    TRANSIENT,
    /** The other system refuses for reasons of its own: full disk, missing right, missing table. */
    EXTERNAL,
    /** A defect of Sluice. */
    INTERNAL
}
