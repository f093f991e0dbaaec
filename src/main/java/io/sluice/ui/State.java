package io.sluice.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The states a thing can be in, each with a colour and a shape of its own. */
public enum State {
    OK,
    RUNNING,
    FAILED,
    WARNING,
    WAITING,
    BLOCKED,
    FROZEN,
    NONE;

    /** The glyph alone, beside a text that already names the state. */
    public Span glyph() {
        Span glyph = new Span();
        glyph.addClassNames("sl-icon", "sl-state", "sl-state-" + cssName(), "sl-i-state-" + cssName());
        glyph.getElement().setAttribute("aria-hidden", "true");
        return glyph;
    }

    /** The glyph with a name for screen readers and as tooltip, where no text stands beside it. */
    public Span glyph(String name) {
        Span glyph = glyph();
        glyph.getElement().removeAttribute("aria-hidden");
        glyph.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", name)
                .setAttribute("title", name);
        return glyph;
    }

    String cssName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
