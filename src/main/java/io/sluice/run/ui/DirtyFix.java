package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.sluice.run.Correction;
import io.sluice.run.DirtyCause;
import io.sluice.run.ProposedFix;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One correction of one column in many open records: all that are shown, or those that are selected. */
final class DirtyFix extends Div {
    private enum Action {
        PROPOSED,
        CUT,
        TRIM,
        REPLACE,
        VALUE,
        NULL
    }

    private enum Scope {
        SHOWN,
        SELECTED
    }

    /**
     * What somebody wants corrected.
     *
     * @param column among those of the grid, from 0
     * @param asStep whether the task is to make the correction from now on
     */
    record Wish(int column, Correction correction, boolean onlySelected, boolean asStep) {}

    /** What is done to records. */
    interface Actions {
        void correct(Wish wish);

        /** Settles that records are not written. */
        void ignore(boolean onlySelected);
    }

    /**
     * What can be corrected.
     *
     * @param columns names of the grid's columns
     * @param fault the column that is at fault; -1 when it is not known
     * @param cause the cause that is shown; null when there are several
     * @param open how many of the shown records can be corrected
     * @param selected how many are selected
     * @param may what else can be done
     */
    record Offer(List<String> columns, int fault, @Nullable DirtyCause cause, long open, int selected, May may) {}

    /**
     * What else can be done.
     *
     * @param propose whether something is proposed for the first of the records
     * @param keep whether a step of the task can make the same correction
     */
    record May(boolean propose, boolean keep) {}

    private final Span title = text("sl-strong", "");
    private final Select<Integer> column = new Select<>();
    private final Select<Action> action = new Select<>();
    private final TextField value = new TextField();
    private final TextField by = new TextField();
    private final Div byField;
    private final Span valueName = text("sl-muted", "");
    private final Select<Scope> scope = new Select<>();
    private final Button apply = new Button();
    private final Button ignore = new Button();
    private final Checkbox keep = new Checkbox();
    private final Span outcome = text("sl-small sl-secondary", "");
    private Offer offer = new Offer(List.of(), -1, null, 0, 0, new May(false, false));

    DirtyFix(Actions actions) {
        addClassName("sl-dirty-fix");
        prepareChoices();
        value.setId("dirty-fix-value");
        by.setId("dirty-fix-by");
        by.setAriaLabel(getTranslation("dirty.fix.by"));
        apply.setId("dirty-fix-apply");
        apply.addClickListener(click -> apply(actions));
        ignore.setId("dirty-ignore");
        ignore.addThemeNames("tertiary");
        ignore.setTooltipText(getTranslation("dirty.ignore.help"));
        ignore.addClickListener(click -> actions.ignore(scope.getValue() == Scope.SELECTED));
        keep.setId("dirty-fix-keep");
        keep.setLabel(getTranslation("dirty.fix.keep"));
        outcome.getElement().setAttribute("role", "status");
        byField = field(text("sl-muted", getTranslation("dirty.fix.by")), by);
        Div fields = block(
                "sl-dirty-fix-fields",
                field(text("sl-muted", getTranslation("dirty.fix.column")), column),
                field(text("sl-muted", getTranslation("dirty.fix.action")), action),
                field(valueName, value),
                byField,
                field(text("sl-muted", getTranslation("dirty.fix.scope")), scope));
        add(title, fields, block("sl-dirty-fix-buttons", apply, ignore, keep, outcome));
        fit();
    }

    private void prepareChoices() {
        column.setId("dirty-fix-column");
        column.setAriaLabel(getTranslation("dirty.fix.column"));
        column.setItemLabelGenerator(
                index -> index < offer.columns().size() ? offer.columns().get(index) : "");
        action.setId("dirty-fix-action");
        action.setItems(Action.values());
        action.setItemLabelGenerator(this::word);
        action.setAriaLabel(getTranslation("dirty.fix.action"));
        action.setValue(Action.CUT);
        action.addValueChangeListener(change -> fit());
        scope.setId("dirty-fix-scope");
        scope.setItems(Scope.values());
        scope.setItemLabelGenerator(this::word);
        scope.setItemEnabledProvider(one -> one == Scope.SHOWN || offer.selected() > 0);
        scope.setAriaLabel(getTranslation("dirty.fix.scope"));
        scope.setValue(Scope.SHOWN);
        scope.addValueChangeListener(change -> fitApply());
    }

    private static Div field(Span name, Component input) {
        return block("sl-dirty-fix-field", name, input);
    }

    private String word(Action one) {
        return switch (one) {
            case PROPOSED -> getTranslation("dirty.fix.proposed");
            case CUT -> getTranslation("dirty.fix.cut");
            case TRIM -> getTranslation("dirty.fix.trim");
            case REPLACE -> getTranslation("dirty.fix.replace");
            case VALUE -> getTranslation("dirty.fix.same");
            case NULL -> getTranslation("dirty.fix.null");
        };
    }

    private String word(Scope one) {
        return switch (one) {
            case SHOWN -> getTranslation("dirty.fix.shown", offer.open());
            case SELECTED -> getTranslation("dirty.fix.selected", offer.selected());
        };
    }

    private void fit() {
        Action chosen = action.getValue();
        value.setEnabled(chosen == Action.CUT || chosen == Action.VALUE || chosen == Action.REPLACE);
        value.setInvalid(false);
        byField.setVisible(chosen == Action.REPLACE);
        keep.setVisible(
                offer.may().keep() && (chosen == Action.CUT || chosen == Action.TRIM || chosen == Action.REPLACE));
        String name = switch (chosen) {
            case CUT -> getTranslation("dirty.fix.length");
            case REPLACE -> getTranslation("dirty.fix.text");
            case PROPOSED, TRIM, VALUE, NULL -> getTranslation("dirty.fix.value");
        };
        valueName.setText(name);
        value.setAriaLabel(name);
    }

    private void fitApply() {
        boolean some = scope.getValue() == Scope.SELECTED;
        long count = some ? offer.selected() : offer.open();
        apply.setText(getTranslation("dirty.fix.apply", count));
        ignore.setText(getTranslation("dirty.ignore", count));
    }

    private void apply(Actions actions) {
        Integer chosen = column.getValue();
        column.setInvalid(chosen == null);
        column.setErrorMessage(getTranslation("dirty.fix.column.missing"));
        Correction correction = correction();
        if (chosen != null && correction != null) {
            boolean asStep = keep.isVisible() && keep.getValue();
            keep.setValue(false);
            actions.correct(new Wish(chosen, correction, scope.getValue() == Scope.SELECTED, asStep));
        }
    }

    private @Nullable Correction correction() {
        return switch (action.getValue()) {
            case PROPOSED -> new Correction.Proposed();
            case TRIM -> new Correction.Trim();
            case NULL -> new Correction.Value(null);
            case VALUE -> new Correction.Value(value.getValue());
            case REPLACE -> {
                boolean missing = value.isEmpty();
                value.setInvalid(missing);
                value.setErrorMessage(getTranslation("dirty.fix.text.missing"));
                yield missing ? null : new Correction.Replace(value.getValue(), by.getValue());
            }
            case CUT -> {
                boolean whole = value.getValue().matches("[0-9]{1,9}");
                value.setInvalid(!whole);
                value.setErrorMessage(getTranslation("dirty.fix.length.missing"));
                yield whole ? new Correction.Cut(Integer.parseInt(value.getValue())) : null;
            }
        };
    }

    /** Offers a correction; hidden when no record can be corrected. */
    void show(Offer now) {
        boolean sameColumns = now.columns().equals(offer.columns());
        boolean sameCause = sameColumns && Objects.equals(key(now.cause()), key(offer.cause()));
        boolean selection = now.selected() > 0 != offer.selected() > 0;
        offer = now;
        setVisible(now.open() > 0);
        if (!sameColumns) {
            column.setItems(IntStream.range(0, now.columns().size()).boxed().toList());
        }
        if (!sameCause) {
            outcome.setText("");
            column.setInvalid(false);
            column.setValue(now.fault() < 0 ? null : now.fault());
            action.setValue(now.may().propose() ? Action.PROPOSED : Action.CUT);
            value.setValue(length(now.cause()));
        }
        Scope wanted = now.selected() == 0 ? Scope.SHOWN : selection ? Scope.SELECTED : scope.getValue();
        scope.setItems(Scope.values());
        scope.setValue(wanted);
        title.setText(
                now.cause() == null
                        ? getTranslation("dirty.fix.many")
                        : getTranslation(
                                "dirty.fix.title", DirtyWords.cause(now.cause().key(), this::getTranslation)));
        fit();
        fitApply();
    }

    /** The length that the target takes, where it was said. */
    private static String length(@Nullable DirtyCause cause) {
        return cause == null || !cause.key().code().equals("VALUE_TOO_LONG")
                ? ""
                : ProposedFix.length(cause.example()).map(String::valueOf).orElse("");
    }

    private static DirtyCause.@Nullable Key key(@Nullable DirtyCause cause) {
        return cause == null ? null : cause.key();
    }

    /** Many records are being changed, or not any more: one change comes after the other. */
    void pause(boolean changing) {
        apply.setEnabled(!changing);
        ignore.setEnabled(!changing);
        if (changing) {
            outcome.setText("");
        }
    }

    /** Other records are in front: nothing was done to them yet. */
    void forget() {
        outcome.setText("");
    }

    /** Says how many records were changed. */
    void done(long records) {
        outcome.setText(getTranslation("dirty.fix.done", records));
    }
}
