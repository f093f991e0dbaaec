package io.sluice.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Language and theme of a browser: both are the user's choice, kept in a cookie by frontend/appearance.js, and follow
 * the browser until something has been chosen. The script runs before the first paint so that nothing flashes.
 */
@Component
class Appearance implements VaadinServiceInitListener {
    private static final String LANGUAGE_COOKIE = "sluice-language";
    private static final String THEME_COOKIE = "sluice-theme";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> prepare(response.getDocument(), response.getVaadinRequest()));
        event.getSource().addUIInitListener(init -> init.getUI().setLocale(language(VaadinRequest.getCurrent())));
    }

    /** Keeps the language and loads the page again in it. */
    static void choose(UI ui, Locale language) {
        ui.getPage().executeJs("window.sluice.chooseLanguage($0)", language.toLanguageTag());
    }

    /** Keeps the theme, one of {@code light}, {@code dark} and {@code system}, and applies it at once. */
    static void choose(UI ui, String theme) {
        ui.getPage().executeJs("window.sluice.chooseTheme($0)", theme);
    }

    static Locale language(VaadinRequest request) {
        return language(request.getCookies(), request.getLocale());
    }

    /** @param asked the language that the browser asks for where nobody has chosen one */
    static Locale language(Cookie @Nullable [] cookies, Locale asked) {
        return Translations.closest(
                cookie(cookies, LANGUAGE_COOKIE).map(Locale::forLanguageTag).orElse(asked));
    }

    /** The theme chosen in the browser of the current request. */
    static String chosenTheme() {
        return cookie(VaadinRequest.getCurrent().getCookies(), THEME_COOKIE).orElse("system");
    }

    private static Optional<String> cookie(Cookie @Nullable [] cookies, String name) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static void prepare(Document page, VaadinRequest request) {
        page.getElementsByTag("html").attr("lang", language(request).toLanguageTag());
        page.head().appendElement("script").attr("src", "sluice/appearance.js");
    }
}
