package io.sluice.connector.txtfile;

import io.sluice.connector.file.FileError;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.EightBytes;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes text so that it is read back as it was. In CSV whatever could be mistaken stands in quotes: delimiters, quotes,
 * line ends, the text that means NULL, a byte order mark, and empty text. Plain text files have no quotes; there such a
 * value is refused.
 */
final class TextQuoting {
    private static final byte QUOTE = '"';
    private static final int BYTE_ORDER_MARK = 0xEF;
    private static final long QUOTES = EightBytes.each(QUOTE);
    private static final long LINE_FEEDS = EightBytes.each('\n');
    private static final long RETURNS = EightBytes.each('\r');

    private final boolean quotes;
    private final byte[] delimiter;
    private final long delimiters;
    private final byte[] lineEnd;
    private final byte[] nullText;
    private final boolean unusual;
    private final ByteSink sink;
    private char[] characters = new char[256];
    private byte[] encoded = new byte[1024];

    TextQuoting(TxtFileWriteConfig config, ByteSink sink) {
        this.sink = sink;
        quotes = config.fileFormat() == FileFormat.CSV;
        delimiter = config.fieldDelimiter().getBytes(StandardCharsets.UTF_8);
        delimiters = EightBytes.each(delimiter[0] & 0xFF);
        lineEnd = config.lineDelimiter().getBytes(StandardCharsets.UTF_8);
        nullText = config.nullFormat().getBytes(StandardCharsets.UTF_8);
        unusual = isUnusual(config.fieldDelimiter()) || isUnusual(config.nullFormat());
    }

    /** The value of a row, in whatever form the vector holds it. */
    void text(BytesVector vector, int row) {
        if (vector.holdsStrings()) {
            text(vector.string(row));
        } else {
            text(vector.data(), vector.start(row), vector.end(row));
        }
    }

    void text(String value) {
        int length = encode(value);
        text(encoded, 0, length);
    }

    /** Whether {@link #protect} is needed. */
    boolean mayMistake() {
        return unusual;
    }

    /**
     * Looks after a number or time that the sink holds from {@code start} on: with an unusual delimiter or text for NULL,
     * such as a hyphen or {@code 0}, even that could be mistaken.
     */
    void protect(int start) {
        if (!isMistakable(sink.bytes(), start, sink.length())) {
            return;
        }
        byte[] value = Arrays.copyOfRange(sink.bytes(), start, sink.length());
        sink.end(start);
        text(value, 0, value.length);
    }

    private boolean isMistakable(byte[] value, int from, int to) {
        return value[from] != QUOTE && (isNullText(value, from, to) || contains(delimiter, value, from, to));
    }

    /** Whether numbers and times could hold this text. */
    private static boolean isUnusual(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(sign -> Character.isLetterOrDigit(sign) || "+-.: \\".indexOf(sign) >= 0);
    }

    /** Characters that need no quotes. */
    void plain(String value) {
        sink.add(encoded, 0, encode(value));
    }

    private int encode(String value) {
        int length = value.length();
        if (length > characters.length) {
            characters = new char[Math.max(length, 2 * characters.length)];
        }
        value.getChars(0, length, characters, 0);
        int bytes = Utf8.length(characters, 0, length);
        if (bytes > encoded.length) {
            encoded = new byte[Math.max(bytes, 2 * encoded.length)];
        }
        return Utf8.encode(characters, 0, length, encoded, 0);
    }

    private void text(byte[] value, int from, int to) {
        if (!quotes) {
            requirePlain(value, from, to);
            sink.add(value, from, to - from);
        } else if (needsQuotes(value, from, to)) {
            quoted(value, from, to);
        } else {
            sink.add(value, from, to - from);
        }
    }

    private boolean needsQuotes(byte[] value, int from, int to) {
        if (from == to || (value[from] & 0xFF) == BYTE_ORDER_MARK || isNullText(value, from, to)) {
            return true;
        }
        int word = from;
        for (; word + Long.BYTES <= to; word += Long.BYTES) {
            if (hasStructure(EightBytes.load(value, word))) {
                return true;
            }
        }
        if (to - from >= Long.BYTES) {
            return hasStructure(EightBytes.load(value, to - Long.BYTES));
        }
        for (int at = word; at < to; at++) {
            byte one = value[at];
            if (one == delimiter[0] || one == QUOTE || one == '\n' || one == '\r') {
                return true;
            }
        }
        return false;
    }

    /** The lowest mark of each kind is right, and one is enough. */
    private boolean hasStructure(long eight) {
        return (EightBytes.equal(eight, delimiters)
                        | EightBytes.equal(eight, QUOTES)
                        | EightBytes.equal(eight, LINE_FEEDS)
                        | EightBytes.equal(eight, RETURNS))
                != 0;
    }

    private void quoted(byte[] value, int from, int to) {
        byte[] target = sink.room(Math.addExact(Math.multiplyExact(2, to - from), 2));
        int position = sink.length();
        target[position++] = QUOTE;
        for (int at = from; at < to; at++) {
            if (value[at] == QUOTE) {
                target[position++] = QUOTE;
            }
            target[position++] = value[at];
        }
        target[position++] = QUOTE;
        sink.end(position);
    }

    private boolean isNullText(byte[] value, int from, int to) {
        return Arrays.equals(value, from, to, nullText, 0, nullText.length);
    }

    private void requirePlain(byte[] value, int from, int to) {
        boolean mistakable = isNullText(value, from, to) || contains(delimiter, value, from, to);
        mistakable |= contains(lineEnd, value, from, to);
        for (int at = from; at < to; at++) {
            mistakable |= value[at] == '\n' || value[at] == '\r';
        }
        if (mistakable || to - from >= 3 && (value[from] & 0xFF) == BYTE_ORDER_MARK) {
            throw new SluiceException(
                    FileError.FIELD_NOT_WRITABLE,
                    "A value holds a delimiter, a line end or the text that means NULL, and text files have no quotes");
        }
    }

    private static boolean contains(byte[] wanted, byte[] value, int from, int to) {
        for (int at = from; at + wanted.length <= to; at++) {
            if (Arrays.equals(value, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
