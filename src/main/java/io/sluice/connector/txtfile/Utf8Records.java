package io.sluice.connector.txtfile;

import io.sluice.connector.file.FileError;
import io.sluice.spi.data.EightBytes;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.io.InputStream;

/**
 * CSV by RFC 4180 straight from the bytes of UTF-8, eight at a time, because turning them into characters and back
 * costs more than all the rest of the reading. Fields are not copied: they stay in the buffer until the next block.
 *
 * <p>A broken quote ends the reading, because nobody knows where the next record begins, and so do bytes that are no
 * UTF-8.
 */
final class Utf8Records implements Records {
    /** What a reader of files needs; tests use smaller ones. */
    static final int BUFFER = 256 << 10;

    private static final int FRONT = FieldBlock.MARGIN;
    private static final byte QUOTE = '"';
    private static final int CONTROLS = '\r' + 1;
    private static final long QUOTES = EightBytes.each(QUOTE);
    private static final int INCOMPLETE = -1;

    private final FileSplit split;
    private final InputStream input;
    private final boolean skipEmpty;
    private final boolean quotes;
    private final int longestField;
    private final byte delimiter;
    private final long delimiters;
    private final FieldBlock block;
    private byte[] buffer;

    /** Where the buffer's first byte stands in the file, the margin in front of it being counted. */
    private long base;

    /** The line in which the next record begins. */
    private long line;

    private int at = FRONT;

    /** Up to here the bytes are known to be UTF-8. */
    private int valid = FRONT;

    private int filled = FRONT;

    /** The input has no more bytes. */
    private boolean exhausted;

    /** No byte follows those that are valid. */
    private boolean ended;

    private int linesInside;
    private boolean escaped;

    /**
     * @param input stands at {@code firstByte}, behind a byte order mark
     * @param capacity of the buffer in bytes, at first
     */
    Utf8Records(FileSplit split, InputStream input, long firstByte, TxtFileReadConfig config, int capacity) {
        CsvReaderConfig switches = config.csvReaderConfig();
        this.split = split;
        this.input = input;
        this.base = firstByte - FRONT;
        this.line = split.firstLine();
        this.skipEmpty = switches.skipEmptyRecords();
        this.quotes = switches.useTextQualifier();
        this.longestField = switches.safetySwitch() ? CsvRecords.SAFE_FIELD : Integer.MAX_VALUE;
        this.delimiter = (byte) config.fieldDelimiter().charAt(0);
        this.delimiters = EightBytes.each(delimiter);
        this.block = new FieldBlock(capacity);
        this.buffer = block.bytes();
    }

    @Override
    public boolean read(int most) throws IOException {
        block.clear();
        while (block.records() < most && nextByte() < split.endByte()) {
            int next = at < valid ? record() : INCOMPLETE;
            if (next != INCOMPLETE) {
                at = next;
                continue;
            }
            block.dropRecord();
            if (block.records() > 0 || ended) {
                break;
            }
            fill();
        }
        return block.records() > 0;
    }

    /** Reads one record; returns where the next one begins, or INCOMPLETE when its end is not at hand. */
    private int record() {
        linesInside = 0;
        escaped = false;
        int position = at;
        while (true) {
            int stop = quotes && position < valid && buffer[position] == QUOTE ? quoted(position) : plain(position);
            if (stop == INCOMPLETE) {
                return INCOMPLETE;
            }
            if (stop == valid) {
                endRecord();
                return stop;
            }
            position = stop + 1;
            byte sign = buffer[stop];
            if (sign == delimiter) {
                continue;
            }
            if (sign == '\r' && position == valid && !ended) {
                return INCOMPLETE;
            }
            endRecord();
            return sign == '\r' && position < valid && buffer[position] == '\n' ? position + 1 : position;
        }
    }

    private void endRecord() {
        if (skipEmpty && (buffer[at] == '\n' || buffer[at] == '\r')) {
            block.dropRecord();
        } else {
            if (escaped) {
                block.unescape();
            }
            block.endRecord(line);
        }
        line += linesInside + 1;
    }

    /** Adds a field without quotes; returns where it stops. */
    private int plain(int start) {
        int stop = stop(start);
        if (stop == valid && !ended) {
            return INCOMPLETE;
        }
        add(start, stop, FieldBlock.PLAIN);
        return stop;
    }

    /** The next delimiter or line end, or the end of what is valid. */
    private int stop(int start) {
        for (int word = start; word < valid; word += Long.BYTES) {
            long eight = EightBytes.load(buffer, word);
            long marks = EightBytes.equal(eight, delimiters) | EightBytes.below(eight, CONTROLS);
            while (marks != 0) {
                int found = word + EightBytes.first(marks);
                byte sign = buffer[found];
                if (sign == delimiter || sign == '\n' || sign == '\r') {
                    return Math.min(found, valid);
                }
                marks &= marks - 1;
            }
        }
        return valid;
    }

    /** Adds a field in quotes; returns where it stops, which is one behind the closing quote. */
    private int quoted(int start) {
        int position = start + 1;
        byte form = FieldBlock.QUOTED;
        while (true) {
            int quote = quote(position);
            if (quote + 1 >= valid && !ended) {
                return INCOMPLETE;
            }
            if (quote == valid) {
                throw refused(FileError.QUOTE_NOT_CLOSED, "a quote is not closed");
            }
            position = quote + 1;
            if (position == valid || buffer[position] != QUOTE) {
                requireStop(position);
                add(start + 1, quote, form);
                return position;
            }
            form = FieldBlock.ESCAPED;
            escaped = true;
            position++;
        }
    }

    private void requireStop(int position) {
        if (position < valid) {
            byte sign = buffer[position];
            if (sign != delimiter && sign != '\n' && sign != '\r') {
                throw refused(FileError.QUOTE_NOT_CLOSED, "something stands between a closing quote and the delimiter");
            }
        }
    }

    /** The next quote, or the end of what is valid; counts the lines that end before it. */
    private int quote(int start) {
        for (int word = start; word < valid; word += Long.BYTES) {
            long eight = EightBytes.load(buffer, word);
            long marks = EightBytes.equal(eight, QUOTES) | EightBytes.below(eight, CONTROLS);
            while (marks != 0) {
                int found = word + EightBytes.first(marks);
                byte sign = buffer[found];
                if (found >= valid) {
                    return valid;
                }
                if (sign == QUOTE) {
                    return found;
                }
                linesInside += sign == '\r' || sign == '\n' && buffer[found - 1] != '\r' ? 1 : 0;
                marks &= marks - 1;
            }
        }
        return valid;
    }

    private void add(int start, int stop, byte form) {
        if (stop - start > longestField && characters(start, stop) > longestField) {
            throw refused(FileError.FIELD_TOO_LONG, "a field has more than " + longestField + " characters");
        }
        block.add(start, stop, form);
    }

    /** Characters of two bytes, as other parsers count them. */
    private int characters(int start, int stop) {
        int count = 0;
        for (int index = start; index < stop; index++) {
            int sign = buffer[index] & 0xFF;
            count += (sign & 0xC0) == 0x80 ? 0 : sign >= 0xF0 ? 2 : 1;
        }
        return count;
    }

    /** Brings more bytes behind those of the record that begins at {@link #at}. */
    private void fill() throws IOException {
        if (exhausted || filled - valid >= Utf8.MOST_BYTES) {
            throw notUtf8();
        }
        if (at > FRONT) {
            System.arraycopy(buffer, at, buffer, FRONT, filled - at);
            int moved = at - FRONT;
            base += moved;
            valid -= moved;
            filled -= moved;
            at = FRONT;
        } else if (filled == FRONT + block.capacity()) {
            enlarge();
        }
        int count = input.readNBytes(buffer, filled, FRONT + block.capacity() - filled);
        filled += count;
        exhausted = filled < FRONT + block.capacity();
        valid = Utf8.validTo(buffer, valid, filled);
        ended = exhausted && valid == filled;
    }

    private void enlarge() {
        if (block.capacity() >= CsvRecords.largestField()) {
            throw refused(FileError.FIELD_TOO_LONG, "it takes more than " + block.capacity() + " bytes");
        }
        buffer = block.enlarge(2 * block.capacity(), filled);
    }

    private SluiceException notUtf8() {
        return refused(FileError.CHARSET_MISMATCH, "it holds bytes that are no UTF-8");
    }

    private SluiceException refused(FileError code, String why) {
        return new SluiceException(
                code, "%s: the record that begins in line %d: %s".formatted(split.path(), line, why));
    }

    @Override
    public FieldBlock fields() {
        return block;
    }

    @Override
    public long nextByte() {
        return base + at;
    }

    @Override
    public long nextLine() {
        return line;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
