package io.sluice.spi.data;

/**
 * The decimal number that {@link Double#toString(double)} spells, found without text: of the shortest ones that mean
 * the double, the nearest (Giulietti, The Schubfach way to render doubles). Reused for many values, by one thread.
 */
public final class ShortestDecimal {
    private static final int FRACTION_BITS = 52;
    private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
    private static final int LEAST_EXPONENT = -1074;
    private static final int BIAS = 1075;
    private static final int MOST_BIASED = 0x7FE;
    private static final int TINY = 3;
    private static final long EIGHT_ZEROS = 100_000_000L;

    private long digits;
    private int exponent;

    /** Finds the decimal of the absolute value of {@code value}, which is finite and not zero. */
    public void of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & HIDDEN_BIT - 1;
        int biased = (int) (bits >>> FRACTION_BITS) & 0x7FF;
        if (biased == 0) {
            // Below three units nothing has two digits; ten times as many have.
            boolean tiny = fraction < TINY;
            find(LEAST_EXPONENT, tiny ? 10 * fraction : fraction);
            exponent -= tiny ? 1 : 0;
            return;
        }
        long units = HIDDEN_BIT | fraction;
        int power = biased - BIAS;
        if (power < 0 && power > -FRACTION_BITS - 1 && (units & (1L << -power) - 1) == 0) {
            set(units >>> -power, 0);
        } else {
            find(power, units);
        }
    }

    /** The number is {@link #digits()} times ten to this power. */
    public int exponent() {
        return exponent;
    }

    /** Not zero, without zeros at its end. */
    public long digits() {
        return digits;
    }

    /** @param units times 2<sup>power</sup> is the number */
    private void find(int power, long units) {
        boolean even = (units & 1) == 0;
        long four = units << 2;
        boolean regular = units != HIDDEN_BIT || power == LEAST_EXPONENT;
        int ten = regular ? PowersOfTen.floorLog10(power) : PowersOfTen.floorLog10OfThreeQuarters(power);
        int shift = power + PowersOfTen.floorLog2(-ten) + 2;
        long high = PowersOfTen.high(-ten);
        long low = PowersOfTen.low(-ten);
        // Four times the number, and the ends of the interval that means it, in units of ten to that power.
        long middle = toOdd(high, low, four << shift);
        long left = toOdd(high, low, four - (regular ? 2 : 1) << shift) + (even ? 0 : 1);
        long right = toOdd(high, low, four + 2 << shift) - (even ? 0 : 1);
        long below = middle >> 2;
        if (below >= 100) {
            long tens = 10 * (below / 10);
            boolean lower = left <= tens << 2;
            boolean upper = tens + 10 << 2 <= right;
            if (lower != upper) {
                set(lower ? tens : tens + 10, ten);
                return;
            }
        }
        boolean lower = left <= below << 2;
        boolean upper = below + 1 << 2 <= right;
        long half = middle - (2 * below + 1 << 1);
        boolean down = lower != upper ? lower : half < 0 || half == 0 && (below & 1) == 0;
        set(down ? below : below + 1, ten);
    }

    /** The product times 2<sup>-127</sup>, cut off; what was cut off makes it odd. */
    private static long toOdd(long high, long low, long factor) {
        long carried = (high * factor >>> 1) + Math.multiplyHigh(low, factor);
        long whole = Math.multiplyHigh(high, factor) + (carried >>> 63);
        return whole | (carried & Long.MAX_VALUE) + Long.MAX_VALUE >>> 63;
    }

    private void set(long number, int power) {
        long rest = number;
        int zeros = 0;
        if (rest % EIGHT_ZEROS == 0) {
            rest /= EIGHT_ZEROS;
            zeros = 8;
        }
        while (rest % 10 == 0) {
            rest /= 10;
            zeros++;
        }
        digits = rest;
        exponent = power + zeros;
    }

    /**
     * The double that {@code digits} times ten to {@code exponent} means, or one next to it: to be sure, compare the
     * shortest decimal of the answer. NaN when it would be too large or too small for this way.
     *
     * @param digits above zero
     */
    public static double near(long digits, int exponent) {
        if (exponent < PowersOfTen.LEAST || exponent > PowersOfTen.MOST) {
            return Double.NaN;
        }
        int zeros = Long.numberOfLeadingZeros(digits);
        long factor = digits << zeros;
        long high = PowersOfTen.high(exponent) << 1 | PowersOfTen.low(exponent) >>> 62;
        long low = PowersOfTen.low(exponent) << 2;
        long middle = factor * high;
        long carried = middle + Math.unsignedMultiplyHigh(factor, low);
        long product = Math.unsignedMultiplyHigh(factor, high) + (Long.compareUnsigned(carried, middle) < 0 ? 1 : 0);
        int cut = product < 0 ? 11 : 10;
        long units = (product >>> cut) + (product >>> cut - 1 & 1);
        int biased = PowersOfTen.floorLog2(exponent) - zeros + 1 + cut + BIAS;
        if (units == HIDDEN_BIT << 1) {
            units >>>= 1;
            biased++;
        }
        if (biased < 1 || biased > MOST_BIASED) {
            return Double.NaN;
        }
        return Double.longBitsToDouble((long) biased << FRACTION_BITS | units & HIDDEN_BIT - 1);
    }
}
