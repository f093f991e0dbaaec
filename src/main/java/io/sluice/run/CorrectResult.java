package io.sluice.run;

/** What became of the wish to correct a dirty record. */
public sealed interface CorrectResult {
    /** @param row as it is now */
    record Corrected(DirtyRow row) implements CorrectResult {}

    /** Somebody else has changed it meanwhile, or a replay has it in hand. @param row as it is now */
    record Changed(DirtyRow row) implements CorrectResult {}

    /** There is no such record, or it cannot be corrected. */
    record Gone() implements CorrectResult {}
}
