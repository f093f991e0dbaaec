package io.sluice.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The texts of all screens in English and Simplified Chinese, from the message bundles. Texts are
 * {@link MessageFormat} patterns when parameters are given and plain text otherwise.
 */
@Component
public final class Translations implements I18NProvider {
    static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
    static final List<String> BUNDLES = List.of(
            "messages",
            "messages-studio",
            "messages-form",
            "messages-mapping",
            "messages-processing",
            "messages-editor",
            "messages-versions",
            "messages-run",
            "messages-import",
            "messages-tree");

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale locale, @Nullable Object... parameters) {
        String pattern = pattern(key, closest(locale));
        return parameters.length == 0 ? pattern : new MessageFormat(pattern, locale).format(parameters);
    }

    /** The language the product speaks that is closest to the wanted one; English when none is. */
    static Locale closest(Locale wanted) {
        return "zh".equals(wanted.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private static String pattern(String key, Locale locale) {
        for (String bundle : BUNDLES) {
            ResourceBundle texts = bundle(bundle, locale);
            if (texts.containsKey(key)) {
                return texts.getString(key);
            }
        }
        throw new MissingResourceException("no text for the key " + key, "messages", key);
    }

    static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
