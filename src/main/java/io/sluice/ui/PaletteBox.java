package io.sluice.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** Looks like a search field and opens the palette. */
public final class PaletteBox extends NativeButton {
    public PaletteBox() {
        addClassName("sl-palette-box");
        Span text = new Span(getTranslation("palette.open"));
        text.addClassName("sl-grow");
        Span key = new Span(getTranslation("palette.key"));
        key.addClassName("sl-key");
        add(Icon.SEARCH.create(), text, key);
        getElement()
                .executeJs("this.addEventListener('click', () => document.querySelector('sluice-palette')?.open())");
    }
}
