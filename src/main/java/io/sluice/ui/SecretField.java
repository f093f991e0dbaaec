package io.sluice.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.textfield.PasswordField;

/** A field for a password; the button that shows it is named in the user's language. */
final class SecretField extends PasswordField {
    SecretField(String label) {
        super(label);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs("this.i18n = { reveal: $0 }", getTranslation("password.show"));
    }
}
