package io.sluice.connector.postgresql;

import io.sluice.spi.data.DecimalText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a COPY in text form; grows to the largest batch and is reused. */
final class CopyBuffer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NUMBER_ROOM = 48;

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

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, (int)
                    Math.min(Integer.MAX_VALUE - 8L, Math.max(2L * bytes.length, (long) length + more)));
        }
    }

    void add(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    void addNull() {
        room(2);
        bytes[length++] = '\\';
        bytes[length++] = 'N';
    }

    /** A number in units of 10<sup>-scale</sup>. */
    void addNumber(long unscaled, int scale) {
        room(NUMBER_ROOM);
        length = DecimalText.write(unscaled, scale, bytes, length);
    }

    void addPlain(byte[] source, int from, int count) {
        room(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    /** Text in which tabs, line breaks and backslashes are escaped. */
    void addEscaped(byte[] source, int from, int to) {
        room(2 * (to - from));
        byte[] target = bytes;
        int at = length;
        for (int i = from; i < to; i++) {
            byte one = source[i];
            if (one > '\r' && one != '\\' || one < 0) {
                target[at++] = one;
            } else {
                at = escape(one, target, at);
            }
        }
        length = at;
    }

    private static int escape(byte one, byte[] target, int from) {
        int at = from;
        byte letter = switch (one) {
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\\' -> '\\';
            default -> 0;
        };
        if (letter != 0) {
            target[at++] = '\\';
        }
        target[at++] = letter == 0 ? one : letter;
        return at;
    }

    /** Bytes as {@code \\x} and hexadecimal digits. */
    void addHex(byte[] source, int from, int to) {
        room(3 + 2 * (to - from));
        bytes[length++] = '\\';
        bytes[length++] = '\\';
        bytes[length++] = 'x';
        for (int i = from; i < to; i++) {
            bytes[length++] = HEX[source[i] >> 4 & 15];
            bytes[length++] = HEX[source[i] & 15];
        }
    }
}
