package io.sluice.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * English patterns with their translations, by which the texts that were made of them are recognised. The pattern with
 * the most words of its own wins. A translation marks as {@code {0,said}} what is a text of this kind itself.
 */
final class PatternBook {
    private static final int FEWEST_LETTERS = 4;

    /** A pattern of fewer letters that begins with a place would be found in many a sentence of somebody else. */
    private static final int TELLING = 14;

    private static final String ANYTHING = "(.*)";

    /** What stands before a colon is a name; further colons belong to what is said of it. */
    private static final String UP_TO_COLON = "(.*?)";

    private static final String ONE_WORD = "(\\S*)";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(,said)?}");

    private final List<Known> known;

    private PatternBook(List<Known> known) {
        this.known = known;
    }

    /**
     * @param anchor the longest piece of the pattern, which a text must hold to be worth a closer look
     * @param letters of the pattern itself
     */
    private record Known(Pattern shape, String anchor, long letters, String translation) {}

    static PatternBook of(ResourceBundle... bundles) {
        List<Known> known = new ArrayList<>();
        for (ResourceBundle bundle : bundles) {
            for (String english : bundle.keySet()) {
                Known one = known(english, bundle.getString(english));
                if (one.letters() >= FEWEST_LETTERS) {
                    known.add(one);
                }
            }
        }
        known.sort(Comparator.comparingLong(Known::letters).reversed());
        return new PatternBook(List.copyOf(known));
    }

    private static Known known(String english, String translation) {
        String[] pieces = PLACE.split(english, -1);
        String anchor = Arrays.stream(pieces)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        long letters = PLACE.matcher(english)
                .replaceAll("")
                .chars()
                .filter(Character::isLetter)
                .count();
        String shape = Arrays.stream(pieces).map(Pattern::quote).collect(Collectors.joining(ANYTHING));
        boolean vague = pieces.length > 1 && pieces[0].isEmpty() && letters < TELLING;
        String narrow = vague ? ONE_WORD + shape.substring(Pattern.quote("").length() + ANYTHING.length()) : shape;
        String named = narrow.replace(ANYTHING + "\\Q: ", UP_TO_COLON + "\\Q: ");
        return new Known(Pattern.compile(named, Pattern.DOTALL), anchor, letters, translation);
    }

    /**
     * The translation of a text, when it is recognised.
     *
     * @param inner translates what is itself a text of this kind
     */
    Optional<String> translated(String text, UnaryOperator<String> inner) {
        for (Known one : known) {
            if (text.contains(one.anchor())) {
                Matcher found = one.shape().matcher(text);
                if (found.matches()) {
                    return Optional.of(filled(one.translation(), found.toMatchResult(), inner));
                }
            }
        }
        return Optional.empty();
    }

    private static String filled(String translation, MatchResult found, UnaryOperator<String> inner) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        Matcher place = PLACE.matcher(translation);
        while (place.find()) {
            filled.append(translation, from, place.start());
            String argument = found.group(1 + Integer.parseInt(place.group(1)));
            append(filled, place.group(2) == null ? argument : inner.apply(argument));
            from = place.end();
        }
        append(filled, translation.substring(from));
        return filled.toString();
    }

    /** A blank stands between Chinese and what begins with a Latin letter or a digit. */
    private static void append(StringBuilder filled, String text) {
        boolean behindWords = !filled.isEmpty() && Character.isIdeographic(filled.charAt(filled.length() - 1));
        boolean latin = !text.isEmpty() && text.charAt(0) < 128 && Character.isLetterOrDigit(text.charAt(0));
        filled.append(behindWords && latin ? " " : "").append(text);
    }
}
