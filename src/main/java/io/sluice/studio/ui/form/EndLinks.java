package io.sluice.studio.ui.form;

import com.vaadin.flow.component.html.Div;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be done with a side: look at rows of a source, create the table of a target. */
final class EndLinks {
    private final Side side;
    private final TaskEditing editing;
    private final FormServices services;
    private final Supplier<Optional<SyncTask.Step>> step;

    EndLinks(Side side, TaskEditing editing, FormServices services, Supplier<Optional<SyncTask.Step>> step) {
        this.side = side;
        this.editing = editing;
        this.services = services;
        this.step = step;
    }

    void addTo(Div foot) {}
}
