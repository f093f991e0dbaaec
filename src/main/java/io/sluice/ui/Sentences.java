package io.sluice.ui;

import com.vaadin.flow.component.UI;
import io.sluice.spi.Sentence;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Sentences about scripts, their parameters and job files in the user's language: the bundle {@code sentences} has
 * their patterns, found by the English one. What connectors say of themselves is looked for among their texts.
 */
public final class Sentences {
    private static final String BUNDLE = "sentences";

    private Sentences() {}

    /** The sentence in the language of the current page. */
    public static String translated(Sentence sentence) {
        UI page = UI.getCurrent();
        return page == null ? sentence.toString() : translated(sentence, page.getLocale());
    }

    static String translated(Sentence sentence, Locale locale) {
        ResourceBundle patterns = Translations.bundle(BUNDLE, Translations.closest(locale));
        return sentence.in(english -> patterns.containsKey(english)
                ? patterns.getString(english)
                : ConnectorTexts.translated(english, locale));
    }
}
