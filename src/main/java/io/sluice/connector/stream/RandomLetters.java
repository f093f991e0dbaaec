package io.sluice.connector.stream;

import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Vector;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Digits and letters of the Latin alphabet, in a number between two bounds. Eight of them come out of one random
 * number and are spelled at once, a byte each: one by one, they would cost more than all other columns together.
 */
record RandomLetters(int least, int most, Noise noise) implements ColumnGenerator {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int AT_ONCE = Long.BYTES;
    private static final long EACH = 0x0101010101010101L;

    /** The least numbers that are spelled as A, as a, and as 0 again because there are 62 digits and letters only. */
    private static final int UPPER = 10;

    private static final int LOWER = 36;
    private static final int AGAIN = 62;

    @Override
    public void fill(Vector vector, int from, int to, long number) {
        BytesVector bytes = (BytesVector) vector;
        int at = bytes.reserveFor(from, room(to - from, number) + AT_ONCE);
        byte[] data = bytes.data();
        int[] ends = bytes.ends();
        long state = noise.state(number);
        for (int row = from; row < to; row++) {
            long first = Noise.mix(state);
            int end = at + length(first);
            long letters = first;
            for (; at < end; at += AT_ONCE) {
                letters += Noise.STEP;
                EIGHT.set(data, at, spelled(Noise.mix(letters)));
            }
            at = end;
            ends[row] = end;
            state += Noise.STEP;
        }
        bytes.commitRows(from, to);
    }

    /** One row alone may be so long that its bound is no measure. */
    private int room(int rows, long number) {
        return rows == 1 ? length(Noise.mix(noise.state(number))) : Math.multiplyExact(rows, most);
    }

    private int length(long first) {
        return (int) Noise.between(first, least, most);
    }

    /** A digit or letter in each byte, by the lower six bits of each byte of {@code noise}. */
    static long spelled(long noise) {
        long numbers = noise & 63 * EACH;
        return numbers
                + '0' * EACH
                + reached(numbers, UPPER) * ('A' - '9' - 1)
                + reached(numbers, LOWER) * ('a' - 'Z' - 1)
                - reached(numbers, AGAIN) * ('z' + 1 - '0');
    }

    /** 1 in each byte that is not below {@code bound}; no byte spills into the next, because all are below 64. */
    private static long reached(long numbers, int bound) {
        return numbers + (128 - bound) * EACH >>> 7 & EACH;
    }

    @Override
    public int widest() {
        return most;
    }
}
