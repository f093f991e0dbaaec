package io.sluice.studio.ui.form;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.ui.ConnectorTexts;
import io.sluice.ui.FormRow;
import io.sluice.ui.ScriptOnlyEditor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The columns a step works on, chosen of those that reach it; a name that is not among them can be typed. */
final class StepColumnsField extends Div {
    private final MultiSelectComboBox<String> choice = new MultiSelectComboBox<>();
    private final ScriptOnlyEditor foreign = new ScriptOnlyEditor();
    private final FormRow row;
    private List<String> offered = List.of();
    private List<String> shown = List.of();

    /** @param changed hears the chosen columns, null for none @param entered hears that the field got the focus */
    StepColumnsField(FieldSpec field, Consumer<@Nullable ConfigValue> changed, Runnable entered) {
        choice.setWidthFull();
        choice.setAllowCustomValue(true);
        choice.setManualValidation(true);
        choice.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        choice.addCustomValueSetListener(typed -> {
            Set<String> all = new LinkedHashSet<>(choice.getValue());
            all.add(typed.getDetail().strip());
            take(all, changed);
        });
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                take(change.getValue(), changed);
            }
        });
        choice.getElement().addEventListener("focusin", focus -> entered.run());
        row = new FormRow(
                ConnectorTexts.translated(field.label()),
                true,
                new Div(choice, foreign.component()),
                ConnectorTexts.translated(field.help()));
        choice.setAriaLabel(ConnectorTexts.translated(field.label()));
        add(row);
    }

    private void take(Set<String> names, Consumer<@Nullable ConfigValue> changed) {
        List<String> ordered =
                new ArrayList<>(shown.stream().filter(names::contains).toList());
        names.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
        changed.accept(ordered.isEmpty() ? null : ConfigValue.Array.ofTexts(ordered));
    }

    void show(@Nullable ConfigValue value, List<String> columns, boolean readOnly) {
        choice.setVisible(Values.isNames(value));
        foreign.component().setVisible(!Values.isNames(value));
        if (value != null && !Values.isNames(value)) {
            foreign.show(value);
            return;
        }
        List<String> names = value instanceof ConfigValue.Array list
                ? list.items().stream().map(ConfigValue::toString).toList()
                : value == null || Values.inInput(value).isEmpty() ? List.of() : List.of(value.toString());
        Set<String> all = new LinkedHashSet<>(columns);
        all.addAll(names);
        List<String> offer = List.copyOf(all);
        if (!offer.equals(offered)) {
            offered = offer;
            choice.setItems(offer);
            choice.setValue(new LinkedHashSet<>(names));
        } else if (!names.equals(shown)) {
            choice.setValue(new LinkedHashSet<>(names));
        }
        shown = names;
        choice.setReadOnly(readOnly);
    }

    void showProblem(@Nullable String message) {
        choice.setInvalid(message != null);
        if (message == null) {
            row.clearProblem();
        } else {
            row.showProblem(message);
        }
    }

    void highlight(boolean marked) {
        setClassName("sl-caret", marked);
    }
}
