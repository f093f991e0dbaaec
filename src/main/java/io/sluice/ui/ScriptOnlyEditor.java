package io.sluice.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.sluice.spi.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Stands for a value too free for a form: it is kept as it is and edited in the script. */
final class ScriptOnlyEditor implements FieldEditor {
    private final Span note = new Span(translate("form.script-only"));
    private @Nullable ConfigValue kept;

    ScriptOnlyEditor() {
        note.addClassNames("sl-muted");
    }

    @Override
    public Component component() {
        return note;
    }

    @Override
    public void show(ConfigValue value) {
        kept = value;
    }

    @Override
    public @Nullable ConfigValue value() {
        return kept;
    }

    @Override
    public void onChange(Runnable listener) {
        // Nothing changes here.
    }
}
