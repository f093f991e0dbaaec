package io.sluice.jobfile.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Span;
import io.sluice.jobfile.Outcome;
import io.sluice.jobfile.PlannedSource;
import io.sluice.jobfile.Remark;
import io.sluice.ui.Chip;
import io.sluice.ui.State;

/** How outcomes, remarks and data sources of an import look. */
final class OutcomeLook {
    private OutcomeLook() {}

    static Chip chip(Outcome outcome) {
        return Chip.of(state(outcome), word(outcome));
    }

    static State state(Outcome outcome) {
        return switch (outcome) {
            case IDENTICAL -> State.OK;
            case MAPPED -> State.OK;
            case UNSUPPORTED -> State.WARNING;
            case UNREADABLE -> State.FAILED;
        };
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case IDENTICAL -> translate("import.outcome.identical");
            case MAPPED -> translate("import.outcome.mapped");
            case UNSUPPORTED -> translate("import.outcome.unsupported");
            case UNREADABLE -> translate("import.outcome.unreadable");
        };
    }

    static Chip chip(PlannedSource.State state) {
        return switch (state) {
            case REGISTERED -> Chip.of(State.OK, translate("import.source.registered"));
            case NEW -> Chip.outline(translate("import.source.new"));
            case MISSING -> Chip.of(State.BLOCKED, translate("import.source.missing"));
            case INCOMPLETE -> Chip.of(State.WARNING, translate("import.source.incomplete"));
        };
    }

    static Span glyph(Remark.Kind kind) {
        return switch (kind) {
            case MAPPED -> State.OK.glyph(translate("import.remark.mapped"));
            case UNSUPPORTED -> State.WARNING.glyph(translate("import.remark.unsupported"));
            case MISSING -> State.BLOCKED.glyph(translate("import.remark.missing"));
            case PROBLEM -> State.FAILED.glyph(translate("import.remark.problem"));
        };
    }
}
