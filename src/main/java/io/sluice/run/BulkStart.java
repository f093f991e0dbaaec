package io.sluice.run;

/** What became of the wish to change many dirty records of a run. */
public sealed interface BulkStart {
    /** It goes on now, or has ended already. */
    record Begun(BulkChange change) implements BulkStart {}

    /** Nothing was begun: another change of the same records goes on. @param other that one */
    record Busy(BulkChange other) implements BulkStart {}
}
