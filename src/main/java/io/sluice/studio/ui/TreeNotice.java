package io.sluice.studio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.ui.Icon;
import io.sluice.ui.State;

/** Says below the tree why something did not happen in it; stays until it is put away or something else is done. */
final class TreeNotice extends Div {
    private final Span text = new Span();

    TreeNotice() {
        addClassNames("sl-notice", "sl-tree-notice");
        getElement().setAttribute("role", "alert");
        Button dismiss = new Button(Icon.CLOSE.create(), click -> show(""));
        dismiss.addThemeNames("tertiary", "icon", "small");
        dismiss.setAriaLabel(getTranslation("tree.notice.close"));
        add(State.WARNING.glyph(), text, dismiss);
        show("");
    }

    /** Says a sentence; an empty one puts the last away. */
    void show(String sentence) {
        text.setText(sentence);
        setVisible(!sentence.isEmpty());
    }
}
