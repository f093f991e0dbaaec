package io.sluice.connector.txtfile;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;

/** Characters to UTF-8 in place, without objects; half of a surrogate pair is refused. */
final class Utf8 {
    private Utf8() {}

    /** How many bytes {@link #encode} will write. */
    static int length(char[] text, int from, int to) {
        long bytes = 0;
        for (int at = from; at < to; at++) {
            char unit = text[at];
            // Each half of a pair counts two of its four bytes.
            bytes += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
        }
        return Math.toIntExact(bytes);
    }

    /** Writes the bytes from {@code at} on and returns the position behind them. */
    static int encode(char[] text, int from, int to, byte[] target, int at) {
        int position = at;
        for (int index = from; index < to; index++) {
            char unit = text[index];
            if (unit < 0x80) {
                target[position++] = (byte) unit;
            } else if (unit < 0x800) {
                target[position++] = (byte) (0xC0 | unit >> 6);
                target[position++] = (byte) (0x80 | unit & 0x3F);
            } else if (!Character.isSurrogate(unit)) {
                target[position++] = (byte) (0xE0 | unit >> 12);
                target[position++] = (byte) (0x80 | unit >> 6 & 0x3F);
                target[position++] = (byte) (0x80 | unit & 0x3F);
            } else {
                requirePair(text, index, to);
                int point = Character.toCodePoint(unit, text[++index]);
                target[position++] = (byte) (0xF0 | point >> 18);
                target[position++] = (byte) (0x80 | point >> 12 & 0x3F);
                target[position++] = (byte) (0x80 | point >> 6 & 0x3F);
                target[position++] = (byte) (0x80 | point & 0x3F);
            }
        }
        return position;
    }

    private static void requirePair(char[] text, int index, int to) {
        if (index + 1 >= to || !Character.isSurrogatePair(text[index], text[index + 1])) {
            throw new SluiceException(
                    CommonError.VALUE_NOT_CONVERTIBLE, "Text with half of a surrogate pair at character " + index);
        }
    }
}
