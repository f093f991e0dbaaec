package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.html.Div;
import io.sluice.engine.DryCheck;
import io.sluice.engine.verify.SeenKeys;
import io.sluice.spi.TrialObstacle;
import io.sluice.ui.State;

/** What a dry run has checked and, above all, what it has not. */
final class DryNote extends Div {
    DryNote(DryCheck check) {
        addClassName("sl-dry");
        line(State.OK, "dry.checked", getTranslation(checked(check)));
        line(State.WARNING, "dry.unchecked", unchecked(check));
    }

    private void line(State state, String head, String words) {
        add(block("sl-dry-line", state.glyph(), text("sl-dry-words", getTranslation(head) + " " + words)));
    }

    private static String checked(DryCheck check) {
        if (check.tried()) {
            return "dry.checked.tried";
        }
        return check.columnsKnown() ? "dry.checked.columns" : "dry.checked.source";
    }

    private String unchecked(DryCheck check) {
        if (check.tried()) {
            return getTranslation(
                    switch (check.repeated()) {
                        case FOUND -> "dry.unchecked.tried.unique";
                        case FOUND_AS_SPELLED -> "dry.unchecked.tried.spelled";
                        case FIRST_FOUND -> "dry.unchecked.tried.first";
                        case NOT_FOUND -> "dry.unchecked.tried";
                    },
                    SeenKeys.most());
        }
        String what = getTranslation(check.columnsKnown() ? "dry.unchecked.columns" : "dry.unchecked.source");
        TrialObstacle obstacle = check.obstacle();
        return obstacle == null ? what : what + " " + because(obstacle);
    }

    private String because(TrialObstacle obstacle) {
        return switch (obstacle) {
            case NO_TRANSACTIONS -> getTranslation("dry.because.transactions");
            case STATEMENTS_BEFORE -> getTranslation("dry.because.statements");
            case STAGING -> getTranslation("dry.because.staging");
            case TRIGGERS -> getTranslation("dry.because.triggers");
            case NO_ORDINARY_TABLE -> getTranslation("dry.because.table");
        };
    }
}
