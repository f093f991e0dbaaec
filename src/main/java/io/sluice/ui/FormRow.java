package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;

/** One row of a form: the label aside, the input, and below it a hint that gives way to what is wrong. */
public final class FormRow extends Described {
    private final Span hint = new Span();
    private final Div problem = new Div();

    public FormRow(String label, boolean required, Component input, String help) {
        addClassName("sl-formrow");
        Span name = new Span(label);
        NativeLabel caption = new NativeLabel();
        caption.add(name);
        if (required) {
            Span star = new Span("*");
            star.addClassName("sl-required");
            star.getElement().setAttribute("aria-hidden", "true");
            caption.add(star);
        }
        input.getElement().setProperty("accessibleName", label);
        hint.setText(help);
        hint.addClassName("sl-hint");
        problem.addClassName("sl-problem");
        problem.getElement().setAttribute("role", "alert");
        Div field = new Div(input, hint, problem);
        field.addClassName("sl-formfield");
        add(caption, field);
        clearProblem();
    }

    /** Says something about the value below it. */
    public void hint(String sentence) {
        hint.setText(sentence);
        hint.setVisible(!problem.isVisible() && !sentence.isEmpty());
    }

    /** Shows what is wrong in place of the hint. */
    public void showProblem(String message) {
        problem.removeAll();
        problem.add(State.FAILED.glyph(), new Span(message));
        problem.setVisible(true);
        hint.setVisible(false);
    }

    boolean hasProblem() {
        return problem.isVisible();
    }

    /** Shows the hint again. */
    public void clearProblem() {
        problem.setVisible(false);
        hint.setVisible(!hint.getText().isEmpty());
    }
}
