package io.sluice.ui;

import com.vaadin.flow.component.html.Span;

/** A small label: a pill with a glyph for a state, a square outline for an environment. */
public final class Chip extends Span {
    private Chip(String variant) {
        addClassNames("sl-chip", variant);
    }

    /** A pill that shows a state with its glyph and a word. */
    public static Chip of(State state, String text) {
        Chip chip = new Chip("sl-chip-" + state.cssName());
        chip.add(state.glyph(), new Span(text));
        return chip;
    }

    /** A pill without a state, such as a parameter's value. */
    public static Chip outline(String text) {
        Chip chip = new Chip("sl-chip-outline");
        chip.setText(text);
        return chip;
    }

    /** The square label of the development environment. */
    public static Chip environment(String text) {
        Chip chip = new Chip("sl-chip-environment");
        chip.setText(text);
        return chip;
    }
}
