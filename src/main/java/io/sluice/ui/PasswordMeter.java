package io.sluice.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** Four bars and a sentence below a new password; its height never changes. */
final class PasswordMeter extends Div {
    private static final int BARS = 4;

    private final Div bars = new Div();
    private final Span sentence = new Span();

    PasswordMeter() {
        bars.addClassName("sl-meter");
        for (int i = 0; i < BARS; i++) {
            bars.getElement().appendChild(new Element("i"));
        }
        sentence.addClassNames("sl-hint");
        add(bars, sentence);
        show(PasswordStrength.NONE);
    }

    void show(PasswordStrength strength) {
        bars.getElement().setAttribute("data-strength", Integer.toString(strength.ordinal()));
        sentence.setText(
                switch (strength) {
                    case NONE -> getTranslation("setup.password.help");
                    case SHORT -> getTranslation("setup.password.short");
                    case WEAK -> getTranslation("setup.password.weak");
                    case GOOD -> getTranslation("setup.password.good");
                    case STRONG -> getTranslation("setup.password.strong");
                });
    }
}
