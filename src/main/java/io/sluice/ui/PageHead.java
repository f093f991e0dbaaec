package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;

/** The head of a page: its title with a count at the left, its actions at the right. */
public final class PageHead extends Header {
    private final Span count = new Span();

    public PageHead(String title, Component... actions) {
        addClassName("sl-pagehead");
        count.addClassName("sl-count");
        count.setVisible(false);
        Div space = new Div();
        space.addClassName("sl-grow");
        add(new H1(title), count, space);
        add(actions);
    }

    /** Shows how many things the page lists. */
    public void count(long number) {
        count.setText(Long.toString(number));
        count.setVisible(true);
    }
}
