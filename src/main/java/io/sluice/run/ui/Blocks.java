package io.sluice.run.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The plain elements that screens are laid out with; their looks come from their classes alone. */
public final class Blocks {
    private Blocks() {}

    /** A block with children. */
    public static Div block(String classes, Component... children) {
        Div block = new Div(children);
        block.addClassNames(classes.split(" "));
        return block;
    }

    /** A piece of text. */
    public static Span text(String classes, String text) {
        Span span = new Span(text);
        span.addClassNames(classes.split(" "));
        return span;
    }

    /** A paragraph of text. */
    public static Paragraph paragraph(String classes, String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassNames(classes.split(" "));
        return paragraph;
    }

    /** The room between what stands at the left and what stands at the right. */
    public static Div space() {
        return block("sl-grow");
    }
}
