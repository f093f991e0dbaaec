package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.sluice.run.Correction;
import io.sluice.run.DirtyCause;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One correction for all open records with the same cause. */
final class DirtyFix extends Div {
    private enum Action {
        CUT,
        TRIM,
        VALUE,
        NULL
    }

    private final Span title = text("sl-strong", "");
    private final Select<Action> action = new Select<>();
    private final TextField value = new TextField();
    private final Button apply = new Button();
    private final Span outcome = text("sl-small sl-secondary", "");
    private @Nullable DirtyCause cause;

    /** @param correct makes the correction in all records with the cause */
    DirtyFix(BiConsumer<DirtyCause.Key, Correction> correct) {
        addClassName("sl-dirty-fix");
        action.setId("dirty-fix-action");
        action.setItems(Action.values());
        action.setItemLabelGenerator(this::word);
        action.setAriaLabel(getTranslation("dirty.fix.action"));
        action.setValue(Action.CUT);
        action.addValueChangeListener(change -> fit());
        value.setId("dirty-fix-value");
        value.setAriaLabel(getTranslation("dirty.fix.value"));
        apply.setId("dirty-fix-apply");
        apply.addClickListener(click -> {
            DirtyCause shown = cause;
            Correction correction = correction();
            if (shown != null && correction != null) {
                correct.accept(shown.key(), correction);
            }
        });
        outcome.getElement().setAttribute("role", "status");
        Div fields = block(
                "sl-dirty-fix-fields",
                text("sl-muted", getTranslation("dirty.fix.action")),
                action,
                text("sl-muted", getTranslation("dirty.fix.value")),
                value);
        add(title, fields, block("sl-dirty-fix-buttons", apply, outcome));
        fit();
    }

    private String word(Action one) {
        return switch (one) {
            case CUT -> getTranslation("dirty.fix.cut");
            case TRIM -> getTranslation("dirty.fix.trim");
            case VALUE -> getTranslation("dirty.fix.same");
            case NULL -> getTranslation("dirty.fix.null");
        };
    }

    private void fit() {
        Action chosen = action.getValue();
        value.setEnabled(chosen == Action.CUT || chosen == Action.VALUE);
        value.setInvalid(false);
        value.setPlaceholder(chosen == Action.CUT ? getTranslation("dirty.fix.length") : "");
    }

    private @Nullable Correction correction() {
        return switch (action.getValue()) {
            case TRIM -> new Correction.Trim();
            case NULL -> new Correction.Value(null);
            case VALUE -> new Correction.Value(value.getValue());
            case CUT -> {
                boolean whole = value.getValue().matches("[0-9]{1,9}");
                value.setInvalid(!whole);
                value.setErrorMessage(getTranslation("dirty.fix.length.missing"));
                yield whole ? new Correction.Cut(Integer.parseInt(value.getValue())) : null;
            }
        };
    }

    /** Offers a correction for a cause; hidden when there is none or its column is not known. */
    void show(@Nullable DirtyCause shown) {
        if (shown == null || cause == null || !shown.key().equals(cause.key())) {
            outcome.setText("");
        }
        cause = shown;
        boolean possible =
                shown != null && shown.open() > 0 && !shown.key().columnName().isEmpty();
        setVisible(possible);
        if (shown != null) {
            title.setText(getTranslation(
                    "dirty.fix.title",
                    DirtyWords.cause(shown.key(), this::getTranslation),
                    shown.key().columnName()));
            apply.setText(getTranslation("dirty.fix.apply", shown.open()));
        }
    }

    /** Says how many records were changed. */
    void done(int records) {
        outcome.setText(getTranslation("dirty.fix.done", records));
    }
}
