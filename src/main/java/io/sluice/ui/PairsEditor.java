package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Edits named texts, such as connection properties, as lines of {@code name=value}; further lines of a value are indented. */
final class PairsEditor implements FieldEditor {
    private final TextArea input = new TextArea();
    private final Map<String, Map.Entry<String, ConfigValue>> stored = new HashMap<>();
    private final List<String> shown = new ArrayList<>();
    private @Nullable ConfigValue known;
    private String asKnown = "";
    private boolean indented;
    private boolean nulls;

    PairsEditor() {
        input.setWidthFull();
        input.setMinRows(2);
        input.addClassName("sl-codefield");
        input.setPlaceholder(input.getTranslation("form.pairs"));
        input.setManualValidation(true);
    }

    @Override
    public Component component() {
        return input;
    }

    @Override
    public void show(ConfigValue value) {
        stored.clear();
        shown.clear();
        if (value instanceof ConfigValue.Obj(Map<String, ConfigValue> entries)) {
            entries.forEach(this::know);
            input.setValue(String.join("\n", shown));
        }
        String indents = indented ? input.getTranslation("form.lines.indented") : "";
        String missing = nulls ? input.getTranslation("form.lines.null", IndentedLines.NULL) : "";
        input.setHelperText((indents + " " + missing).strip());
        known = value;
        asKnown = input.getValue();
    }

    private void know(String name, ConfigValue value) {
        String lines = IndentedLines.shown(name + "=" + IndentedLines.word(value));
        nulls |= value instanceof ConfigValue.Null;
        indented |= lines.contains("\n");
        shown.add(lines);
        stored.put(IndentedLines.text(lines), Map.entry(name, value));
    }

    /** What is stored is given back as it is spelled there, when its line says the same. */
    @Override
    public @Nullable ConfigValue value() {
        if (known != null && input.getValue().equals(asKnown)) {
            return known;
        }
        Map<String, ConfigValue> pairs = new LinkedHashMap<>();
        for (String line : IndentedLines.read(input.getValue(), indented)) {
            Map.Entry<String, ConfigValue> pair = stored.getOrDefault(line, entered(line));
            pairs.put(pair.getKey(), pair.getValue());
        }
        return pairs.isEmpty() ? null : new ConfigValue.Obj(pairs);
    }

    private static Map.Entry<String, ConfigValue> entered(String line) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? line : line.substring(0, equals).strip();
        String text = equals < 0 ? "" : line.substring(equals + 1).strip();
        return Map.entry(name, new ConfigValue.Text(text));
    }

    @Override
    public void invalid(boolean wrong) {
        input.setInvalid(wrong);
    }

    @Override
    public boolean showProblem(String restOfPath, String message) {
        return false;
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
