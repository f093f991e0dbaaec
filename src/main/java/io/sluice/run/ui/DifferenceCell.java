package io.sluice.run.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a row that differs as a grid shows it: what both sides have in common around the part that differs, which is
 * brought into sight when it stands far behind the beginning.
 *
 * @param before common beginning; all of a value that does not differ; null for NULL
 * @param part what differs; empty when nothing does
 * @param after common end
 * @param hidden whether what differs lies in the part of the value that was not kept
 */
record DifferenceCell(@Nullable String before, String part, String after, boolean hidden) {
    private static final int LONGEST = 120;
    private static final int AROUND = 24;
    private static final String CUT = "…";

    /** A value that is the same on both sides, or has no other side. */
    static DifferenceCell same(@Nullable String value) {
        return new DifferenceCell(value == null ? null : start(value), "", "", false);
    }

    /** The value of one side beside that of the other. */
    static DifferenceCell of(@Nullable String value, @Nullable String other) {
        if (value == null || other == null) {
            return value == null ? same(null) : new DifferenceCell("", start(value), "", false);
        }
        int common = beginning(value, other);
        int end = end(value, other, common);
        String before = value.substring(0, common);
        String part = value.substring(common, value.length() - end);
        String after = value.substring(value.length() - end);
        String shown = before.length() > LONGEST - AROUND
                ? CUT + before.substring(safe(before, before.length() - AROUND))
                : before;
        return new DifferenceCell(shown, start(part), start(after), value.equals(other));
    }

    /** How many characters both begin with; never a half of one. */
    private static int beginning(String value, String other) {
        int most = Math.min(value.length(), other.length());
        int common = 0;
        while (common < most && value.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common > 0 && Character.isHighSurrogate(value.charAt(common - 1)) ? common - 1 : common;
    }

    private static int end(String value, String other, int common) {
        int most = Math.min(value.length(), other.length()) - common;
        int end = 0;
        while (end < most && value.charAt(value.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return end > 0 && Character.isLowSurrogate(value.charAt(value.length() - end)) ? end - 1 : end;
    }

    private static int safe(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private static String start(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, safe(text, LONGEST)) + CUT;
    }

    /** The cells of one side of a row. @param differing whether the column at a place differs */
    static List<DifferenceCell> row(
            List<@Nullable String> values, List<@Nullable String> others, List<Boolean> differing) {
        List<DifferenceCell> cells = new ArrayList<>(values.size());
        for (int column = 0; column < values.size(); column++) {
            boolean two = differing.get(column) && column < others.size();
            cells.add(two ? of(values.get(column), others.get(column)) : same(values.get(column)));
        }
        return cells;
    }
}
