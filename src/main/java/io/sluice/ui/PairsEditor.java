package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import io.sluice.spi.config.ConfigValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Edits named texts, such as connection properties, as lines of {@code name=value}. */
final class PairsEditor implements FieldEditor {
    private final TextArea input = new TextArea();
    private Map<String, ConfigValue> stored = Map.of();

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
        if (value instanceof ConfigValue.Obj pairs) {
            stored = pairs.entries();
            input.setValue(pairs.entries().entrySet().stream()
                    .map(pair -> pair.getKey() + "=" + pair.getValue())
                    .collect(Collectors.joining("\n")));
        }
    }

    @Override
    public @Nullable ConfigValue value() {
        Map<String, ConfigValue> pairs = new LinkedHashMap<>();
        input.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    String name = equals < 0 ? line : line.substring(0, equals).strip();
                    pairs.put(
                            name,
                            spelled(
                                    name,
                                    equals < 0 ? "" : line.substring(equals + 1).strip()));
                });
        return pairs.isEmpty() ? null : new ConfigValue.Obj(pairs);
    }

    /** As it is stored, which need not be a text, when it says the same. */
    private ConfigValue spelled(String name, String text) {
        ConfigValue before = stored.get(name);
        return before != null && before.toString().strip().equals(text) ? before : new ConfigValue.Text(text);
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
