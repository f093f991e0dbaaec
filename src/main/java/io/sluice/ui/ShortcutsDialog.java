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
        line(getTranslation("shell.shortcut.save"), "Ctrl", "S");
        line(getTranslation("shell.shortcut.find"), "Ctrl", "F");
        line(getTranslation("shell.shortcut.complete"), "Ctrl", "Space");
        line(getTranslation("shell.shortcut.rename"), "F2");
        line(getTranslation("shell.shortcut.close"), "Esc");
        line(getTranslation("shell.shortcut.help"), "?");
        add(list);
        getFooter().add(new Button(getTranslation("shell.close"), click -> close()));
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
