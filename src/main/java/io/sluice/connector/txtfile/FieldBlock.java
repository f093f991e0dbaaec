package io.sluice.connector.txtfile;

import io.sluice.connector.file.FileError;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fields of some records as UTF-8 bytes. Values are decoded column by column, which needs several records at hand;
 * few enough that all of it stays in the processor's cache. Reused for all blocks of a file.
 *
 * <p>In front of the first byte and behind the last there are at least eight more in the array, so that whole words may
 * be looked at.
 */
final class FieldBlock {
    static final int MOST_RECORDS = 128;
    static final int MARGIN = 8;

    /** How a field stands in the file. */
    static final byte PLAIN = 0;

    static final byte QUOTED = 1;

    /** In quotes, and holding doubled ones. */
    static final byte ESCAPED = 2;

    private static final byte QUOTE = '"';

    private byte[] bytes;
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private byte[] forms = new byte[1024];
    private int fields;
    private int filled = MARGIN;
    private final int[] firsts = new int[MOST_RECORDS + 1];
    private final long[] lines = new long[MOST_RECORDS];
    private int records;

    /** @param capacity bytes, margins not counted */
    FieldBlock(int capacity) {
        bytes = new byte[capacity + 2 * MARGIN];
    }

    void clear() {
        records = 0;
        fields = 0;
        filled = MARGIN;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Bytes it has room for, margins not counted. */
    int capacity() {
        return bytes.length - 2 * MARGIN;
    }

    /** Makes room for {@code capacity} bytes and keeps those before {@code filled}. */
    byte[] enlarge(int capacity, int filled) {
        byte[] larger = new byte[capacity + 2 * MARGIN];
        System.arraycopy(bytes, 0, larger, 0, filled);
        bytes = larger;
        return larger;
    }

    /** Adds a field to the record that has not ended yet. */
    void add(int start, int end, byte form) {
        if (fields == starts.length) {
            starts = Arrays.copyOf(starts, 2 * fields);
            ends = Arrays.copyOf(ends, 2 * fields);
            forms = Arrays.copyOf(forms, 2 * fields);
        }
        starts[fields] = start;
        ends[fields] = end;
        forms[fields] = form;
        fields++;
    }

    /**
     * Adds a field that arrives as characters to the record that has not ended yet; not to be mixed with
     * {@link #add(int, int, byte)}.
     *
     * @throws SluiceException CHARSET_MISMATCH for half of a surrogate pair
     */
    void add(char[] source, int from, int length, boolean inQuotes) {
        int most = Math.addExact(filled, Math.multiplyExact(3, length));
        if (most > bytes.length - MARGIN) {
            enlarge(Math.max(most, 2 * bytes.length), filled);
        }
        int start = filled;
        try {
            filled = Utf8.encode(source, from, from + length, bytes, start);
        } catch (SluiceException half) {
            throw new SluiceException(FileError.CHARSET_MISMATCH, String.valueOf(half.getMessage()), half);
        }
        add(start, filled, inQuotes ? QUOTED : PLAIN);
    }

    /** Bytes that came from characters. */
    int filled() {
        return filled - MARGIN;
    }

    /** Forgets the fields of the record that has not ended yet. */
    void dropRecord() {
        fields = firsts[records];
    }

    /** Ends a record. @param line in which it begins */
    void endRecord(long line) {
        lines[records] = line;
        firsts[++records] = fields;
    }

    /** Makes single quotes of doubled ones in the fields of the record that has not ended yet. */
    void unescape() {
        for (int field = firsts[records]; field < fields; field++) {
            if (forms[field] == ESCAPED) {
                int to = starts[field];
                for (int from = to; from < ends[field]; from++) {
                    bytes[to++] = bytes[from];
                    from += bytes[from] == QUOTE ? 1 : 0;
                }
                ends[field] = to;
            }
        }
    }

    int records() {
        return records;
    }

    /** How many fields a record has. */
    int width(int record) {
        return firsts[record + 1] - firsts[record];
    }

    /** Where a record's first field stands in {@link #starts} and {@link #ends}. */
    int first(int record) {
        return firsts[record];
    }

    long line(int record) {
        return lines[record];
    }

    int[] starts() {
        return starts;
    }

    int[] ends() {
        return ends;
    }

    boolean inQuotes(int field) {
        return forms[field] != PLAIN;
    }

    /** The fields of a record as text. */
    List<String> strings(int record) {
        List<String> all = new ArrayList<>();
        for (int field = firsts[record]; field < firsts[record + 1]; field++) {
            all.add(new String(bytes, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8));
        }
        return all;
    }
}
