package io.sluice.studio.ui.assist;

import java.util.List;

/**
 * What the guide says of a key, in the user's language.
 *
 * @param key as a script spells it
 * @param label name for people; empty when there is none but the key
 * @param about sentences; may be empty
 * @param facts short properties, such as its type
 * @param words what its value may be, and what that means
 * @param examples as scripts spell them
 * @param keys what may stand inside it
 */
public record GuideEntry(
        String key,
        String label,
        boolean required,
        String about,
        List<Fact> facts,
        List<Word> words,
        List<String> examples,
        List<Word> keys) {
    public GuideEntry {
        facts = List.copyOf(facts);
        words = List.copyOf(words);
        examples = List.copyOf(examples);
        keys = List.copyOf(keys);
    }

    /** @param code whether the value is spelled as in a script */
    public record Fact(String name, String value, boolean code) {}

    /** A word of scripts and what it means; the meaning may be empty. */
    public record Word(String word, String meaning) {}
}
