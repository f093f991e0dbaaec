package io.sluice.jobfile.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.jobfile.PlannedJob;
import io.sluice.jobfile.Remark;
import io.sluice.run.ui.Blocks;
import java.util.List;

/** The remarks on one job: each with the place it is about. */
final class RemarkList extends Div {
    private static final int MOST = 200;

    RemarkList() {
        addClassName("sl-remarks");
        getElement().setAttribute("role", "region").setAttribute("tabindex", "0");
        getElement().setAttribute("aria-label", getTranslation("import.remarks"));
    }

    void show(PlannedJob job, String name) {
        removeAll();
        add(Blocks.block(
                "sl-remarks-head",
                Blocks.text("sl-strong", job.file().isEmpty() ? name : job.file()),
                Blocks.text("sl-small sl-muted", job.job().dialect().label() + " · " + job.ends())));
        if (job.remarks().isEmpty()) {
            add(Blocks.text("sl-muted", getTranslation("import.remarks.none")));
        }
        show(job.remarks());
    }

    void show(List<Remark> remarks) {
        remarks.stream().limit(MOST).forEach(remark -> add(line(remark)));
        if (remarks.size() > MOST) {
            add(Blocks.text("sl-muted", getTranslation("import.remarks.more", remarks.size() - MOST)));
        }
    }

    private static Div line(Remark remark) {
        boolean moved = !remark.to().isEmpty() && !remark.to().equals(remark.path());
        Span place = Blocks.text("sl-remark-path", moved ? remark.path() + " → " + remark.to() : remark.path());
        Div texts = Blocks.block("sl-column");
        if (!remark.path().isEmpty()) {
            texts.add(place);
        }
        if (!remark.message().isEmpty()) {
            texts.add(Blocks.text("sl-remark-message", remark.message()));
        }
        return Blocks.block("sl-remark", OutcomeLook.glyph(remark.kind()), texts);
    }
}
