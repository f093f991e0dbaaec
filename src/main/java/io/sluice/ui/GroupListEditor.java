package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Edits a list of configurations, such as the addresses of a cluster; rows are added and removed. */
final class GroupListEditor implements FieldEditor {
    private final ConfigSpec<?> spec;
    private final ConfigForm.Stored stored;
    private final String path;
    private final Div rows = new Div();
    private final Div all = new Div();
    private final List<ConfigForm> forms = new ArrayList<>();
    private final Map<ConfigForm, ConfigValue> known = new HashMap<>();
    private final List<Button> buttons = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    GroupListEditor(ConfigSpec<?> spec, ConfigForm.Stored stored, String path) {
        this.spec = spec;
        this.stored = stored;
        this.path = path;
        rows.addClassName("sl-form");
        Button add = new Button(all.getTranslation("form.add"), Icon.PLUS.create(), click -> {
            add(ConfigValue.Obj.EMPTY);
            changed();
        });
        add.addThemeNames("tertiary", "small", "link");
        buttons.add(add);
        all.addClassName("sl-form");
        all.add(rows, add);
        add(ConfigValue.Obj.EMPTY);
    }

    @Override
    public Component component() {
        return all;
    }

    @Override
    public void show(ConfigValue value) {
        forms.clear();
        known.clear();
        buttons.subList(1, buttons.size()).clear();
        rows.removeAll();
        List<ConfigValue> items = value instanceof ConfigValue.Array array ? array.items() : List.of(value);
        items.forEach(this::add);
    }

    private void add(ConfigValue stands) {
        ConfigValue.Obj values = stands instanceof ConfigValue.Obj object ? object : ConfigValue.Obj.EMPTY;
        String rowPath = path + "[" + forms.size() + "]";
        ConfigForm form = new ConfigForm(spec, new ConfigForm.Stored(values, stored.secretsSet()), rowPath);
        form.addClassName("sl-grow");
        form.onChange(this::changed);
        Button remove = new Button(Icon.CLOSE.create());
        remove.addThemeNames("tertiary", "icon", "small");
        remove.setAriaLabel(all.getTranslation("form.remove"));
        Div row = new Div(form, remove);
        if (!(stands instanceof ConfigValue.Obj)) {
            ScriptOnlyEditor word = new ScriptOnlyEditor();
            word.show(stands);
            row.addComponentAsFirst(word.component());
        }
        row.addClassName("sl-formlistrow");
        remove.addClickListener(click -> {
            forms.remove(form);
            rows.remove(row);
            changed();
        });
        buttons.add(remove);
        forms.add(form);
        known.put(form, stands);
        rows.add(row);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public @Nullable ConfigValue value() {
        List<ConfigValue> items = new ArrayList<>();
        forms.stream()
                .map(this::value)
                .filter(item ->
                        !(item instanceof ConfigValue.Obj row && row.entries().isEmpty()))
                .forEach(items::add);
        return items.isEmpty() ? null : new ConfigValue.Array(items);
    }

    /** What is no group at all stays as it is until something is entered in its place. */
    private ConfigValue value(ConfigForm form) {
        ConfigValue before = known.getOrDefault(form, ConfigValue.Obj.EMPTY);
        if (before instanceof ConfigValue.Obj row) {
            return form.value(row);
        }
        ConfigValue.Obj entered = form.value(ConfigValue.Obj.EMPTY);
        return entered.entries().isEmpty() ? before : entered;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void readOnly(boolean readOnly) {
        forms.forEach(form -> form.readOnly(readOnly));
        buttons.forEach(button -> button.setEnabled(!readOnly));
    }

    @Override
    public boolean isGroup() {
        return true;
    }

    @Override
    public boolean showProblem(String restOfPath, String message) {
        int end = restOfPath.indexOf(']');
        if (!restOfPath.startsWith("[") || end < 0 || !restOfPath.startsWith("].", end)) {
            return false;
        }
        int index = Integer.parseInt(restOfPath.substring(1, end));
        return index < forms.size() && forms.get(index).showProblem(restOfPath.substring(end + 2), message);
    }

    @Override
    public void clearProblems() {
        forms.forEach(ConfigForm::clearProblems);
    }
}
