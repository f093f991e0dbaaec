package io.sluice.ui;

import com.vaadin.flow.component.Component;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Edits a configuration inside another one. */
final class GroupEditor implements FieldEditor {
    private final ConfigForm form;
    private final ConfigValue.Obj before;
    private @Nullable ConfigValue stored;

    GroupEditor(ConfigSpec<?> spec, ConfigForm.Stored stored, String path) {
        form = new ConfigForm(spec, stored, path);
        before = stored.settings();
    }

    @Override
    public Component component() {
        return form;
    }

    @Override
    public void show(ConfigValue value) {
        stored = value;
    }

    @Override
    public @Nullable ConfigValue value() {
        ConfigValue.Obj entered = form.value(before);
        if (entered.equals(before)) {
            return stored;
        }
        return entered.entries().isEmpty() ? null : entered;
    }

    @Override
    public void readOnly(boolean readOnly) {
        form.readOnly(readOnly);
    }

    @Override
    public void onChange(Runnable listener) {
        form.onChange(listener);
    }

    @Override
    public boolean isGroup() {
        return true;
    }

    @Override
    public boolean showProblem(String restOfPath, String message) {
        return restOfPath.startsWith(".") && form.showProblem(restOfPath.substring(1), message);
    }

    @Override
    public void clearProblems() {
        form.clearProblems();
    }
}
