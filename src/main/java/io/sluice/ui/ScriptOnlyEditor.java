package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.script.JsonText;
import io.sluice.spi.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Stands for a value too free for a form: it is kept as it is and edited in the script. */
public final class ScriptOnlyEditor implements FieldEditor {
    private final Span words = new Span();
    private final Span written = new Span();
    private final Div note = new Div(words, written);
    private @Nullable ConfigValue kept;

    public ScriptOnlyEditor() {
        words.setText(words.getTranslation("form.script-only"));
        note.addClassName("sl-scriptvalue");
        words.addClassNames("sl-small", "sl-muted");
        written.addClassName("sl-mono");
    }

    @Override
    public Component component() {
        return note;
    }

    @Override
    public void show(ConfigValue value) {
        kept = value;
        written.setText(spelled(value));
        written.setTitle(spelled(value));
    }

    /** The value as a script spells it, on one line. */
    public static String spelled(ConfigValue value) {
        StringBuilder out = new StringBuilder();
        JsonText.inline(value, out);
        return out.toString();
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
