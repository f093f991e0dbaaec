package io.sluice.studio.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Function;

/** Asks for the name of a new folder or flow. */
final class NameDialog extends StudioDialog {
    private final TextField name = new TextField();
    private final Function<String, String> create;

    /** @param create answers what is wrong with the name; an empty text when it was taken */
    NameDialog(String title, String answer, Function<String, String> create) {
        this.create = create;
        titles(title, answer);
        name.setAutofocus(true);
        field(getTranslation("new.name"), name);
        addOpenedChangeListener(opened -> name.focus());
    }

    @Override
    void answered() {
        String objection = create.apply(name.getValue());
        if (objection.isEmpty()) {
            close();
        } else {
            name.setErrorMessage(objection);
            name.setInvalid(true);
        }
    }
}
