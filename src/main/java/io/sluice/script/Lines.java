package io.sluice.script;

import java.util.Arrays;

/** Turns offsets into lines and columns and back. */
final class Lines {
    private final int length;
    private final int[] starts;

    Lines(String text) {
        length = text.length();
        int[] found = new int[64];
        int count = 1;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == length || text.charAt(i + 1) != '\n')) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    Place place(int start, int end) {
        int first = line(start);
        int last = line(end);
        return new Place(first + 1, start - starts[first] + 1, last + 1, end - starts[last] + 1);
    }

    /** The offset of a line and column counted from 1, moved into the text when it lies outside. */
    int offset(int line, int column) {
        int index = Math.clamp(line - 1L, 0, starts.length - 1);
        int end = index + 1 < starts.length ? starts[index + 1] - 1 : length;
        return Math.clamp(starts[index] + column - 1L, starts[index], Math.max(starts[index], end));
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
