package io.sluice.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a few letters stand in a text in their order.
 *
 * @param score greater is closer: a piece of the text beats scattered letters, the start of a word beats its middle
 * @param places where the letters stand, in characters
 * @param whole whether they stand together
 */
record LetterMatch(int score, List<Integer> places, boolean whole) {
    private static final int TOGETHER = 1_000;
    private static final int SCATTERED = 400;
    private static final int AT_WORD = 200;
    private static final int AT_START = 300;

    LetterMatch {
        places = List.copyOf(places);
    }

    static Optional<LetterMatch> of(String letters, String text) {
        Optional<LetterMatch> piece = together(letters, text);
        return piece.isPresent() ? piece : scattered(letters, text);
    }

    private static Optional<LetterMatch> together(String letters, String text) {
        int best = -1;
        for (int at = 0; at <= text.length() - letters.length(); at++) {
            if (text.regionMatches(true, at, letters, 0, letters.length())) {
                if (best < 0 || startsWord(text, at)) {
                    best = at;
                }
                if (startsWord(text, at)) {
                    break;
                }
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int place = best;
        int score =
                TOGETHER - Math.min(200, place) - Math.min(100, text.length() - letters.length()) + bonus(text, place);
        return Optional.of(new LetterMatch(
                score, IntStream.range(place, place + letters.length()).boxed().toList(), true));
    }

    private static Optional<LetterMatch> scattered(String letters, String text) {
        List<Integer> places = new ArrayList<>();
        int score = SCATTERED;
        int at = 0;
        for (int i = 0; i < letters.length(); i++) {
            int next = next(text, letters.charAt(i), at);
            if (next < 0) {
                return Optional.empty();
            }
            score += startsWord(text, next) ? 20 : -Math.min(40, next - at);
            places.add(next);
            at = next + 1;
        }
        return score > 0 ? Optional.of(new LetterMatch(score, places, false)) : Optional.empty();
    }

    /** The next place of a letter; one that starts a word is taken before one in the middle of it. */
    private static int next(String text, char letter, int from) {
        int first = -1;
        for (int at = from; at < text.length(); at++) {
            if (Character.toLowerCase(text.charAt(at)) == Character.toLowerCase(letter)) {
                if (at == from || startsWord(text, at)) {
                    return at;
                }
                first = first < 0 ? at : first;
            }
        }
        return first;
    }

    private static int bonus(String text, int at) {
        return at == 0 ? AT_START : startsWord(text, at) ? AT_WORD : 0;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || (Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1)));
    }
}
