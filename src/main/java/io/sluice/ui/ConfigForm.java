package io.sluice.ui;

import static io.sluice.ui.ConnectorTexts.translated;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form made from the description of a configuration record: a row per field with its label, help, example and
 * default, groups below headings, what is advanced folded away. Secrets are shown as set or not set and are part of
 * {@link #value()} only when newly typed.
 */
public final class ConfigForm extends Div {
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Details advanced;

    /**
     * What is there already.
     *
     * @param settings without secrets
     * @param secretsSet paths of the secrets that have a value
     */
    public record Stored(ConfigValue.Obj settings, Set<String> secretsSet) {
        public static final Stored NOTHING = new Stored(ConfigValue.Obj.EMPTY, Set.of());

        public Stored {
            secretsSet = Set.copyOf(secretsSet);
        }

        Stored below(String name) {
            return settings.find(name).orElse(null) instanceof ConfigValue.Obj group
                    ? new Stored(group, secretsSet)
                    : new Stored(ConfigValue.Obj.EMPTY, secretsSet);
        }
    }

    public ConfigForm(ConfigSpec<?> spec, Stored stored) {
        this(spec, stored, "");
    }

    ConfigForm(ConfigSpec<?> spec, Stored stored, String path) {
        addClassName("sl-form");
        Div folded = new Div();
        folded.addClassName("sl-form");
        int foldedRows = 0;
        for (FieldSpec field : spec.fields()) {
            String fieldPath = path.isEmpty() ? field.name() : path + "." + field.name();
            Entry entry = entry(field, FieldEditors.of(field, stored, fieldPath));
            entries.add(entry);
            (field.advanced() ? folded : this).add(entry.row());
            foldedRows += field.advanced() ? 1 : 0;
        }
        if (foldedRows > 0) {
            advanced = new Details(getTranslation("form.advanced", foldedRows), folded);
            advanced.addClassName("sl-advanced");
            add(advanced);
        }
    }

    private Entry entry(FieldSpec field, FieldEditor editor) {
        Div row = editor.isGroup()
                ? group(field, editor)
                : new FormRow(translated(field.label()), field.required(), editor.component(), help(field));
        Entry entry = new Entry(field, editor, row);
        editor.onChange(() -> {
            if (row instanceof FormRow plain) {
                plain.clearProblem();
                editor.invalid(false);
            }
        });
        return entry;
    }

    /** A choice says below itself what the chosen word does; a second sentence would only repeat it. */
    static String help(FieldSpec field) {
        return field.type() instanceof FieldType.ChoiceType ? "" : translated(field.help());
    }

    static Div group(FieldSpec field, FieldEditor editor) {
        Div group = new Div(new H3(translated(field.label())));
        group.addClassName("sl-formgroup");
        if (!field.help().isEmpty()) {
            Span help = new Span(translated(field.help()));
            help.addClassName("sl-hint");
            group.add(help);
        }
        group.add(editor.component());
        return group;
    }

    /** What was entered. Fields left empty are absent; stored secrets are absent unless newly typed. */
    public ConfigValue.Obj value() {
        ConfigValue.Obj values = ConfigValue.Obj.EMPTY;
        for (Entry entry : entries) {
            ConfigValue entered = entry.editor().value();
            if (entered != null) {
                values = values.with(entry.field().name(), entered);
            }
        }
        return values;
    }

    /**
     * What a group is to say from now on: what no field is for stays, and what says no more than the default, and was not
     * said before, is not said.
     *
     * @param before what it says now
     */
    ConfigValue.Obj value(ConfigValue.Obj before) {
        ConfigValue.Obj values = before;
        for (Entry entry : entries) {
            FieldSpec field = entry.field();
            ConfigValue entered = entry.editor().value();
            boolean said = before.find(field.name()).isPresent();
            if (entered == null || !said && entered.toString().equals(field.byDefault())) {
                values = values.without(field.name());
            } else {
                values = values.with(field.name(), entered);
            }
        }
        return values;
    }

    /** Runs whenever the user changes a field. */
    public void onChange(Runnable listener) {
        entries.forEach(entry -> entry.editor().onChange(listener));
    }

    /**
     * Shows each problem below its field and opens what is folded around it.
     *
     * @param problems messages by path, such as {@code address[0].host}
     * @return those whose field is not part of this form
     */
    public Map<String, String> showProblems(Map<String, String> problems) {
        clearProblems();
        Map<String, String> homeless = new java.util.LinkedHashMap<>(problems);
        problems.forEach((path, message) -> {
            if (showProblem(path, message)) {
                homeless.remove(path);
            }
        });
        return homeless;
    }

    /** Whether its fields can be looked at only. */
    public void readOnly(boolean readOnly) {
        entries.forEach(entry -> entry.editor().readOnly(readOnly));
    }

    boolean showProblem(String path, String message) {
        for (Entry entry : entries) {
            String name = entry.field().name();
            boolean own = path.equals(name);
            boolean below = path.startsWith(name + ".") || path.startsWith(name + "[");
            if (own || below) {
                openAround(entry);
                return below && entry.editor().showProblem(path.substring(name.length()), message)
                        || entry.showProblem(message);
            }
        }
        return false;
    }

    void clearProblems() {
        for (Entry entry : entries) {
            entry.editor().clearProblems();
            if (entry.row() instanceof FormRow row) {
                row.clearProblem();
            }
        }
    }

    private void openAround(Entry entry) {
        if (advanced != null && entry.field().advanced()) {
            advanced.setOpened(true);
        }
    }

    private record Entry(FieldSpec field, FieldEditor editor, Div row) {
        boolean showProblem(String message) {
            if (row instanceof FormRow plain) {
                plain.showProblem(message);
                editor.invalid(true);
                return true;
            }
            return false;
        }
    }
}
