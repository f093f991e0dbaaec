package io.sluice.ui;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words a connector introduces itself and its fields with, in the user's language. Connectors describe themselves
 * in English, beside the code that gives the words their meaning; the bundle {@code connector-texts} translates whole
 * texts, found by the English one, so that a connector needs no keys and one without a translation still speaks.
 */
public final class ConnectorTexts {
    private static final String BUNDLE = "connector-texts";

    private ConnectorTexts() {}

    /** The text in the language of the current page. */
    public static String translated(String english) {
        UI page = UI.getCurrent();
        return page == null ? english : translated(english, page.getLocale());
    }

    static String translated(String english, Locale locale) {
        ResourceBundle texts = Translations.bundle(BUNDLE, Translations.closest(locale));
        return texts.containsKey(english) ? texts.getString(english) : english;
    }
}
