package io.sluice.spi.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of text looked at in one step: the byte at the lowest address is the lowest of a {@code long}. Text is
 * mostly searched and checked, and a loop over single bytes takes three to five times as long for that.
 */
public final class EightBytes {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;

    /** The highest bit of each byte, which ASCII does not use. */
    public static final long HIGHS = 0x8080_8080_8080_8080L;

    private static final long ZEROS = '0' * ONES;
    private static final long ABOVE_NINE = 0x76 * ONES;

    private EightBytes() {}

    /** The bytes {@code at} to {@code at + 7}, all of which must lie in the array. */
    public static long load(byte[] source, int at) {
        return (long) WORDS.get(source, at);
    }

    /** Puts eight bytes where {@link #load} would find them. */
    public static void store(byte[] target, int at, long word) {
        WORDS.set(target, at, word);
    }

    /** Eight times the same byte. @param sign 0 to 255 */
    public static long each(int sign) {
        return sign * ONES;
    }

    /**
     * Marks the bytes that equal those of {@code pattern}. Every such byte is marked and the lowest mark is right;
     * marks above it must be looked at again.
     */
    public static long equal(long word, long pattern) {
        long difference = word ^ pattern;
        return (difference - ONES) & ~difference & HIGHS;
    }

    /** Marks the bytes below {@code limit} (1 to 128), with the same reserve as {@link #equal}. */
    public static long below(long word, int limit) {
        return (word - limit * ONES) & ~word & HIGHS;
    }

    /** Which byte, from 0, the lowest mark stands for. */
    public static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    public static boolean isAscii(long word) {
        return (word & HIGHS) == 0;
    }

    /** Turns ASCII digits into their values; every other byte becomes one that {@link #areDigits} refuses. */
    public static long digits(long word) {
        return word ^ ZEROS;
    }

    /** Whether all bytes are 0 to 9. */
    public static boolean areDigits(long values) {
        return ((values | values + ABOVE_NINE) & HIGHS) == 0;
    }

    /** In each byte ten times its value plus the next one's, for values 0 to 9; the highest byte has no next one. */
    public static long pairs(long values) {
        return values * 10 + (values >>> 8);
    }

    /** The number that eight values 0 to 9 spell, the lowest byte first. */
    public static long number(long values) {
        long pairs = pairs(values);
        long first = (pairs & 0x0000_00FF_0000_00FFL) * (100 + (1_000_000L << 32));
        long second = (pairs >>> 16 & 0x0000_00FF_0000_00FFL) * (1 + (10_000L << 32));
        return first + second >>> 32;
    }
}
