package io.sluice.studio.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.sluice.script.Side;
import io.sluice.ui.Icon;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be done with a side: look at rows of a source, create the table of a target. */
final class EndLinks {
    private final Side side;
    private final TaskEditing editing;
    private final FormServices services;
    private final Supplier<Optional<FormTask>> task;

    /** @param task as the form shows it now */
    EndLinks(Side side, TaskEditing editing, FormServices services, Supplier<Optional<FormTask>> task) {
        this.side = side;
        this.editing = editing;
        this.services = services;
        this.task = task;
    }

    void addTo(Div foot) {
        if (side == Side.READER) {
            Button preview = new Button(foot.getTranslation("preview.link"), Icon.EYE.create(), click -> preview());
            preview.addThemeNames("tertiary", "small", "link");
            preview.setId("preview-rows");
            foot.add(preview);
        }
    }

    private void preview() {
        task.get()
                .ifPresent(now -> new PreviewDialog(
                                services.samples(),
                                editing.member(),
                                now.id(),
                                now.document().text())
                        .open());
    }
}
