package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import io.sluice.run.ui.Blocks;

/** A small dialog with labels beside its fields, one answer that counts and a way out. */
class StudioDialog extends Dialog {
    private final Div fields = Blocks.block("sl-fields");
    private final Button answer = new Button();
    private final ShortcutRegistration enter;

    StudioDialog() {
        setCloseOnOutsideClick(false);
        answer.addClickListener(click -> answered());
        answer.addThemeNames("primary");
        enter = answer.addClickShortcut(Key.ENTER);
        add(fields);
        getFooter().add(new Button(getTranslation("studio.cancel"), click -> close()), answer);
    }

    /** What the answer does; closes the dialog itself when it is done. */
    void answered() {
        close();
    }

    final void titles(String title, String answerText) {
        setHeaderTitle(title);
        answer.setText(answerText);
    }

    final void sentence(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassNames("sl-wide", "sl-dialog-text");
        fields.add(paragraph);
    }

    final void field(String name, Component field) {
        NativeLabel label = new NativeLabel(name);
        label.setFor(field);
        field.getElement().setProperty("accessibleName", name);
        fields.add(label, field);
    }

    final void wide(Component component) {
        component.addClassName("sl-wide");
        fields.add(component);
    }

    /** Takes the answer off the Enter key, for one that cannot be taken back. */
    final void answerOnlyByButton() {
        enter.remove();
    }

    final Button answerButton() {
        return answer;
    }

    /** A third way beside the answer and the way out. */
    final void alternative(String text, Runnable action) {
        Button button = new Button(text, click -> {
            close();
            action.run();
        });
        getFooter().addComponentAtIndex(1, button);
    }
}
