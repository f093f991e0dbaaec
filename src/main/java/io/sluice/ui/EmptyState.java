package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What a list shows while it has nothing: one sentence on what belongs here, and what to do next. */
public final class EmptyState extends Div {
    public EmptyState(String sentence, Component... actions) {
        addClassName("sl-empty");
        add(new Paragraph(sentence));
        add(actions);
    }
}
