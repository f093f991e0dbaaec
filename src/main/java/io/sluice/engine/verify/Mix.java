package io.sluice.engine.verify;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Mixes values to 64 bits that look random. Good against chance, not against someone who looks for collisions. The
 * multipliers are those of SplitMix64 (Steele, Lea, Flood 2014).
 */
final class Mix {
    static final long NULL = 0x6e756c6c6e756c6cL;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long FIRST = 0xbf58476d1ce4e5b9L;
    private static final long SECOND = 0x94d049bb133111ebL;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Mix() {}

    static long of(long value) {
        long mixed = value + GOLDEN;
        mixed = (mixed ^ mixed >>> 30) * FIRST;
        mixed = (mixed ^ mixed >>> 27) * SECOND;
        return mixed ^ mixed >>> 31;
    }

    /** Adds one more value; the order counts. */
    static long add(long all, long one) {
        return of(Long.rotateLeft(all, 23) * GOLDEN ^ one);
    }

    static long of(byte[] data, int from, int to) {
        long mixed = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            mixed = Long.rotateLeft(mixed ^ of((long) WORDS.get(data, at)), 29) * FIRST;
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << Byte.SIZE | data[at] & 0xff;
        }
        return of(mixed ^ of(rest));
    }
}
