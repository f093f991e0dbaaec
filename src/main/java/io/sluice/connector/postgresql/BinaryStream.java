package io.sluice.connector.postgresql;

import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/**
 * Fields of a COPY in binary form on their way to the server. They leave in portions while later rows are still being
 * encoded, so that both sides work at the same time. Numbers are big-endian; each field follows its length.
 */
final class BinaryStream {
    private static final int PORTION = 1 << 16;
    private static final int LARGEST_KEPT = 1 << 20;
    private static final int NULL = -1;
    /** {@code PGCOPY\n\377\r\n\0}, no flags, no header extension. */
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private byte[] bytes = new byte[2 * PORTION];
    private int length;

    void begin() {
        if (bytes.length > LARGEST_KEPT) {
            bytes = new byte[2 * PORTION];
        }
        length = 0;
        put(HEADER, 0, HEADER.length);
    }

    /** Begins a row. */
    void row(int fields) {
        room(Short.BYTES);
        putShort(fields);
    }

    /** Sends what is there when it is worth a message. */
    void endRow(CopyIn copy) throws SQLException {
        if (length >= PORTION) {
            send(copy);
        }
    }

    /** Sends rows that are encoded already, without a copy of them. */
    void rows(CopyIn copy, byte[] source, int from, int to) throws SQLException {
        send(copy);
        write(copy, source, from, to);
    }

    private static void write(CopyIn copy, byte[] source, int from, int to) throws SQLException {
        for (int at = from; at < to; at += PORTION) {
            copy.writeToCopy(source, at, Math.min(PORTION, to - at));
        }
    }

    void end(CopyIn copy) throws SQLException {
        room(Short.BYTES);
        putShort(-1);
        send(copy);
    }

    private void send(CopyIn copy) throws SQLException {
        write(copy, bytes, 0, length);
        length = 0;
    }

    void nothing() {
        room(Integer.BYTES);
        putInt(NULL);
    }

    void one(int value) {
        room(Integer.BYTES + 1);
        putInt(1);
        bytes[length++] = (byte) value;
    }

    void two(int value) {
        room(Integer.BYTES + Short.BYTES);
        putInt(Short.BYTES);
        putShort(value);
    }

    void four(int value) {
        room(2 * Integer.BYTES);
        putInt(Integer.BYTES);
        putInt(value);
    }

    void eight(long value) {
        room(Integer.BYTES + Long.BYTES);
        putInt(Long.BYTES);
        putLong(value);
    }

    void bytes(byte[] source, int from, int to) {
        room(Integer.BYTES);
        putInt(to - from);
        put(source, from, to - from);
    }

    /** Opens room for a field of this length and writes the length; the caller fills {@link #array} from the answer on. */
    int field(int size) {
        room(Integer.BYTES + size);
        putInt(size);
        int at = length;
        length += size;
        return at;
    }

    byte[] array() {
        return bytes;
    }

    private void put(byte[] source, int from, int count) {
        room(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    private void putShort(int value) {
        BigEndian.putShort(bytes, length, value);
        length += Short.BYTES;
    }

    private void putInt(int value) {
        BigEndian.putInt(bytes, length, value);
        length += Integer.BYTES;
    }

    private void putLong(long value) {
        BigEndian.putLong(bytes, length, value);
        length += Long.BYTES;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            long wanted = Math.max(2L * bytes.length, (long) length + more);
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, wanted));
        }
    }
}
