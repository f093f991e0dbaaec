package io.sluice.engine.transform;

/** Counts characters in UTF-8 without decoding them. */
final class CodePoints {
    private static final int TWO_BYTES = 0xC0;
    private static final int THREE_BYTES = 0xE0;
    private static final int FOUR_BYTES = 0xF0;

    private CodePoints() {}

    static int count(byte[] utf8, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at++) {
            if ((utf8[at] & TWO_BYTES) != 0x80) {
                count++;
            }
        }
        return count;
    }

    /** The position behind {@code count} characters, or {@code to} when there are fewer. */
    static int skip(byte[] utf8, int from, int to, int count) {
        int at = from;
        for (int left = count; left > 0 && at < to; left--) {
            at += size(utf8[at]);
        }
        return Math.min(at, to);
    }

    private static int size(byte first) {
        int unsigned = first & 0xFF;
        if (unsigned < TWO_BYTES) {
            return 1;
        }
        if (unsigned < THREE_BYTES) {
            return 2;
        }
        return unsigned < FOUR_BYTES ? 3 : 4;
    }
}
