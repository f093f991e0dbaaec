package io.sluice.studio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.ui.Icon;
import io.sluice.ui.State;

/** A sentence about the task in front with one thing to do about it; stays until it is answered or put away. */
final class TaskNotice extends Div {
    private final Span text = new Span();
    private final Button answer = new Button();
    private Runnable action = () -> {};

    TaskNotice() {
        this(() -> {});
    }

    /** @param dismissed runs when it is put away without an answer */
    TaskNotice(Runnable dismissed) {
        addClassName("sl-notice");
        getElement().setAttribute("role", "status");
        answer.addThemeNames("small");
        answer.setId("notice-answer");
        answer.addClickListener(click -> answered());
        Button dismiss = new Button(Icon.CLOSE.create(), click -> {
            clear();
            dismissed.run();
        });
        dismiss.addThemeNames("tertiary", "icon", "small");
        dismiss.setAriaLabel(getTranslation("shell.close"));
        add(State.WARNING.glyph(), text, answer, dismiss);
        clear();
    }

    void show(String sentence, String answerText, Runnable todo) {
        text.setText(sentence);
        answer.setText(answerText);
        action = todo;
        setVisible(true);
    }

    void clear() {
        setVisible(false);
    }

    private void answered() {
        clear();
        action.run();
    }
}
