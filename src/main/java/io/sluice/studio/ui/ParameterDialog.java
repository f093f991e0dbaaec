package io.sluice.studio.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Asks for the values of a task's parameters; those of last time are filled in. */
final class ParameterDialog extends StudioDialog {
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Consumer<Map<String, String>> run;

    ParameterDialog(
            OpenTask task, List<String> names, Map<String, String> remembered, Consumer<Map<String, String>> run) {
        this.run = run;
        titles(getTranslation("parameters.title", task.name()), getTranslation("studio.run"));
        sentence(getTranslation("parameters.about"));
        for (String name : names) {
            TextField value = new TextField();
            value.setValue(remembered.getOrDefault(name, ""));
            value.setId("parameter-" + name);
            fields.put(name, value);
            field("${" + name + "}", value);
        }
        addOpenedChangeListener(opened -> fields.values().stream().findFirst().ifPresent(TextField::focus));
    }

    @Override
    void answered() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.getValue()));
        boolean complete = true;
        for (TextField field : fields.values()) {
            boolean missing = field.getValue().isEmpty();
            field.setErrorMessage(getTranslation("parameters.missing"));
            field.setInvalid(missing);
            complete &= !missing;
        }
        if (complete) {
            close();
            run.accept(values);
        }
    }
}
