package io.sluice.jobfile.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.State;

/** How many jobs of an import are done. */
final class ProgressPage extends Div {
    private final int steps;
    private final ProgressBar bar;
    private final Span count = new Span();

    ProgressPage(int steps) {
        this.steps = Math.max(1, steps);
        bar = new ProgressBar(0, this.steps);
        addClassName("sl-import-progress");
        getElement().setAttribute("role", "status");
        add(Blocks.block("sl-row", State.RUNNING.glyph(), count), bar);
        show(0);
    }

    void show(int done) {
        bar.setValue(Math.min(done, steps));
        count.setText(getTranslation("import.progress", done, steps));
    }
}
