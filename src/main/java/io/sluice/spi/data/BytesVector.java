package io.sluice.spi.data;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text and binary values, held in one of two forms: the bytes (text as UTF-8) packed one behind the other, or
 * references to strings. Turning one form into the other costs some 18 ns a value (design/style.md section 3), so it
 * happens only for a whole vector and only when the consumer asks for the other form: bytes that arrive as UTF-8 and
 * leave as UTF-8 are never decoded.
 *
 * <p>The form of a filled vector is decided by the first value of the batch; a later value of the other form is
 * converted while it is set.
 */
public final class BytesVector extends Vector {
    private static final int FIRST_BYTES_PER_ROW = 16;

    private final int[] ends;
    private byte[] data;
    private String[] strings = new String[0];
    private boolean stringForm;
    private int filled;
    private long stringBytes;

    BytesVector(int capacity) {
        super(capacity);
        ends = new int[capacity];
        data = new byte[capacity * FIRST_BYTES_PER_ROW];
    }

    /** Appends the value of {@code row} as bytes; rows must be set in ascending order without gaps. */
    public void set(int row, byte[] source, int from, int length) {
        if (stringForm) {
            set(row, new String(source, from, length, StandardCharsets.UTF_8));
            return;
        }
        int at = filledBytes(row);
        reserve(at, length);
        System.arraycopy(source, from, data, at, length);
        ends[row] = at + length;
        filled = row + 1;
        setValid(row);
    }

    public void set(int row, byte[] source) {
        set(row, source, 0, source.length);
    }

    /** Appends one value for all rows from {@code from} (inclusive) to {@code to} (exclusive). */
    public void fill(int from, int to, byte[] value) {
        if (stringForm || (long) value.length * (to - from) > Integer.MAX_VALUE / 2) {
            for (int row = from; row < to; row++) {
                set(row, value);
            }
            return;
        }
        int start = filledBytes(from);
        int total = value.length * (to - from);
        reserve(start, total);
        repeat(value, start, total);
        for (int row = from; row < to; row++) {
            ends[row] = start + (row - from + 1) * value.length;
        }
        commitRows(from, to);
    }

    /** Doubles what is there until {@code total} bytes are; a copy per row costs several times as much. */
    private void repeat(byte[] value, int start, int total) {
        int done = Math.min(value.length, total);
        System.arraycopy(value, 0, data, start, done);
        while (done < total) {
            int next = Math.min(done, total - done);
            System.arraycopy(data, start, data, start + done, next);
            done += next;
        }
    }

    /**
     * Sets the value of {@code row} as a string; rows must be set in ascending order without gaps.
     *
     * @throws SluiceException VALUE_NOT_CONVERTIBLE for half of a surrogate pair, which no target can store: found
     *     here it costs one record, found when the whole vector turns into bytes it would cost the batch
     */
    public void set(int row, String value) {
        requireWholePairs(value);
        if (!stringForm && filledBytes(row) == 0) {
            useStrings();
        }
        if (!stringForm) {
            set(row, value.getBytes(StandardCharsets.UTF_8));
            return;
        }
        strings[row] = value;
        stringBytes += value.length();
        filled = row + 1;
        setValid(row);
    }

    /**
     * Opens room for {@code length} bytes of {@code row} and returns where to write them in {@link #data()}; the
     * caller fills them and then calls {@link #commit}. Spares a copy where a decoder can write in place. Puts the
     * vector in the form of bytes.
     */
    public int reserveFor(int row, int length) {
        requireBytes();
        int at = filledBytes(row);
        reserve(at, length);
        return at;
    }

    /** Ends a value begun with {@link #reserveFor} that took {@code length} bytes. */
    public void commit(int row, int length) {
        ends[row] = filledBytes(row) + length;
        filled = row + 1;
        setValid(row);
    }

    /**
     * Where the values of all rows end in {@link #data()}, for loops that fill many rows: reserve room for all of them
     * at the first, write bytes and ends, then call {@link #commitRows}. Puts the vector in the form of bytes.
     */
    public int[] ends() {
        requireBytes();
        return ends;
    }

    /** Ends the rows {@code from} (inclusive) to {@code to} (exclusive), whose bytes and {@link #ends()} are written. */
    public void commitRows(int from, int to) {
        filled = to;
        setValid(from, to);
    }

    @Override
    public void setNull(int row) {
        super.setNull(row);
        if (stringForm) {
            strings[row] = "";
        } else {
            ends[row] = filledBytes(row);
        }
        filled = row + 1;
    }

    /** Whether the values are strings now; asking for the other form is allowed and converts the vector. */
    public boolean holdsStrings() {
        return stringForm;
    }

    /** All values one behind the other; puts the vector in the form of bytes. The array changes when values are added. */
    public byte[] data() {
        requireBytes();
        return data;
    }

    /** Where the value of {@code row} begins in {@link #data()}. */
    public int start(int row) {
        requireBytes();
        return row == 0 ? 0 : ends[row - 1];
    }

    /** Where the value of {@code row} ends in {@link #data()}, exclusive. */
    public int end(int row) {
        requireBytes();
        return ends[row];
    }

    public int length(int row) {
        return end(row) - start(row);
    }

    /** The value as a new array. */
    public byte[] bytes(int row, int from) {
        return Arrays.copyOfRange(data(), start(row) + from, end(row));
    }

    /** The text of {@code row}; does not convert the vector, so ask for {@link #requireStrings} first in a loop over all rows. */
    public String string(int row) {
        if (stringForm) {
            return strings[row];
        }
        int start = row == 0 ? 0 : ends[row - 1];
        return new String(data, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    /** Puts the whole vector in the form of strings. */
    public void requireStrings() {
        if (stringForm) {
            return;
        }
        int rows = filled;
        allocateStrings();
        for (int row = 0; row < rows; row++) {
            strings[row] = isNull(row) ? "" : string(row);
        }
        stringBytes = rows == 0 ? 0 : ends[rows - 1];
        stringForm = true;
    }

    /** Puts the whole vector in the form of bytes. */
    public void requireBytes() {
        if (!stringForm) {
            return;
        }
        stringForm = false;
        int rows = filled;
        for (int row = 0; row < rows; row++) {
            if (isNull(row)) {
                setNull(row);
            } else {
                set(row, strings[row].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void requireWholePairs(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(unit)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (!pair) {
                throw new SluiceException(
                        CommonError.VALUE_NOT_CONVERTIBLE, "Text with half of a surrogate pair at character " + at);
            }
            at++;
        }
    }

    private int filledBytes(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    private void reserve(int at, int length) {
        if (at + length < 0) {
            throw new SluiceException(
                    CommonError.VALUE_OUT_OF_RANGE, "A batch cannot hold more than 2 GiB in one column");
        }
        if (at + length > data.length) {
            data = Arrays.copyOf(data, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(2L * data.length, at + length)));
        }
    }

    private void useStrings() {
        allocateStrings();
        stringBytes = 0;
        stringForm = true;
    }

    private void allocateStrings() {
        if (strings.length == 0) {
            strings = new String[ends.length];
            Arrays.fill(strings, "");
        }
    }

    long volume() {
        return stringForm ? stringBytes : filledBytes(filled);
    }

    @Override
    void clear() {
        super.clear();
        if (stringForm) {
            Arrays.fill(strings, 0, filled, "");
        }
        stringForm = false;
        filled = 0;
        stringBytes = 0;
    }

    @Override
    void move(int from, int to) {
        if (stringForm) {
            strings[to] = strings[from];
        } else {
            int start = filledBytes(from);
            int length = ends[from] - start;
            int target = filledBytes(to);
            System.arraycopy(data, start, data, target, length);
            ends[to] = target + length;
        }
        moveValidity(from, to);
    }

    @Override
    void truncate(int rows) {
        super.truncate(rows);
        filled = Math.min(filled, rows);
    }

    @Override
    long bytes(int rows) {
        return volume();
    }
}
