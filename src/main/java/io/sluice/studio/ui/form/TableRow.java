package io.sluice.studio.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Parameters;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.SyncTask;
import io.sluice.spi.Discovery.TableEntry;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.studio.ui.assist.SchemaName;
import io.sluice.ui.ConnectorTexts;
import io.sluice.ui.FormRow;
import io.sluice.ui.Icon;
import io.sluice.ui.ScriptOnlyEditor;
import io.sluice.ui.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of a step, searched in the data source as one types; or several tables, one per line, ranges allowed. */
final class TableRow implements EndRow {
    private final TaskEditing editing;
    private final TableSearch search;
    private final boolean mayBeSeveral;
    private final FieldSpec field;
    private final FormRow row;
    private final ComboBox<String> one = new ComboBox<>();
    private final TextArea several = new TextArea();
    private final Button toggle = new Button();
    private final ScriptOnlyEditor foreign = new ScriptOnlyEditor();
    private final Div place;
    private boolean listed;
    private Path path = Path.ROOT;
    private String dataSource = "";

    TableRow(FieldSpec field, TaskEditing editing, TableSearch search) {
        this.editing = editing;
        this.search = search;
        this.field = field;
        mayBeSeveral = field.type() instanceof FieldType.ListType;
        one.setItems(search::page);
        one.setAllowCustomValue(true);
        one.setWidthFull();
        one.setManualValidation(true);
        one.setRenderer(new ComponentRenderer<>(name -> line(search.known(name), name)));
        one.addCustomValueSetListener(typed -> choose(typed.getDetail().strip()));
        one.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                take(change.getValue() == null ? "" : change.getValue(), change.getOldValue());
            }
        });
        several.setWidthFull();
        several.setMinRows(3);
        several.setManualValidation(true);
        several.addClassName("sl-codefield");
        several.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                put(ConfigValue.Array.ofTexts(change.getValue()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()));
            }
        });
        toggle.addThemeNames("tertiary", "small", "link");
        toggle.addClickListener(click -> list(!listed));
        place = Blocks.block("sl-tablefield", one, several, toggle, foreign.component());
        row = new FormRow(ConnectorTexts.translated(field.label()), true, place, "");
        one.setAriaLabel(ConnectorTexts.translated(field.label()));
        several.setAriaLabel(ConnectorTexts.translated(field.label()));
        place.getElement().addEventListener("focusin", focus -> editing.showInScript(path));
        foreign.component().setVisible(false);
        list(false);
        search.whenFound(() -> one.getDataProvider().refreshAll());
    }

    private void list(boolean wanted) {
        listed = wanted;
        one.setVisible(!listed);
        several.setVisible(listed);
        toggle.setVisible(mayBeSeveral);
        toggle.setText(listed ? place.getTranslation("form.table.one") : place.getTranslation("form.table.several"));
        row.hint(listed ? place.getTranslation("form.table.ranges") : "");
    }

    private static Div line(@Nullable TableEntry entry, String name) {
        boolean schema = SchemaName.isEntry(name);
        Div line = Blocks.block("sl-row sl-tableline", Blocks.text("sl-cut sl-grow", name));
        if (schema) {
            line.addComponentAsFirst(Icon.FOLDER.create());
            line.add(Blocks.text("sl-small sl-muted", line.getTranslation("form.table.schema")));
        }
        if (entry != null && entry.view()) {
            line.add(Blocks.text("sl-small sl-muted", line.getTranslation("form.table.view")));
        }
        if (entry != null && entry.rows() >= 0) {
            line.add(Blocks.text(
                    "sl-small sl-muted sl-number",
                    RowCount.about(entry.rows(), UI.getCurrent().getLocale())));
        }
        return line;
    }

    /** A schema is no choice yet: its tables are listed next. */
    private void take(String name, @Nullable String before) {
        if (SchemaName.isEntry(name)) {
            one.setValue(before);
            one.getElement()
                    .executeJs(
                            "setTimeout(() => { const input = this.inputElement; this.opened = true; input.value = $0;"
                                    + " input.dispatchEvent(new Event('input', { bubbles: true, composed: true })); })",
                            name);
        } else {
            choose(name);
        }
    }

    private void choose(String name) {
        one.setValue(name.isEmpty() ? null : name);
        put(new ConfigValue.Text(name));
    }

    private void put(ConfigValue names) {
        ConfigValue value = mayBeSeveral
                        && !listed
                        && names instanceof ConfigValue.Text text
                        && text.value().isEmpty()
                ? new ConfigValue.Array(List.of())
                : names;
        Path where = path;
        editing.edit(document -> ListEdits.put(document, where, inList(document, where, value)));
    }

    /** One name stays in the list it stands in, whose comments would go with it. */
    private ConfigValue inList(ScriptDocument document, Path where, ConfigValue names) {
        boolean list = mayBeSeveral && document.read(where).orElse(null) instanceof ConfigValue.Array;
        return list && names instanceof ConfigValue.Text ? new ConfigValue.Array(List.of(names)) : names;
    }

    @Override
    public Component component() {
        return row;
    }

    @Override
    public void show(FormTask task, SyncTask.Step step) {
        path = EndPaths.table(step);
        String source = EndPaths.dataSourceName(task.asked(), step);
        if (!source.equals(dataSource)) {
            dataSource = source;
            search.dataSource(source);
            one.getDataProvider().refreshAll();
        }
        if (isForeign(task)) {
            return;
        }
        List<String> names = EndPaths.names(task, path);
        boolean ranged = names.stream().anyMatch(name -> name.contains("["));
        if (names.size() > 1 || ranged && mayBeSeveral) {
            list(true);
        }
        one.setReadOnly(!task.editable());
        several.setReadOnly(!task.editable());
        String shown = names.isEmpty() ? null : names.get(0);
        if (!java.util.Objects.equals(shown, one.getValue())) {
            one.setValue(shown);
        }
        String lines = String.join("\n", names);
        if (!lines.equals(several.getValue())) {
            several.setValue(lines);
        }
        if (!listed) {
            describe(shown == null ? "" : shown, EndPaths.tableName(task.asked(), step));
        }
    }

    /** What is no name can only be overwritten here, and is shown instead. */
    private boolean isForeign(FormTask task) {
        ConfigValue there = task.document().read(path).orElse(null);
        boolean odd = there != null && !Values.isNames(there);
        if (odd != foreign.component().isVisible()) {
            list(listed);
            foreign.component().setVisible(odd);
            if (odd) {
                one.setVisible(false);
                several.setVisible(false);
                toggle.setVisible(false);
                row.hint("");
            }
        }
        if (there != null && odd) {
            foreign.show(there);
        }
        return odd;
    }

    /** @param asked the name with values in place of its parameters */
    private void describe(String name, String asked) {
        List<String> missing = Parameters.names(asked);
        if (asked.isEmpty() || dataSource.isEmpty() || !missing.isEmpty()) {
            row.hint(missing.isEmpty() ? "" : place.getTranslation("form.asked.missing", String.join(", ", missing)));
            return;
        }
        String lookedUp = asked.equals(name) ? "" : place.getTranslation("form.asked.as", asked);
        row.hint(lookedUp);
        search.describe(asked, answer -> {
            if (!listed) {
                row.hint((lookedUp + " " + words(answer)).strip());
            }
        });
    }

    private String words(Answer<TableEntry> answer) {
        return switch (answer) {
            case Answer.Known<TableEntry> known -> about(known.value().rows());
            case Answer.Unknown<TableEntry> unknown -> Sentences.translated(unknown.reason());
        };
    }

    private String about(long rows) {
        if (rows < 0) {
            return "";
        }
        return rows == 1
                ? place.getTranslation("form.table.row")
                : place.getTranslation(
                        "form.table.rows", RowCount.about(rows, UI.getCurrent().getLocale()));
    }

    @Override
    public void problems(Map<String, String> problems) {
        row.clearProblem();
        one.setInvalid(false);
        problems.entrySet().stream()
                .filter(problem -> holds(problem.getKey()))
                .findFirst()
                .ifPresent(problem -> {
                    row.showProblem(problem.getValue());
                    one.setInvalid(true);
                });
    }

    @Override
    public boolean highlight(String at) {
        boolean holds = holds(at);
        row.setClassName("sl-caret", holds);
        return holds;
    }

    @Override
    public boolean holds(String at) {
        return at.equals(field.name())
                || at.startsWith(field.name() + "[")
                || at.toLowerCase(Locale.ROOT).matches("connection\\[0]\\.table.*");
    }
}
