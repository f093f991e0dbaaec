package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.ui.State;

/** How far something is that goes on in the background, in one line, and what can be done about it. */
final class WorkBar extends Div {
    private final Span sentence = text("sl-going-sentence", "");
    private final Div fill = block("sl-bar-fill");
    private final Div bar = block("sl-bar", fill);
    private final Button button = new Button();

    /** @param action what its button does */
    WorkBar(Runnable action) {
        addClassName("sl-going");
        button.addThemeNames("small");
        button.addClickListener(click -> action.run());
        bar.getElement().setAttribute("role", "progressbar");
        add(State.RUNNING.glyph(), sentence, bar, button);
        setVisible(false);
    }

    Button button() {
        return button;
    }

    /** @param share of what is to be done, 0 to 1 */
    void show(String words, double share) {
        long percent = Math.round(100 * Math.clamp(share, 0, 1));
        sentence.setText(words);
        fill.getStyle().set("width", percent + "%");
        bar.getElement().setAttribute("aria-label", words);
        bar.getElement().setAttribute("aria-valuenow", Long.toString(percent));
        setVisible(true);
    }
}
