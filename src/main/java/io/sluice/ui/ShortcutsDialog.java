package io.sluice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** The list of keyboard shortcuts. */
final class ShortcutsDialog extends Dialog {
    private final DescriptionList list = new DescriptionList();

    ShortcutsDialog() {
        setHeaderTitle(getTranslation("shell.help"));
        list.addClassName("sl-shortcuts");
        everywhere();
        studio();
        script();
        add(list);
        getFooter().add(new Button(getTranslation("shell.close"), click -> close()));
    }

    private void everywhere() {
        line(getTranslation("shortcut.palette"), "Ctrl", "K");
        line(getTranslation("shortcut.regions"), "F6");
        line(getTranslation("shell.shortcut.help"), "?");
        line(getTranslation("shell.shortcut.close"), "Esc");
    }

    private void studio() {
        line(getTranslation("shell.shortcut.save"), "Ctrl", "S");
        line(getTranslation("shortcut.run"), "Ctrl", "Enter");
        line(getTranslation("shortcut.submit"), "Ctrl", "Shift", "S");
        line(getTranslation("shortcut.close-tab"), "Alt", "W");
        line(getTranslation("shortcut.tabs"), "←", "→");
        line(getTranslation("shortcut.tab-menu"), "Shift", "F10");
        line(getTranslation("shortcut.tree-toggle"), "Ctrl", "B");
        line(getTranslation("shortcut.tree-filter"), "/");
        line(getTranslation("shell.shortcut.rename"), "F2");
        line(getTranslation("shortcut.tree-choose"), "Shift", "↑", "↓");
        line(getTranslation("shortcut.tree-move"), "Alt", "↑", "↓");
        line(getTranslation("shortcut.tree-undo"), "Ctrl", "Z");
    }

    private void script() {
        line(getTranslation("shell.shortcut.find"), "Ctrl", "F");
        line(getTranslation("shell.shortcut.complete"), "Ctrl", "Space");
        line(getTranslation("shortcut.comment"), "Ctrl", "/");
        line(getTranslation("shortcut.format"), "Shift", "Alt", "F");
        line(getTranslation("shortcut.jump"), "Alt", "G");
        line(getTranslation("shortcut.undo"), "Ctrl", "Z", "Y");
    }

    private void line(String what, String... keys) {
        DescriptionList.Term term = new DescriptionList.Term();
        term.addClassNames("sl-row", "sl-row-tight");
        for (String key : keys) {
            Span cap = new Span(key);
            cap.addClassName("sl-key");
            term.add(cap);
        }
        list.add(term, new DescriptionList.Description(what));
    }
}
