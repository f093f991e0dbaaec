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
    private static final String INDENT = "    ";

    private final TextArea input = new TextArea();
    private final Map<String, ConfigValue> stored = new HashMap<>();
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

    private static String shown(ConfigValue item) {
        return item.toString().strip().lines().collect(Collectors.joining("\n" + INDENT));
    }

    @Override
    public void show(ConfigValue value) {
        stored.clear();
        for (ConfigValue item : items(value)) {
            stored.put(text(shown(item)), item);
            indented |= shown(item).contains("\n");
        }
        input.setValue(lines(value));
    }

    /** What is stored is given back as it is spelled there. */
    @Override
    public @Nullable ConfigValue value() {
        List<ConfigValue> items = new ArrayList<>();
        for (String item : entered()) {
            String text = text(item);
            items.add(stored.getOrDefault(text, new ConfigValue.Text(text)));
        }
        return items.isEmpty() ? null : new ConfigValue.Array(items);
    }

    private List<String> entered() {
        List<String> items = new ArrayList<>();
        for (String line : input.getValue().lines().toList()) {
            boolean goesOn =
                    indented && !items.isEmpty() && Character.isWhitespace(line.isEmpty() ? 'x' : line.charAt(0));
            if (goesOn) {
                items.set(items.size() - 1, items.getLast() + "\n" + line);
            } else if (!line.isBlank()) {
                items.add(line);
            }
        }
        return items;
    }

    /** The value of its lines. */
    private static String text(String lines) {
        return lines.lines()
                .map(line -> line.startsWith(INDENT) ? line.substring(INDENT.length()) : line)
                .collect(Collectors.joining("\n"))
                .strip();
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
