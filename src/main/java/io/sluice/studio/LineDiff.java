package io.sluice.studio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The lines in which two texts differ, by the algorithm of Myers: the fewest lines removed and added. */
public final class LineDiff {
    /** Beyond so many differing lines the middle counts as replaced as a whole. */
    private static final int MOST_STEPS = 2_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Line> reversed = new ArrayList<>();

    /** What became of a line. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /**
     * A line of either text.
     *
     * @param before its number in the older text, from 1; 0 when it is not there
     * @param after its number in the newer text, from 1; 0 when it is not there
     */
    public record Line(Kind kind, String text, int before, int after) {}

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** All lines of both texts in order, those they share once; removed ones stand before added ones. */
    public static List<Line> between(String before, String after) {
        return new LineDiff(before.lines().toList(), after.lines().toList()).lines();
    }

    private List<Line> lines() {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        int x = before.size();
        int y = after.size();
        for (int i = 0; i < end; i++) {
            same(--x, --y);
        }
        middle(start, x, y);
        for (int i = start; i > 0; i--) {
            same(i - 1, i - 1);
        }
        Collections.reverse(reversed);
        return removedFirst();
    }

    private void middle(int start, int x, int y) {
        int width = x - start;
        int height = y - start;
        List<int[]> trace = trace(start, width, height);
        if (trace.isEmpty() && width + height > 0) {
            for (int i = y; i > start; i--) {
                added(i - 1);
            }
            for (int i = x; i > start; i--) {
                removed(i - 1);
            }
            return;
        }
        backtrack(trace, start, width, height);
    }

    /** The furthest reaching paths after each number of steps; empty when there would be too many. */
    private List<int[]> trace(int start, int width, int height) {
        int most = Math.min(width + height, MOST_STEPS);
        int[] reach = new int[2 * most + 3];
        List<int[]> trace = new ArrayList<>();
        for (int steps = 0; steps <= most; steps++) {
            trace.add(java.util.Arrays.copyOfRange(reach, most - steps, most + steps + 3));
            for (int k = -steps; k <= steps; k += 2) {
                int at = most + 1 + k;
                boolean down = k == -steps || (k != steps && reach[at - 1] < reach[at + 1]);
                int x = down ? reach[at + 1] : reach[at - 1] + 1;
                while (x < width && x - k < height && before.get(start + x).equals(after.get(start + x - k))) {
                    x++;
                }
                reach[at] = x;
                if (x >= width && x - k >= height) {
                    return trace;
                }
            }
        }
        return List.of();
    }

    private void backtrack(List<int[]> trace, int start, int width, int height) {
        int x = width;
        int y = height;
        for (int steps = trace.size() - 1; steps >= 0; steps--) {
            int[] reach = trace.get(steps);
            int k = x - y;
            int at = steps + 1 + k;
            boolean down = k == -steps || (k != steps && reach[at - 1] < reach[at + 1]);
            int fromX = steps == 0 ? 0 : down ? reach[at + 1] : reach[at - 1];
            int fromY = steps == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY && x > 0 && y > 0) {
                same(start + --x, start + --y);
            }
            if (steps > 0) {
                if (down) {
                    added(start + --y);
                } else {
                    removed(start + --x);
                }
            }
        }
    }

    private void same(int x, int y) {
        reversed.add(new Line(Kind.SAME, before.get(x), x + 1, y + 1));
    }

    private void added(int y) {
        reversed.add(new Line(Kind.ADDED, after.get(y), 0, y + 1));
    }

    private void removed(int x) {
        reversed.add(new Line(Kind.REMOVED, before.get(x), x + 1, 0));
    }

    private List<Line> removedFirst() {
        List<Line> ordered = new ArrayList<>(reversed.size());
        List<Line> additions = new ArrayList<>();
        for (Line line : reversed) {
            switch (line.kind()) {
                case ADDED -> additions.add(line);
                case REMOVED -> ordered.add(line);
                case SAME -> {
                    ordered.addAll(additions);
                    additions.clear();
                    ordered.add(line);
                }
            }
        }
        ordered.addAll(additions);
        return ordered;
    }
}
