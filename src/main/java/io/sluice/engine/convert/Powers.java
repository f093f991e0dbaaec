package io.sluice.engine.convert;

/** Powers of ten. */
final class Powers {
    private static final long[] OF_TEN = new long[19];

    static {
        OF_TEN[0] = 1;
        for (int i = 1; i < OF_TEN.length; i++) {
            OF_TEN[i] = 10 * OF_TEN[i - 1];
        }
    }

    private Powers() {}

    /** Ten, {@code exponent} times multiplied; 0 to 18. */
    static long often(int exponent) {
        return OF_TEN[exponent];
    }
}
