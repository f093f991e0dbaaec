package io.sluice.datasource.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.FieldProblem;
import io.sluice.spi.Connector;
import io.sluice.spi.config.ConfigValue;
import io.sluice.ui.ConfigForm;
import io.sluice.ui.FormRow;
import io.sluice.ui.Sentences;
import io.sluice.ui.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Name, description and the settings of one data source. */
final class SourceForm extends Div {
    private static final String SETTINGS = "settings.";

    private final String type;
    private final @Nullable UUID id;
    private final TextField name = new TextField();
    private final TextField description = new TextField();
    private final FormRow nameRow;
    private final FormRow descriptionRow;
    private final @Nullable ConfigForm settings;
    private final Div elsewhere = new Div();

    SourceForm(Connector connector, @Nullable DataSource source) {
        type = connector.id();
        id = source == null ? null : source.id();
        addClassName("sl-form");
        name.setManualValidation(true);
        name.setWidthFull();
        description.setWidthFull();
        nameRow =
                new FormRow(getTranslation("data-sources.name"), true, name, getTranslation("data-sources.name.help"));
        descriptionRow = new FormRow(getTranslation("data-sources.description"), false, description, "");
        name.addValueChangeListener(change -> {
            nameRow.clearProblem();
            name.setInvalid(false);
        });
        elsewhere.addClassName("sl-column");
        add(elsewhere, nameRow);
        settings = connector
                .dataSource()
                .map(spec -> new ConfigForm(spec, stored(source)))
                .orElse(null);
        if (settings != null) {
            add(settings);
        }
        add(descriptionRow);
        if (source == null) {
            name.focus();
        } else {
            name.setValue(source.name());
            description.setValue(source.description());
        }
    }

    private static ConfigForm.Stored stored(@Nullable DataSource source) {
        return source == null
                ? ConfigForm.Stored.NOTHING
                : new ConfigForm.Stored(source.settings(), source.secretsSet());
    }

    void readOnly(boolean readOnly) {
        name.setReadOnly(readOnly);
        description.setReadOnly(readOnly);
        if (settings != null) {
            settings.readOnly(readOnly);
        }
    }

    DataSourceDraft draft() {
        ConfigValue.Obj values = settings == null ? ConfigValue.Obj.EMPTY : settings.value();
        return new DataSourceDraft(
                id, name.getValue().strip(), type, description.getValue().strip(), values);
    }

    /** Shows each problem at its field, and above the form those that belong to none. */
    void showProblems(List<FieldProblem> problems) {
        elsewhere.removeAll();
        nameRow.clearProblem();
        descriptionRow.clearProblem();
        Map<String, String> ofSettings = new LinkedHashMap<>();
        for (FieldProblem problem : problems) {
            String message = words(problem);
            switch (problem.path()) {
                case "name" -> refuseName(message);
                case "description" -> descriptionRow.showProblem(message);
                default -> ofSettings.merge(settingPath(problem.path()), message, (one, two) -> one);
            }
        }
        Map<String, String> homeless = settings == null ? ofSettings : settings.showProblems(ofSettings);
        homeless.values().forEach(this::showElsewhere);
    }

    /** Says in this form's words what may be wrong with any field; the rest is said as the check put it. */
    private String words(FieldProblem problem) {
        return switch (problem.code()) {
            case "MISSING" -> getTranslation("form.required");
            case "NAME_INVALID" -> getTranslation("data-sources.name.invalid");
            case "TOO_LONG" -> getTranslation("data-sources.description.long");
            default -> Sentences.translated(problem.said());
        };
    }

    void refuseName(String why) {
        nameRow.showProblem(why);
        name.setInvalid(true);
    }

    private void showElsewhere(String message) {
        Div note = new Div(State.FAILED.glyph(), new Span(message));
        note.addClassNames("sl-note", "sl-note-failed");
        elsewhere.add(note);
    }

    private static String settingPath(String path) {
        return path.startsWith(SETTINGS) ? path.substring(SETTINGS.length()) : path;
    }
}
