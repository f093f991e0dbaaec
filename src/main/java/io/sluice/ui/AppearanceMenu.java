package io.sluice.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.contextmenu.MenuItem;
import java.util.List;
import java.util.Locale;

/** The menus that change the language and the theme, on the rail and on the pages before signing in. */
final class AppearanceMenu {
    private static final List<String> THEMES = List.of("light", "dark", "system");

    private AppearanceMenu() {}

    static Component language() {
        RailButton button = new RailButton(Icon.GLOBE, translate("shell.language"));
        languages(button);
        return button;
    }

    static Component theme() {
        RailButton button = new RailButton(Icon.MOON, translate("shell.theme"));
        themes(button);
        return button;
    }

    /** The language with its name, for a page with room. */
    static Component namedLanguage() {
        Button button = new Button(name(UI.getCurrent().getLocale()), Icon.GLOBE.create());
        button.addThemeNames("tertiary");
        button.setAriaLabel(translate("shell.language"));
        languages(button);
        return button;
    }

    static Component plainTheme() {
        Button button = new Button(Icon.MOON.create());
        button.addThemeNames("tertiary", "icon");
        button.setAriaLabel(translate("shell.theme"));
        themes(button);
        return button;
    }

    private static void languages(Component button) {
        ContextMenu menu = menu(button);
        for (Locale language : Translations.LOCALES) {
            MenuItem item = menu.addItem(name(language), click -> Appearance.choose(UI.getCurrent(), language));
            item.setCheckable(true);
            item.setChecked(language.equals(Translations.closest(UI.getCurrent().getLocale())));
        }
    }

    private static void themes(Component button) {
        ContextMenu menu = menu(button);
        for (String theme : THEMES) {
            MenuItem item = menu.addItem(translate("shell.theme." + theme));
            item.setCheckable(true);
            item.setChecked(theme.equals(Appearance.chosenTheme()));
            item.addClickListener(click -> {
                menu.getItems().forEach(other -> other.setChecked(other.equals(item)));
                Appearance.choose(UI.getCurrent(), theme);
            });
        }
    }

    private static ContextMenu menu(Component button) {
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.setPosition(
                button instanceof RailButton ? ContextMenuPosition.END_BOTTOM : ContextMenuPosition.BOTTOM_END);
        return menu;
    }

    private static String name(Locale language) {
        return translate("language." + Translations.closest(language).toLanguageTag());
    }
}
