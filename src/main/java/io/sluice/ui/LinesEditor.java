package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Edits a list of values, one per line. A value of several lines, such as a long statement, has its further lines
 * indented: as lines of their own they would become values of their own.
 */
final class LinesEditor implements FieldEditor {
    private final TextArea input = new TextArea();
    private final Map<String, List<ConfigValue>> stored = new HashMap<>();
    private @Nullable ConfigValue known;
    private String asKnown = "";
    private boolean indented;

    /**
     * @param example as a script spells it
     * @param statements whether the values are of a language that is written in several lines
     */
    LinesEditor(String example, boolean statements) {
        indented = statements;
        input.setWidthFull();
        input.setMinRows(2);
        input.setPlaceholder(example.isEmpty() ? input.getTranslation("form.one-per-line") : example(example));
        if (statements) {
            input.setHelperText(input.getTranslation("form.lines.indented"));
        }
        input.setManualValidation(true);
    }

    @Override
    public Component component() {
        return input;
    }

    private static String example(String example) {
        ScriptDocument script = ScriptDocument.parse(example);
        return script.readable()
                ? script.read(Path.ROOT).map(LinesEditor::lines).orElse(example)
                : example;
    }

    private static String lines(ConfigValue value) {
        return items(value).stream().map(LinesEditor::shown).collect(Collectors.joining("\n"));
    }

    private static List<ConfigValue> items(ConfigValue value) {
        return value instanceof ConfigValue.Array array ? array.items() : List.of(value);
    }

    /** A blank text would be no line at all, and a structure is no word. */
    private static String shown(ConfigValue item) {
        boolean word = !(item instanceof ConfigValue.Obj)
                && !(item instanceof ConfigValue.Array)
                && !item.toString().isBlank();
        return word ? IndentedLines.shown(item.toString()) : ScriptOnlyEditor.spelled(item);
    }

    @Override
    public void show(ConfigValue value) {
        stored.clear();
        for (ConfigValue item : items(value)) {
            stored.computeIfAbsent(IndentedLines.text(shown(item)), text -> new ArrayList<>())
                    .add(item);
            indented |= shown(item).contains("\n");
        }
        if (indented) {
            input.setHelperText(input.getTranslation("form.lines.indented"));
        }
        input.setValue(value instanceof ConfigValue.Text(String text) && text.isBlank() ? "" : lines(value));
        known = value;
        asKnown = input.getValue();
    }

    /** What is stored is given back as it is spelled there; of items that look the same, in their order. */
    @Override
    public @Nullable ConfigValue value() {
        if (known != null && input.getValue().equals(asKnown)) {
            return known;
        }
        List<ConfigValue> items = new ArrayList<>();
        Map<String, Integer> given = new HashMap<>();
        for (String text : IndentedLines.read(input.getValue(), indented)) {
            List<ConfigValue> alike = stored.getOrDefault(text, List.of(new ConfigValue.Text(text)));
            int number = given.merge(text, 1, Integer::sum);
            items.add(alike.get(Math.min(number, alike.size()) - 1));
        }
        return items.isEmpty() ? null : new ConfigValue.Array(items);
    }

    @Override
    public void invalid(boolean wrong) {
        input.setInvalid(wrong);
    }

    @Override
    public void readOnly(boolean readOnly) {
        input.setReadOnly(readOnly);
    }

    @Override
    public void onChange(Runnable listener) {
        input.addValueChangeListener(change -> listener.run());
    }
}
