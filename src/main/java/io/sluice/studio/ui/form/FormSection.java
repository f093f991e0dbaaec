package io.sluice.studio.ui.form;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Path;
import io.sluice.spi.config.ConfigValue;
import io.sluice.ui.State;
import java.util.List;

/**
 * One section of the form. It is told every new state of the task, whoever changed it, and changes the task only
 * through {@link TaskEditing}. Showing a state keeps the focus and what is being typed.
 */
abstract class FormSection extends Section {
    /** What the outline says about a section. */
    record Progress(State state, String sentence) {}

    private final String title;
    private final com.vaadin.flow.component.html.Div head;
    private Runnable progressed = () -> {};

    /** @param key names it in addresses and texts, for example {@code mapping} */
    FormSection(String key) {
        title = getTranslation("form.section." + key);
        setId("form-" + key);
        addClassName("sl-fsection");
        getElement().setAttribute("aria-label", title).setAttribute("tabindex", "-1");
        head = Blocks.block("sl-fsection-head", new H2(title));
        add(head);
    }

    /** Where a section puts its own tools, at the right of its title. */
    com.vaadin.flow.component.html.Div head() {
        return head;
    }

    String title() {
        return title;
    }

    /** Shows the task as it is now. */
    abstract void show(FormTask task);

    /** Takes over rows of the mapping without a line that an earlier form of the task had. */
    void putBack(List<ConfigValue> unjoined) {}

    /** Asks the sources again; {@link #show} follows. */
    void lookAgain() {}

    /** How far it is, as of the last {@link #show}. */
    abstract Progress progress();

    /** Hears when the progress changes though no state was shown, because an answer came in. */
    final void onProgress(Runnable listener) {
        progressed = listener;
    }

    /** To be called when an answer has changed the progress. */
    final void progressed() {
        progressed.run();
    }

    /**
     * Marks the field that holds the value at the path; false when this section shows nothing of it. Of a value with
     * several fields none is marked.
     */
    abstract boolean highlight(Path path);

    /** Brings what is marked into view and focuses it. */
    void focusMarked() {
        getElement()
                .executeJs("requestAnimationFrame(() => requestAnimationFrame(() => {"
                        + " const row = this.querySelector('.sl-caret, .sl-mapstep-current');"
                        + " (row ?? this).scrollIntoView({ block: row ? 'center' : 'start' });"
                        + " if (!row) { this.focus({ preventScroll: true }); }"
                        + " row?.querySelector('input:not([type=hidden]), textarea, vaadin-select-value-button,"
                        + " [tabindex=\"0\"], button')?.focus({ preventScroll: true }); }))");
    }
}
