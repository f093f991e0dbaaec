package io.sluice.ui;

import static io.sluice.ui.ConnectorTexts.translated;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows for some fields of a configuration that is kept elsewhere: every change is told by itself, and a change from
 * elsewhere replaces only the input it concerns, so that focus and half-typed text of the others stay.
 */
public final class BoundFields extends Div {
    /** Who keeps the values. */
    public interface Owner {
        /** @param value null when the field was emptied */
        void changed(FieldSpec field, @Nullable ConfigValue value);

        /** The field got the focus. */
        void entered(FieldSpec field);

        /** Adds to the row of a field what helps to fill it in; called each time the row is drawn. */
        default void assist(FieldSpec field, Div row) {}
    }

    private final Owner owner;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private boolean readOnly;

    public BoundFields(List<FieldSpec> fields, Owner owner) {
        this.owner = owner;
        addClassName("sl-form");
        for (FieldSpec field : fields) {
            Row row = new Row(field);
            rows.put(field.name(), row);
            add(row.place);
        }
    }

    /** Shows the values as they are now. */
    public void show(ConfigValue.Obj values, boolean nowReadOnly) {
        boolean redraw = nowReadOnly != readOnly;
        readOnly = nowReadOnly;
        rows.values().forEach(row -> row.show(values.find(row.field.name()).orElse(null), redraw));
    }

    /** Says something about the value of a field in place of its help; nothing brings the help back. */
    public void hint(String field, String sentence) {
        at(field).ifPresent(row -> row.hint(sentence));
    }

    /** Shows each problem at its field. @param problems messages by the path inside the configuration */
    public void showProblems(Map<String, String> problems) {
        rows.values().forEach(Row::clearProblem);
        problems.forEach((path, message) -> at(path).ifPresent(row -> row.showProblem(path, message)));
    }

    /** Marks the row that holds a path inside the configuration; false when none does. */
    public boolean highlight(String path) {
        Optional<Row> found = at(path);
        rows.values().forEach(row -> row.place.setClassName("sl-caret", found.orElse(null) == row));
        return found.isPresent();
    }

    /** Whether one of the rows holds a path inside the configuration. */
    public boolean holds(String path) {
        return at(path).isPresent();
    }

    private Optional<Row> at(String path) {
        return rows.values().stream().filter(row -> row.holds(path)).findFirst();
    }

    private final class Row {
        private final FieldSpec field;
        private final Div place = new Div();
        private final Div homeless = new Div();
        private FieldEditor editor;
        private @Nullable FormRow plain;
        private @Nullable ConfigValue known;
        private final Map<String, ConfigValue> none = new HashMap<>();
        private String said = "";

        Row(FieldSpec field) {
            this.field = field;
            homeless.addClassName("sl-groupproblem");
            homeless.getElement().setAttribute("role", "alert");
            editor = draw(null);
        }

        boolean holds(String path) {
            return path.equals(field.name())
                    || path.startsWith(field.name() + ".")
                    || path.startsWith(field.name() + "[");
        }

        void show(@Nullable ConfigValue value, boolean redraw) {
            if (redraw || !same(known, value)) {
                known = value;
                editor = draw(value);
            }
        }

        private FieldEditor draw(@Nullable ConfigValue value) {
            ConfigValue.Obj stored = new ConfigValue.Obj(value == null ? none : Map.of(field.name(), value));
            FieldEditor drawn = FieldEditors.of(field, new ConfigForm.Stored(stored, java.util.Set.of()), field.name());
            place.removeAll();
            plain = null;
            if (drawn.isGroup()) {
                place.add(ConfigForm.group(field, drawn), homeless);
            } else {
                FormRow row = new FormRow(
                        translated(field.label()), field.required(), drawn.component(), ConfigForm.help(field));
                plain = row;
                place.add(row);
                hint(said);
            }
            owner.assist(field, place);
            drawn.readOnly(readOnly);
            drawn.onChange(this::changed);
            drawn.component().getElement().addEventListener("focusin", focus -> owner.entered(field));
            return drawn;
        }

        private void changed() {
            ConfigValue entered = editor.value();
            if (!same(known, entered)) {
                known = entered;
                owner.changed(field, entered);
            }
        }

        void hint(String sentence) {
            said = sentence;
            FormRow row = plain;
            if (row != null) {
                row.hint(sentence.isEmpty() ? ConfigForm.help(field) : sentence);
            }
        }

        void showProblem(String path, String message) {
            String rest = path.substring(field.name().length());
            if (editor.showProblem(rest, message)) {
                return;
            }
            FormRow row = plain;
            if (row == null) {
                homeless.add(new Div(State.FAILED.glyph(), new Span(message)));
            } else if (!row.hasProblem()) {
                row.showProblem(editor.located(rest, message));
                editor.invalid(true);
            }
        }

        void clearProblem() {
            editor.clearProblems();
            homeless.removeAll();
            FormRow row = plain;
            if (row != null) {
                row.clearProblem();
            }
        }
    }

    /** Equal in what they mean to a field: a number or a truth value may be spelled as text, and nothing as an empty text. */
    private static boolean same(@Nullable ConfigValue one, @Nullable ConfigValue other) {
        if (one instanceof ConfigValue.Array(List<ConfigValue> items)
                && other instanceof ConfigValue.Array(List<ConfigValue> others)) {
            return items.size() == others.size()
                    && IntStream.range(0, items.size()).allMatch(i -> same(items.get(i), others.get(i)));
        }
        if (one instanceof ConfigValue.Obj(Map<String, ConfigValue> entries)
                && other instanceof ConfigValue.Obj(Map<String, ConfigValue> others)) {
            return entries.keySet().equals(others.keySet())
                    && entries.keySet().stream().allMatch(name -> same(entries.get(name), others.get(name)));
        }
        return Objects.equals(one, other) || spelled(one).equals(spelled(other));
    }

    private static String spelled(@Nullable ConfigValue value) {
        return value == null ? "" : value.toString();
    }
}
