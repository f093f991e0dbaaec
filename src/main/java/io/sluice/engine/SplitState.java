package io.sluice.engine;

/**
 * Where one split of a run stands.
 *
 * @param number from 0
 * @param what the part of the source it is; empty when that is not known any more
 * @param records read of it, in this attempt
 * @param millis since it was begun, or that it took; 0 for one that waits
 */
public record SplitState(int number, String what, Phase phase, long records, long millis) {
    /** The life of a split. The names are stored. */
    public enum Phase {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }
}
