package io.sluice.connector.stream;

/** Random numbers by position: the same stream and position always give the same number. */
record Noise(long stream) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    static Noise of(long seed, int task, int column) {
        return new Noise(mix(mix(seed + GOLDEN * (task + 1)) + GOLDEN * (column + 1)));
    }

    long at(long position) {
        return mix(stream + GOLDEN * position);
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

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
