package io.sluice.studio.ui.form;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Consumer;

/** Whether a condition is a comparison or an expression. */
final class ConditionSwitch extends Div {
    private final NativeButton comparison;
    private final NativeButton expression;
    private final Consumer<Boolean> chosen;

    /** @param chosen hears whether it is an expression */
    ConditionSwitch(Consumer<Boolean> chosen) {
        this.chosen = chosen;
        addClassName("sl-segments");
        getElement()
                .setAttribute("role", "radiogroup")
                .setAttribute("aria-label", getTranslation("processing.filter.kind"))
                .setAttribute("data-arrows", "choose");
        comparison = segment("processing.filter.comparison", false);
        expression = segment("processing.filter.expression", true);
        add(comparison, expression);
        choose(false);
    }

    private NativeButton segment(String key, boolean byExpression) {
        NativeButton segment = new NativeButton(getTranslation(key), click -> choose(byExpression));
        segment.addClassName("sl-segment");
        segment.getElement().setAttribute("role", "radio");
        return segment;
    }

    void choose(boolean byExpression) {
        mark(comparison, !byExpression);
        mark(expression, byExpression);
        chosen.accept(byExpression);
    }

    private static void mark(NativeButton segment, boolean on) {
        segment.getElement()
                .setAttribute("aria-checked", Boolean.toString(on))
                .setAttribute("tabindex", on ? "0" : "-1");
    }
}
