package io.sluice.spi.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known word that a mistyped one probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The closest of {@code known} by edit distance, ignoring case; null when none is near. */
    public static @Nullable String of(String given, Collection<String> known) {
        String lower = given.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, lower.length() / 3);
        String best = null;
        int bestDistance = allowed + 1;
        for (String word : known.stream().sorted().toList()) {
            int distance = distance(lower, word.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = word;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** Edits to turn one word into the other, where swapping two neighbours counts as one. */
    private static int distance(String left, String right) {
        int[][] edits = new int[left.length() + 1][right.length() + 1];
        Arrays.setAll(edits[0], column -> column);
        for (int row = 1; row <= left.length(); row++) {
            edits[row][0] = row;
            for (int column = 1; column <= right.length(); column++) {
                char one = left.charAt(row - 1);
                char other = right.charAt(column - 1);
                int replace = edits[row - 1][column - 1] + (one == other ? 0 : 1);
                int change = 1 + Math.min(edits[row - 1][column], edits[row][column - 1]);
                edits[row][column] = Math.min(replace, change);
                boolean swapped =
                        row > 1 && column > 1 && one == right.charAt(column - 2) && other == left.charAt(row - 2);
                if (swapped) {
                    edits[row][column] = Math.min(edits[row][column], edits[row - 2][column - 2] + 1);
                }
            }
        }
        return edits[left.length()][right.length()];
    }
}
