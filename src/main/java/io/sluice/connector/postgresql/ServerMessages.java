package io.sluice.connector.postgresql;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a server sends, message by message: each is a letter, the length of what follows, itself included, and its
 * contents (PostgreSQL documentation, Message Formats). The driver gets at most the rest of one message at a time, so
 * it holds back nothing, and between two of its messages rows of a COPY can be taken from here instead, where they are:
 * the driver would make an array of each.
 */
final class ServerMessages extends InputStream {
    private static final byte COPY_DATA = 'd';
    private static final int HEADER = 1 + Integer.BYTES;
    private static final int SMALL = 1 << 13;
    private static final int PORTION = 1 << 17;
    private static final int LARGEST_KEPT = 1 << 20;

    private final InputStream socket;
    private byte[] buffer = new byte[SMALL];
    /** What nobody has taken yet lies from here … */
    private int start;
    /** … to here. */
    private int end;
    /** How much of the message that the driver has begun it has not taken yet. */
    private int unread;

    private int rowStart;

    ServerMessages(InputStream socket) {
        this.socket = socket;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (unread == 0) {
            unread = nextLength();
        }
        if (unread == 0 || start == end && !fill()) {
            return -1;
        }
        int taken = Math.min(count, Math.min(unread, end - start));
        System.arraycopy(buffer, start, into, offset, taken);
        start += taken;
        unread -= taken;
        return taken;
    }

    /** How much belongs together from here on. What is no message is passed on as it is: the driver will say so. */
    private int nextLength() throws IOException {
        return has(HEADER) && isMessage() ? messageLength() : end - start;
    }

    private boolean isMessage() {
        int length = BigEndian.getInt(buffer, start + 1);
        return length >= Integer.BYTES && length < Integer.MAX_VALUE;
    }

    /** With the letter, which a message does not count itself. */
    private int messageLength() {
        return 1 + BigEndian.getInt(buffer, start + 1);
    }

    @Override
    public int available() throws IOException {
        return end > start ? end - start : socket.available();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * Takes the next message if it is a row of a COPY; false for anything else, also the end of the connection, which is
     * the driver's to read. Only after the driver has read its last message to the end, as it has when a COPY began.
     */
    boolean nextRow() throws IOException {
        if (unread > 0 || !has(HEADER) || buffer[start] != COPY_DATA || !isMessage()) {
            return false;
        }
        int length = messageLength();
        if (!has(length)) {
            return false;
        }
        rowStart = start + HEADER;
        start += length;
        return true;
    }

    /** Holds the row that was taken, from {@link #rowStart} to {@link #rowEnd}, until the next is asked for. */
    byte[] row() {
        return buffer;
    }

    int rowStart() {
        return rowStart;
    }

    int rowEnd() {
        return start;
    }

    /** Waits until so many bytes are there; false when the connection ends before. */
    private boolean has(int count) throws IOException {
        while (end - start < count) {
            makeRoom(count);
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    private void makeRoom(int count) {
        if (buffer.length - start < count) {
            byte[] roomy = count > buffer.length ? new byte[Math.max(count, PORTION)] : buffer;
            System.arraycopy(buffer, start, roomy, 0, end - start);
            end -= start;
            start = 0;
            buffer = roomy;
        }
    }

    /** Takes what the socket has; when that takes too long nothing changes. */
    private boolean fill() throws IOException {
        if (start == end) {
            start = 0;
            end = 0;
            if (buffer.length > LARGEST_KEPT) {
                buffer = new byte[PORTION];
            }
        }
        int got = socket.read(buffer, end, buffer.length - end);
        end += Math.max(0, got);
        return got >= 0;
    }
}
