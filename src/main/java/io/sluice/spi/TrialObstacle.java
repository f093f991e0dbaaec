package io.sluice.spi;

/** Why rows cannot be tried in a target. The names are stored. */
public enum TrialObstacle {
    /** The target has no transactions, so that nothing can be taken back. */
    NO_TRANSACTIONS,
    /** Statements run before the load, and the rows would meet the target as it is without them. */
    STATEMENTS_BEFORE,
    /** The rows replace the content of the target, and would meet what they are to replace. */
    STAGING,
    /** Triggers act on what is written, and not everything they may do can be taken back. */
    TRIGGERS,
    /** The target is a view or lies elsewhere. */
    NO_ORDINARY_TABLE
}
