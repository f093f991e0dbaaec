package io.sluice.spi;

/**
 * What became of the records of a split, or of several.
 *
 * @param read records read, those that could not be decoded included
 * @param written records stored in the target
 * @param dirty records left out because they cannot be represented
 * @param bytes volume read, as measured in memory
 */
public record Tally(long read, long written, long dirty, long bytes) {
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(read + other.read, written + other.written, dirty + other.dirty, bytes + other.bytes);
    }
}
