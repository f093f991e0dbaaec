package io.sluice.studio.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.sluice.datasource.LiveCatalog;
import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Path;
import io.sluice.script.SyncTask;
import io.sluice.spi.Discovery.SplitKeyChoice;
import io.sluice.spi.Discovery.TableDescription;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.data.Column;
import io.sluice.ui.Arrivals;
import io.sluice.ui.ConnectorTexts;
import io.sluice.ui.FormRow;
import io.sluice.ui.ScriptOnlyEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A parameter that names one column of the step's table; for a split key the good choices come first, with the reason. */
final class ColumnRow implements EndRow {
    private static final String SPLIT_KEY = "splitPk";

    private final FieldSpec field;
    private final TaskEditing editing;
    private final LiveCatalog catalog;
    private final FormRow row;
    private final ComboBox<String> choice = new ComboBox<>();
    private final ScriptOnlyEditor foreign = new ScriptOnlyEditor();
    private Path path = Path.ROOT;
    private String asked = "";
    private @Nullable TableDescription table;

    ColumnRow(FieldSpec field, TaskEditing editing, LiveCatalog catalog) {
        this.field = field;
        this.editing = editing;
        this.catalog = catalog;
        choice.setAllowCustomValue(true);
        choice.setClearButtonVisible(true);
        choice.setWidthFull();
        choice.setManualValidation(true);
        choice.setRenderer(new ComponentRenderer<>(
                name -> Blocks.block("sl-row", Blocks.text("sl-cut sl-grow", name), note(name))));
        choice.addCustomValueSetListener(typed -> put(typed.getDetail().strip()));
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                put(change.getValue() == null ? "" : change.getValue());
            }
        });
        row = new FormRow(
                ConnectorTexts.translated(field.label()),
                field.required(),
                new Div(choice, foreign.component()),
                ConnectorTexts.translated(field.help()));
        choice.setAriaLabel(ConnectorTexts.translated(field.label()));
        choice.getElement().addEventListener("focusin", focus -> editing.showInScript(path));
        offer();
    }

    private Component note(String column) {
        String reason = reason(column);
        String type = column(column).map(Column::nativeType).orElse("");
        return Blocks.text("sl-small sl-muted", reason.isEmpty() ? type : reason + " · " + type);
    }

    private Optional<Column> column(String name) {
        TableDescription known = table;
        return known == null
                ? Optional.empty()
                : known.columns().stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst();
    }

    private String reason(String column) {
        TableDescription known = table;
        if (known == null || !field.name().equals(SPLIT_KEY)) {
            return "";
        }
        return known.splitKeys().stream()
                .filter(key -> key.column().equals(column))
                .findFirst()
                .map(key -> words(key.reason()))
                .orElse("");
    }

    private String words(SplitKeyChoice.Reason reason) {
        return switch (reason) {
            case PRIMARY_KEY -> row.getTranslation("form.split-key.primary");
            case UNIQUE_INDEX -> row.getTranslation("form.split-key.unique");
            case INDEX -> row.getTranslation("form.split-key.index");
        };
    }

    private void offer() {
        TableDescription known = table;
        List<String> names = new ArrayList<>();
        if (known != null) {
            if (field.name().equals(SPLIT_KEY)) {
                known.splitKeys().forEach(key -> names.add(key.column()));
            }
            known.columns().stream()
                    .map(Column::name)
                    .filter(name -> !names.contains(name))
                    .forEach(names::add);
        }
        String value = choice.getValue();
        choice.setItems(names);
        choice.setValue(value);
        hint();
    }

    private void hint() {
        TableDescription known = table;
        String value = choice.getValue();
        if (known == null) {
            row.hint(ConnectorTexts.translated(field.help()));
        } else if (field.name().equals(SPLIT_KEY)) {
            String suggested =
                    known.splitKeys().isEmpty() ? "" : known.splitKeys().get(0).column();
            if (value == null) {
                row.hint(
                        suggested.isEmpty()
                                ? row.getTranslation("form.split-key.none")
                                : row.getTranslation("form.split-key.suggested", suggested, reason(suggested)));
            } else {
                row.hint(reason(value));
            }
        }
    }

    private void put(String name) {
        Path where = path;
        choice.setValue(name.isEmpty() ? null : name);
        editing.edit(document -> ScriptEdits.put(document, where, name.isEmpty() ? null : new ConfigValue.Text(name)));
    }

    @Override
    public Component component() {
        return row;
    }

    @Override
    public void show(FormTask task, SyncTask.Step step) {
        path = step.parameterPath().child(field.name());
        ConfigValue there = task.document().read(path).orElse(null);
        choice.setVisible(Values.isWord(there));
        foreign.component().setVisible(!Values.isWord(there));
        if (there != null) {
            foreign.show(there);
        }
        String value = there == null || !Values.isWord(there) ? "" : Values.inInput(there);
        choice.setReadOnly(!task.editable());
        if (!value.equals(choice.getValue() == null ? "" : choice.getValue())) {
            choice.setValue(value.isEmpty() ? null : value);
            hint();
        }
        String source = EndPaths.dataSourceName(task.asked(), step);
        String name = EndPaths.tableName(task.asked(), step);
        String question = source + "\n" + name;
        if (!question.equals(asked)) {
            asked = question;
            table = null;
            offer();
            if (!source.isEmpty() && !name.isEmpty()) {
                Arrivals.of(UI.getCurrent(), catalog.table(editing.member(), source, name), answer -> {
                    if (question.equals(asked) && answer instanceof Answer.Known<TableDescription> known) {
                        table = known.value();
                        offer();
                    }
                });
            }
        }
    }

    @Override
    public void problems(Map<String, String> problems) {
        String problem = problems.get(field.name());
        choice.setInvalid(problem != null);
        if (problem == null) {
            row.clearProblem();
        } else {
            row.showProblem(problem);
        }
    }

    @Override
    public boolean holds(String at) {
        return at.equals(field.name());
    }

    @Override
    public boolean highlight(String at) {
        row.setClassName("sl-caret", holds(at));
        return holds(at);
    }
}
