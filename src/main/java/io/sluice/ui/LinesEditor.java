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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Edits a list of values, one per line. A value of several lines, such as a long statement, has its further lines
 * indented: as lines of their own they would become values of their own.
 */
final class LinesEditor implements FieldEditor {
    private static final Pattern ENTRY = Pattern.compile("\\[(\\d{1,8})].*");

    private final TextArea input = new TextArea();
    private final Map<String, List<ConfigValue>> stored = new HashMap<>();
    private @Nullable ConfigValue known;
    private String asKnown = "";
    private final Function<String, ConfigValue> entered;
    private boolean indented;

    /**
     * @param example as a script spells it
     * @param statements whether the values are of a language that is written in several lines
     * @param entered the value of a line that was not there before
     */
    LinesEditor(String example, boolean statements, Function<String, ConfigValue> entered) {
        this.entered = entered;
        indented = statements;
        input.setWidthFull();
        input.setMinRows(2);
        input.setClassName("sl-codefield", statements);
        input.setPlaceholder(example.isEmpty() ? input.getTranslation("form.one-per-line") : example(example));
        explain(List.of());
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

    private void explain(List<ConfigValue> items) {
        String indents = indented ? input.getTranslation("form.lines.indented") : "";
        boolean nulls = items.stream().anyMatch(ConfigValue.Null.class::isInstance);
        String missing = nulls ? input.getTranslation("form.lines.null", IndentedLines.NULL) : "";
        input.setHelperText((indents + " " + missing).strip());
    }

    private static String lines(ConfigValue value) {
        return items(value).stream().map(LinesEditor::shown).collect(Collectors.joining("\n"));
    }

    private static List<ConfigValue> items(ConfigValue value) {
        return value instanceof ConfigValue.Array array ? array.items() : List.of(value);
    }

    /** A blank text would be no line at all. */
    private static String shown(ConfigValue item) {
        return item instanceof ConfigValue.Text(String text) && text.isBlank()
                ? ScriptOnlyEditor.spelled(item)
                : IndentedLines.shown(item);
    }

    @Override
    public void show(ConfigValue value) {
        stored.clear();
        for (ConfigValue item : items(value)) {
            stored.computeIfAbsent(IndentedLines.text(shown(item)), text -> new ArrayList<>())
                    .add(item);
            indented |= shown(item).contains("\n");
        }
        explain(items(value));
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
            List<ConfigValue> alike = stored.getOrDefault(text, List.of(entered.apply(text)));
            int number = given.merge(text, 1, Integer::sum);
            items.add(alike.get(Math.min(number, alike.size()) - 1));
        }
        return items.isEmpty() ? null : new ConfigValue.Array(items);
    }

    /** Lines cannot be marked one by one. */
    @Override
    public String located(String restOfPath, String message) {
        Matcher entry = ENTRY.matcher(restOfPath);
        return entry.matches()
                ? input.getTranslation("form.lines.problem", Integer.parseInt(entry.group(1)) + 1, message)
                : message;
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
