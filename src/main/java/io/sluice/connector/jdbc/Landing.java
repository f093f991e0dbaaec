package io.sluice.connector.jdbc;

/** How rows get into a target table, and what stands beside it meanwhile. */
public sealed interface Landing {
    /** Straight in; nothing of ours stands beside the table. */
    record Append() implements Landing {}

    /** Straight in, each batch in one transaction with its progress in the table {@code sluice_progress}. */
    record WithProgress(TargetTables tables) implements Landing {}

    /** Into a staging table, which takes the place of the target's content at the end. */
    record Staging(TargetTables tables) implements Landing {}
}
