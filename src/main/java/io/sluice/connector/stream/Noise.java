package io.sluice.connector.stream;

/** Random numbers by position: the same stream and position always give the same number. */
record Noise(long stream) {
    /** What lies between the states of neighbouring positions. */
    static final long STEP = 0x9E3779B97F4A7C15L;

    static Noise of(long seed, int task, int column) {
        return new Noise(mix(mix(seed + STEP * (task + 1)) + STEP * (column + 1)));
    }

    /** What the number at {@code position} is mixed of; loops over neighbours add {@link #STEP} instead of multiplying. */
    long state(long position) {
        return stream + STEP * position;
    }

    /** Even over {@code least} to {@code most}, both inclusive. */
    static long between(long noise, long least, long most) {
        long span = most - least + 1;
        return span == 0 ? noise : least + Math.unsignedMultiplyHigh(noise, span);
    }

    /** From 0 (inclusive) to 1 (exclusive). */
    static double unit(long noise) {
        return (noise >>> 11) * 0x1.0p-53;
    }

    /** The number of a state: SplitMix64 by Steele, Lea and Flood, OOPSLA 2014. */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
