package io.sluice.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.sluice.ui.PaletteEntry.Kind;
import io.sluice.workspace.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the shell itself gives to the palette: the views, theme, language, the way out. */
@Component
@Order(100)
class ShellPalette implements PaletteSource {
    private static final List<String> THEMES = List.of("light", "dark", "system");

    private final AuthenticationContext authentication;

    ShellPalette(AuthenticationContext authentication) {
        this.authentication = authentication;
    }

    @Override
    public List<PaletteEntry> entries(Member member) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (MenuEntry view : MenuConfiguration.getMenuEntries()) {
            entries.add(new PaletteEntry(
                    Kind.VIEW,
                    translate(view.title()),
                    "",
                    () -> UI.getCurrent().navigate(view.menuClass())));
        }
        for (String theme : THEMES) {
            entries.add(action(translate("palette.theme." + theme), () -> Appearance.choose(UI.getCurrent(), theme)));
        }
        for (Locale language : Translations.LOCALES) {
            String tag = Translations.closest(language).toLanguageTag();
            entries.add(
                    action(translate("palette.language." + tag), () -> Appearance.choose(UI.getCurrent(), language)));
        }
        entries.add(new PaletteEntry(
                Kind.ACTION, translate("palette.shortcuts"), "", "?", () -> new ShortcutsDialog().open()));
        entries.add(action(translate("palette.sign-out"), authentication::logout));
        return entries;
    }

    private static PaletteEntry action(String name, Runnable action) {
        return new PaletteEntry(Kind.ACTION, name, "", action);
    }
}
