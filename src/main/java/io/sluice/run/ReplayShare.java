package io.sluice.run;

/**
 * How far a replay is.
 *
 * @param records how many it took in hand
 * @param left how many of them are still to be written
 */
public record ReplayShare(long records, long left) {
    public long done() {
        return records - left;
    }
}
