package io.sluice.jobfile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.sluice.jobfile.ImportChoices;
import io.sluice.jobfile.ImportPlan;
import io.sluice.jobfile.PlannedSource;
import io.sluice.run.ui.Blocks;

/** The distinct connections of a plan and what becomes of them. */
final class SourceList extends Div {
    SourceList(ImportPlan plan, ImportChoices choices) {
        addClassName("sl-import-sources");
        getElement().setAttribute("role", "list");
        getElement().setAttribute("aria-label", getTranslation("import.sources"));
        int number = 0;
        for (PlannedSource source : plan.sources()) {
            Div row = row(source, number, choices);
            row.getElement().setAttribute("role", "listitem");
            add(row);
            number++;
        }
    }

    private Div row(PlannedSource source, int number, ImportChoices choices) {
        String user = source.user().isEmpty() ? "" : source.user() + " · ";
        return Blocks.block(
                "sl-import-source",
                OutcomeLook.chip(source.state()),
                name(source, number, choices),
                address(user + source.address()),
                Blocks.text("sl-small sl-muted", about(source)),
                Blocks.text(
                        "sl-small sl-muted sl-num",
                        getTranslation("import.source.jobs", source.jobs().size())));
    }

    /** Whole on hover, where there is no room for it. */
    private static Span address(String address) {
        Span line = Blocks.text("sl-import-address sl-cut", address);
        line.setTitle(address);
        return line;
    }

    private Component name(PlannedSource source, int number, ImportChoices choices) {
        if (source.state() == PlannedSource.State.REGISTERED) {
            return Blocks.text("sl-strong sl-cut", source.name());
        }
        TextField name = new TextField();
        name.setValue(source.name());
        name.setAriaLabel(getTranslation("import.source.name"));
        name.addValueChangeListener(change -> choices.renameSource(number, change.getValue()));
        return name;
    }

    private String about(PlannedSource source) {
        return switch (source.state()) {
            case REGISTERED -> getTranslation("import.source.registered.about");
            case NEW ->
                source.hasPassword()
                        ? getTranslation("import.source.password")
                        : getTranslation("import.source.no-password");
            case MISSING -> getTranslation("import.source.missing.about");
            case INCOMPLETE -> source.reason();
        };
    }
}
