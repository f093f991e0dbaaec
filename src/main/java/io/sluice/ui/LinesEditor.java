package io.sluice.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Edits a list of texts, one per line. */
final class LinesEditor implements FieldEditor {
    private final TextArea input = new TextArea();

    /** @param example as a script spells it */
    LinesEditor(String example) {
        input.setWidthFull();
        input.setMinRows(2);
        input.setPlaceholder(example.isEmpty() ? translate("form.one-per-line") : lines(example));
        input.setManualValidation(true);
    }

    @Override
    public Component component() {
        return input;
    }

    private static String lines(String example) {
        ScriptDocument script = ScriptDocument.parse(example);
        return script.readable()
                ? script.read(Path.ROOT).map(LinesEditor::lines).orElse(example)
                : example;
    }

    private static String lines(ConfigValue value) {
        List<ConfigValue> items = value instanceof ConfigValue.Array array ? array.items() : List.of(value);
        return items.stream().map(ConfigValue::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public void show(ConfigValue value) {
        input.setValue(lines(value));
    }

    @Override
    public @Nullable ConfigValue value() {
        List<String> lines = input.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? null : ConfigValue.Array.ofTexts(lines);
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
