package io.sluice.engine.transform;

import io.sluice.script.transform.Overlay;
import io.sluice.script.transform.Pad;
import io.sluice.script.transform.StringReplace;
import io.sluice.script.transform.Substring;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Parts of texts, in UTF-8 wherever that is possible. */
final class Texts {
    private Texts() {}

    static TextStep substring(Substring given) {
        Integer length = given.length();
        return (from, to, row) -> {
            byte[] data = from.data();
            int end = from.end(row);
            int start = start(data, from.start(row), end, given.start());
            int last = length == null ? end : CodePoints.skip(data, start, end, length);
            to.set(row, data, start, last - start);
        };
    }

    static TextStep overlay(Overlay given) {
        byte[] text = utf8(given.text());
        return (from, to, row) -> {
            byte[] data = from.data();
            int begin = from.start(row);
            int end = from.end(row);
            int start = start(data, begin, end, given.start());
            int rest = CodePoints.skip(data, start, end, given.length());
            int size = start - begin + text.length + end - rest;
            int at = to.reserveFor(row, size);
            byte[] target = to.data();
            System.arraycopy(data, begin, target, at, start - begin);
            System.arraycopy(text, 0, target, at + start - begin, text.length);
            System.arraycopy(data, rest, target, at + start - begin + text.length, end - rest);
            to.commit(row, size);
        };
    }

    /** The position of a character. @throws SluiceException VALUE_OUT_OF_RANGE when the text ends before it */
    private static int start(byte[] data, int begin, int end, int index) {
        int at = CodePoints.skip(data, begin, end, index);
        if (at == end && CodePoints.count(data, begin, end) < index) {
            throw new SluiceException(
                    CommonError.VALUE_OUT_OF_RANGE,
                    "The text has " + CodePoints.count(data, begin, end) + " characters, so none at " + index);
        }
        return at;
    }

    static TextStep pad(Pad given) {
        byte[] fill = utf8(given.padString());
        int fillCharacters = CodePoints.count(fill, 0, fill.length);
        boolean left = given.side() == Pad.Side.LEFT;
        return (from, to, row) -> {
            byte[] data = from.data();
            int begin = from.start(row);
            int end = from.end(row);
            int missing = given.length() - CodePoints.count(data, begin, end);
            if (missing <= 0) {
                to.set(row, data, begin, CodePoints.skip(data, begin, end, given.length()) - begin);
                return;
            }
            int rest = CodePoints.skip(fill, 0, fill.length, missing % fillCharacters);
            int added = Math.addExact(Math.multiplyExact(missing / fillCharacters, fill.length), rest);
            int size = Math.addExact(added, end - begin);
            int at = to.reserveFor(row, size);
            System.arraycopy(data, begin, to.data(), left ? at + added : at, end - begin);
            repeat(fill, to.data(), left ? at : at + end - begin, added);
            to.commit(row, size);
        };
    }

    private static void repeat(byte[] fill, byte[] target, int from, int length) {
        for (int done = 0; done < length; done += fill.length) {
            System.arraycopy(fill, 0, target, from + done, Math.min(fill.length, length - done));
        }
    }

    static TextStep replace(StringReplace.Rule rule) {
        BoundedMatcher matcher = new BoundedMatcher(rule.pattern());
        String replacement = rule.replacement();
        return (from, to, row) -> {
            String text = from.string(row);
            String replaced = matcher.replaced(text, replacement);
            if (replaced == null) {
                copy(from, to, row, text);
            } else {
                to.set(row, replaced);
            }
        };
    }

    private static void copy(BytesVector from, BytesVector to, int row, @Nullable String text) {
        if (from.holdsStrings() && text != null) {
            to.set(row, text);
        } else {
            to.set(row, from.data(), from.start(row), from.length(row));
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
