package io.sluice.spi;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sentence for people. It is written in English, with what it is about apart, so that an interface can say it in its
 * user's language; logs and the command line say it as it is.
 *
 * @param pattern English, with {@code {0}}, {@code {1}} and so on for the arguments; translations are found by it
 * @param arguments texts that are the same in every language, and other sentences
 */
public record Sentence(String pattern, List<Object> arguments) {
    /** Nothing to say. */
    public static final Sentence NONE = new Sentence("", List.of());

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    /** @param arguments texts, numbers, signs or other sentences */
    public static Sentence of(String pattern, Object... arguments) {
        return new Sentence(pattern, List.of(arguments));
    }

    /** A sentence that is said as it is, unless there is a translation of the whole. */
    public static Sentence plain(String text) {
        return new Sentence(text, List.of());
    }

    public boolean isEmpty() {
        return pattern.isEmpty();
    }

    /** The sentence in a language. @param translated the pattern of that language for an English one */
    public String in(UnaryOperator<String> translated) {
        String words = translated.apply(pattern);
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int at = words.indexOf('{'); at >= 0; at = words.indexOf('{', at + 1)) {
            int index = at + 2 < words.length() && words.charAt(at + 2) == '}' ? words.charAt(at + 1) - '0' : -1;
            if (index >= 0 && index < arguments.size()) {
                filled.append(words, from, at).append(word(arguments.get(index), translated));
                from = at + 3;
            }
        }
        return filled.append(words, from, words.length()).toString();
    }

    private static String word(Object argument, UnaryOperator<String> translated) {
        return argument instanceof Sentence inner ? inner.in(translated) : String.valueOf(argument);
    }

    /** In English. */
    @Override
    public String toString() {
        return in(UnaryOperator.identity());
    }
}
