package io.sluice.studio.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import io.sluice.run.ui.Blocks;

/** A dialog of the mapping: labels beside fields, an answer and a way out. */
final class MappingDialog extends Dialog {
    private final Div fields = Blocks.block("sl-fields");

    MappingDialog(String title) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        add(fields);
    }

    void sentence(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassNames("sl-wide", "sl-dialog-text");
        fields.add(paragraph);
    }

    void field(String name, Component field) {
        NativeLabel label = new NativeLabel(name);
        label.setFor(field);
        field.getElement().setProperty("accessibleName", name);
        fields.add(label, field);
    }

    /** Something that belongs to the field before it. */
    void below(Component component) {
        component.addClassName("sl-below");
        fields.add(component);
    }

    void wide(Component component) {
        component.addClassNames("sl-wide");
        fields.add(component);
    }

    /** A button that does something and closes the dialog. */
    void answer(String text, Runnable action) {
        Button answer = new Button(text, click -> {
            close();
            action.run();
        });
        answer.addThemeNames("primary");
        answer.setId("mapping-answer");
        getFooter().add(new Button(getTranslation("studio.cancel"), click -> close()), answer);
    }
}
