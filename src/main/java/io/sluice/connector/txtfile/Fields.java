package io.sluice.connector.txtfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields of one record as characters, one behind the other; reused for all records of a file. */
final class Fields {
    private char[] text = new char[1024];
    private int[] ends = new int[64];
    private boolean[] quoted = new boolean[64];
    private int count;
    private long line;

    void begin(long firstLine) {
        count = 0;
        line = firstLine;
    }

    void add(char[] source, int from, int length, boolean inQuotes) {
        int at = start(count);
        if (at + length > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, at + length));
        }
        System.arraycopy(source, from, text, at, length);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
            quoted = Arrays.copyOf(quoted, 2 * count);
        }
        ends[count] = at + length;
        quoted[count] = inQuotes;
        count++;
    }

    int count() {
        return count;
    }

    /** The line of the file in which the record begins, from 1. */
    long line() {
        return line;
    }

    /** The characters of all fields; changes with the next record. */
    char[] text() {
        return text;
    }

    int start(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    int end(int field) {
        return ends[field];
    }

    boolean inQuotes(int field) {
        return quoted[field];
    }

    String string(int field) {
        return new String(text, start(field), end(field) - start(field));
    }

    List<String> strings() {
        List<String> all = new ArrayList<>(count);
        for (int field = 0; field < count; field++) {
            all.add(string(field));
        }
        return all;
    }
}
