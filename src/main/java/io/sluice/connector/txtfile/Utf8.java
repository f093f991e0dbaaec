package io.sluice.connector.txtfile;

import io.sluice.spi.data.EightBytes;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;

/** Characters to UTF-8 in place, without objects; half of a surrogate pair is refused. */
final class Utf8 {
    /** No character takes more. */
    static final int MOST_BYTES = 4;

    private Utf8() {}

    /**
     * The first position from {@code from} on, before {@code to}, at which no complete and well-formed character
     * begins; {@code to} when there is none. The array must have seven more bytes.
     */
    static int validTo(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            long eight = EightBytes.load(bytes, at);
            if (EightBytes.isAscii(eight)) {
                at += Long.BYTES;
                continue;
            }
            at += Long.numberOfTrailingZeros(eight & EightBytes.HIGHS) >>> 3;
            if (at >= to) {
                return to;
            }
            int length = length(bytes, at);
            if (length == 0 || at + length > to) {
                return at;
            }
            at += length;
        }
        return to;
    }

    /** How many bytes the character beyond ASCII takes that begins at {@code at}; 0 when none does. */
    private static int length(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        if (lead < 0xE0) {
            return lead >= 0xC2 && isTail(second) ? 2 : 0;
        }
        // Longer spellings than needed, halves of pairs and numbers beyond the last character are no UTF-8.
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        boolean whole = second >= least && second <= most && isTail(bytes[at + 2]);
        if (lead < 0xF0) {
            return whole ? 3 : 0;
        }
        return whole && lead <= 0xF4 && isTail(bytes[at + 3]) ? 4 : 0;
    }

    private static boolean isTail(int sign) {
        return (sign & 0xC0) == 0x80;
    }

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
