package io.sluice.ui;

import com.vaadin.flow.component.UI;
import io.sluice.spi.Sentence;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences about scripts, their parameters and job files in the user's language: the bundle {@code sentences} has
 * their patterns, found by the English one. What connectors say of themselves is looked for among their texts, and what
 * was put together in English elsewhere is recognised.
 */
public final class Sentences {
    private static final String BUNDLE = "sentences";
    private static final Pattern QUOTED = Pattern.compile("(['“])([A-Za-z][A-Za-z0-9]*)(['”])");

    private Sentences() {}

    /** The sentence in the language of the current page. */
    public static String translated(Sentence sentence) {
        UI page = UI.getCurrent();
        return page == null ? sentence.toString() : translated(sentence, page.getLocale());
    }

    /**
     * The sentence in the language of the current page, in other words for the keys that stand in quotes in it; what it
     * has as arguments is no key.
     *
     * @param called how a key is called
     */
    public static String translated(Sentence sentence, UnaryOperator<String> called) {
        UI page = UI.getCurrent();
        Locale locale = page == null ? Locale.ENGLISH : page.getLocale();
        return sentence.in(english -> QUOTED.matcher(pattern(english, locale))
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + called.apply(found.group(2)) + found.group(3))));
    }

    /**
     * What a run, a connection test or a look-up reports in English, in the language of the current page. Lines behind
     * the first are a server's own words.
     */
    public static String translated(String report) {
        UI page = UI.getCurrent();
        if (page == null) {
            return report;
        }
        int end = report.indexOf('\n');
        String first = end < 0 ? report : report.substring(0, end);
        String rest = end < 0 ? "" : report.substring(end);
        return Reports.translated(first, Translations.closest(page.getLocale())) + rest;
    }

    /** A part of such a report that stands alone, such as the name of a split. */
    public static String part(String report) {
        UI page = UI.getCurrent();
        return page == null ? report : Reports.partTranslated(report, Translations.closest(page.getLocale()));
    }

    static String translated(Sentence sentence, Locale locale) {
        return sentence.in(english -> pattern(english, locale));
    }

    private static String pattern(String english, Locale locale) {
        Locale spoken = Translations.closest(locale);
        ResourceBundle patterns = Translations.bundle(BUNDLE, spoken);
        return patterns.containsKey(english) ? patterns.getString(english) : Reports.translated(english, spoken);
    }
}
