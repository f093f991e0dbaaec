package io.sluice.engine.transform;

import io.sluice.script.transform.Mask;
import io.sluice.spi.data.BytesVector;

/** Hides parts of texts. */
final class Masks {
    private static final int DIGITS_SHOWN = 4;
    private static final int LEAST_DIGITS = 2 * DIGITS_SHOWN;

    private Masks() {}

    static TextStep of(Mask given) {
        byte[] mask = Texts.utf8(given.maskWith());
        return switch (given.method()) {
            case KEEP -> (from, to, row) -> keep(from, to, row, new Ends(given.keepFirst(), given.keepLast()), mask);
            case FIXED -> (from, to, row) -> to.set(row, mask);
            case EMAIL -> (from, to, row) -> keep(from, to, row, address(from, row), mask);
            case PHONE -> (from, to, row) -> to.set(row, phone(from.string(row), given.maskWith()));
        };
    }

    /** Characters that stay. */
    private record Ends(int first, int last) {}

    private static void keep(BytesVector from, BytesVector to, int row, Ends ends, byte[] mask) {
        byte[] data = from.data();
        int begin = from.start(row);
        int end = from.end(row);
        int all = CodePoints.count(data, begin, end);
        boolean longer = (long) ends.first + ends.last < all;
        int hidden = longer ? all - ends.first - ends.last : all;
        int head = longer ? CodePoints.skip(data, begin, end, ends.first) : begin;
        int tail = longer ? CodePoints.skip(data, head, end, hidden) : end;
        int size = Math.addExact(head - begin + end - tail, Math.multiplyExact(hidden, mask.length));
        int at = to.reserveFor(row, size);
        byte[] target = to.data();
        System.arraycopy(data, begin, target, at, head - begin);
        at += head - begin;
        for (int i = 0; i < hidden; i++, at += mask.length) {
            System.arraycopy(mask, 0, target, at, mask.length);
        }
        System.arraycopy(data, tail, target, at, end - tail);
        to.commit(row, size);
    }

    /** One character, and all from the last @ on; nothing of a text that is no address. */
    private static Ends address(BytesVector from, int row) {
        byte[] data = from.data();
        int begin = from.start(row);
        int end = from.end(row);
        int at = end - 1;
        while (at > begin && data[at] != '@') {
            at--;
        }
        if (at <= begin) {
            return new Ends(0, 0);
        }
        int local = CodePoints.count(data, begin, at);
        return new Ends(local > 1 ? 1 : 0, CodePoints.count(data, at, end));
    }

    private static String phone(String text, String mask) {
        long digits = text.codePoints().filter(Character::isDigit).count();
        long hidden = digits < LEAST_DIGITS ? digits : digits - DIGITS_SHOWN;
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int letter = text.codePointAt(at);
            if (Character.isDigit(letter) && hidden-- > 0) {
                out.append(mask);
            } else {
                out.appendCodePoint(letter);
            }
        }
        return out.toString();
    }
}
