package io.sluice.spi.data;

import java.math.BigInteger;

/**
 * The powers of ten from 10<sup>-292</sup> to 10<sup>324</sup> to 126 bits, rounded up, which is what the shortest
 * decimal of a double is found with (Giulietti, The Schubfach way to render doubles, section 9.7). Computed when the
 * first one is asked for, which takes a millisecond or two.
 */
final class PowersOfTen {
    static final int LEAST = -292;
    static final int MOST = 324;

    private static final int BITS = 126;
    private static final int LOW_BITS = 63;
    private static final long[] HIGH = new long[MOST - LEAST + 1];
    private static final long[] LOW = new long[MOST - LEAST + 1];

    static {
        BigInteger power = BigInteger.ONE;
        for (int exponent = 0; exponent <= MOST; exponent++) {
            put(exponent, power.shiftLeft(BITS).shiftRight(power.bitLength()));
            if (exponent > 0 && -exponent >= LEAST) {
                put(
                        -exponent,
                        BigInteger.ONE
                                .shiftLeft(BITS - 1 - floorLog2(-exponent))
                                .divide(power));
            }
            power = power.multiply(BigInteger.TEN);
        }
    }

    private PowersOfTen() {}

    private static void put(int exponent, BigInteger floor) {
        BigInteger above = floor.add(BigInteger.ONE);
        HIGH[exponent - LEAST] = above.shiftRight(LOW_BITS).longValueExact();
        LOW[exponent - LEAST] = above.longValue() & Long.MAX_VALUE;
    }

    /** The upper 63 of the 126 bits, the first of them set. */
    static long high(int exponent) {
        return HIGH[exponent - LEAST];
    }

    /** The lower 63 of the 126 bits. */
    static long low(int exponent) {
        return LOW[exponent - LEAST];
    }

    /** The exponent of the greatest power of two that is not above 10<sup>exponent</sup>, for some 1,000 on both sides. */
    static int floorLog2(int exponent) {
        return (int) (exponent * 913_124_641_741L >> 38);
    }

    /** The exponent of the greatest power of ten that is not above 2<sup>exponent</sup>. */
    static int floorLog10(int exponent) {
        return (int) (exponent * 661_971_961_083L >> 41);
    }

    /** The exponent of the greatest power of ten that is not above three quarters of 2<sup>exponent</sup>. */
    static int floorLog10OfThreeQuarters(int exponent) {
        return (int) (exponent * 661_971_961_083L - 274_743_187_321L >> 41);
    }
}
