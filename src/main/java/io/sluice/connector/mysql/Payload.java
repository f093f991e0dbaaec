package io.sluice.connector.mysql;

import java.util.Arrays;

/** The body of a protocol packet; grows to the largest one and is reused. */
final class Payload {
    private static final int LENGTH_2 = 0xfc;
    private static final int LENGTH_3 = 0xfd;
    private static final int LENGTH_8 = 0xfe;
    private static final int LONGEST_LENGTH = 9;

    private byte[] bytes = new byte[1 << 16];
    private int length;

    void clear() {
        length = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Gives up everything behind {@code end}. */
    void cut(int end) {
        length = end;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            long wanted = Math.max(2L * bytes.length, (long) length + more);
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, wanted));
        }
    }

    void int8(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void int16(int value) {
        room(2);
        LittleEndian.int16(bytes, length, value);
        length += 2;
    }

    void int32(int value) {
        room(4);
        LittleEndian.int32(bytes, length, value);
        length += 4;
    }

    void int64(long value) {
        room(8);
        LittleEndian.int64(bytes, length, value);
        length += 8;
    }

    /** So many bytes of zero. @return where they begin */
    int zeros(int count) {
        room(count);
        Arrays.fill(bytes, length, length + count, (byte) 0);
        length += count;
        return length - count;
    }

    /** Sets a bit of a field of bits that begins at {@code field}. */
    void setBit(int field, int bit) {
        bytes[field + (bit >>> 3)] |= (byte) (1 << (bit & 7));
    }

    /** Bytes behind their length. */
    void counted(byte[] source, int from, int count) {
        room(LONGEST_LENGTH + count);
        if (count < 251) {
            bytes[length++] = (byte) count;
        } else if (count < 1 << 16) {
            bytes[length++] = (byte) LENGTH_2;
            LittleEndian.int16(bytes, length, count);
            length += 2;
        } else if (count < 1 << 24) {
            bytes[length++] = (byte) LENGTH_3;
            LittleEndian.int16(bytes, length, count);
            bytes[length + 2] = (byte) (count >>> 16);
            length += 3;
        } else {
            bytes[length++] = (byte) LENGTH_8;
            LittleEndian.int64(bytes, length, count);
            length += 8;
        }
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }
}
