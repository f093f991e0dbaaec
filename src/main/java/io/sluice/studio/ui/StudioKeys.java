package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.Shortcuts;

/** The keys that work wherever the focus is in Data Studio; the editor has the same ones for itself. */
final class StudioKeys {
    private StudioKeys() {}

    static void listen(Component screen, StudioActions actions) {
        on(screen, actions::save, Key.KEY_S, KeyModifier.CONTROL);
        on(screen, actions::submit, Key.KEY_S, KeyModifier.CONTROL, KeyModifier.SHIFT);
        on(screen, actions::run, Key.ENTER, KeyModifier.CONTROL);
        on(screen, actions::closeFront, Key.KEY_W, KeyModifier.ALT);
    }

    /** What was typed into a field reaches the server before the key does its work. */
    private static void on(Component screen, Runnable action, Key key, KeyModifier... modifiers) {
        ShortcutRegistration keys = Shortcuts.addShortcutListener(screen, action::run, key, modifiers);
        keys.setResetFocusOnActiveElement(true);
    }
}
