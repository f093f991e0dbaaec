package io.sluice.studio.ui.form;

import com.vaadin.flow.component.html.Div;
import io.sluice.run.ui.Blocks;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a step that no field is for, with their values. */
final class ScriptOnly extends Div {
    ScriptOnly() {
        addClassName("sl-scriptonly");
        setVisible(false);
    }

    /** @param known what there are fields for; null for nothing */
    void show(ConfigValue.Obj parameters, @Nullable ConfigSpec<?> known) {
        removeAll();
        List<Map.Entry<String, ConfigValue>> only = parameters.entries().entrySet().stream()
                .filter(entry -> known == null || known.field(entry.getKey()).isEmpty())
                .toList();
        setVisible(!only.isEmpty());
        if (only.isEmpty()) {
            return;
        }
        add(Blocks.text("sl-small sl-muted", getTranslation("form.script-only.title", only.size())));
        for (Map.Entry<String, ConfigValue> entry : only) {
            add(Blocks.block(
                    "sl-scriptonly-row",
                    Blocks.text("sl-mono", entry.getKey()),
                    Blocks.text("sl-mono sl-cut sl-muted", Values.spelled(entry.getValue()))));
        }
    }
}
