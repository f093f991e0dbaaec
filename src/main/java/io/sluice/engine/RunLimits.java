package io.sluice.engine;

/**
 * How fast a whole run may go, over all its channels.
 *
 * @param recordsPerSecond 0 means without limit
 * @param bytesPerSecond volume as {@link RunStatistics#bytes} counts it; 0 means without limit
 */
public record RunLimits(long recordsPerSecond, long bytesPerSecond) {
    public static final RunLimits NONE = new RunLimits(0, 0);

    public RunLimits {
        if (recordsPerSecond < 0 || bytesPerSecond < 0) {
            throw new IllegalArgumentException("A limit is not negative");
        }
    }

    public boolean unlimited() {
        return recordsPerSecond == 0 && bytesPerSecond == 0;
    }
}
