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
 * @param places where else it can be found
 */
public record GuideEntry(
        String key,
        String label,
        boolean required,
        String about,
        List<Fact> facts,
        List<Word> words,
        List<String> examples,
        List<Word> keys,
        Places places) {
    public GuideEntry {
        facts = List.copyOf(facts);
        words = List.copyOf(words);
        examples = List.copyOf(examples);
        keys = List.copyOf(keys);
    }

    /**
     * Where the same is said elsewhere.
     *
     * @param shown whether there is anything to say about it
     * @param form the way to it in the form; empty when only the script has it
     * @param dataX the path in a DataX job; empty when DataX has no counterpart
     */
    public record Places(boolean shown, String form, String dataX) {
        static final Places NONE = new Places(false, "", "");
    }

    GuideEntry at(Places found) {
        return new GuideEntry(key, label, required, about, facts, words, examples, keys, found);
    }

    /** @param code whether the value is spelled as in a script */
    public record Fact(String name, String value, boolean code) {}

    /** A word of scripts and what it means; the meaning may be empty. */
    public record Word(String word, String meaning) {}
}
