package io.sluice.connector.txtfile;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.Arrays;

/** Bytes that grow; reused for all batches of a channel. */
final class ByteSink {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[64 << 10];
    private int length;

    void clear() {
        length = 0;
    }

    /** Makes room for {@code count} bytes and returns the array; they go to {@link #length} and count with {@link #end}. */
    byte[] room(int count) {
        long needed = (long) length + count;
        if (needed > LARGEST) {
            throw new SluiceException(CommonError.VALUE_OUT_OF_RANGE, "The rows of a batch take more than 2 GiB");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(2L * bytes.length, needed)));
        }
        return bytes;
    }

    /** Declares the bytes before {@code position} written. */
    void end(int position) {
        length = position;
    }

    void add(byte one) {
        room(1)[length++] = one;
    }

    /** Adds a short text such as a delimiter; nearly all of them have one byte. */
    void add(byte[] source) {
        int count = source.length;
        byte[] target = room(count);
        for (int index = 0; index < count; index++) {
            target[length + index] = source[index];
        }
        length += count;
    }

    void add(byte[] source, int from, int count) {
        System.arraycopy(source, from, room(count), length, count);
        length += count;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
