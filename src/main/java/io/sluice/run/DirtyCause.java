package io.sluice.run;

/**
 * Dirty records of one run with the same cause.
 *
 * @param key names the cause within the run
 * @param example what was said of the first of them
 * @param count all of them
 * @param open those that are not in the target
 * @param doubtful open ones that may be in the target all the same
 * @param ready other open ones that somebody has corrected
 */
public record DirtyCause(Key key, String example, long count, long open, long doubtful, long ready) {
    /**
     * A cause within a run.
     *
     * @param code stable code of the error
     * @param columnName the column at fault; empty when it is not known
     */
    public record Key(String code, String columnName) {}
}
