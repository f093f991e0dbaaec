package io.sluice.studio.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Path;
import io.sluice.spi.config.ConfigValue;
import io.sluice.ui.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a task: an outline that shows what is complete, and its sections on one page. */
public final class TaskForm extends Div {
    private final Map<FormSection, Entry> sections = new LinkedHashMap<>();
    private final Div obstacle = Blocks.block("sl-form-obstacle");
    private final Div above = new Div();

    public TaskForm(TaskEditing editing, FormServices services) {
        addClassName("sl-taskform");
        Nav outline = new Nav();
        outline.addClassName("sl-outline");
        outline.getElement().setAttribute("aria-label", getTranslation("form.outline"));
        Div page = Blocks.block("sl-formpage", obstacle, above);
        obstacle.setVisible(false);
        obstacle.getElement().setAttribute("role", "alert");
        for (FormSection section : services.sections(editing)) {
            Entry entry = new Entry(section);
            sections.put(section, entry);
            section.onProgress(() -> entry.show(section.progress()));
            outline.add(entry);
            page.add(section);
        }
        add(outline, page);
    }

    /** Puts something above the sections, in the place of what stood there before. */
    public void above(Component notice) {
        above.removeAll();
        above.add(notice);
    }

    /** Shows the task as it is now. */
    public void show(FormTask task) {
        sections.forEach((section, entry) -> {
            section.show(task);
            entry.show(section.progress());
        });
    }

    /** Takes over rows of the mapping without a line that an earlier form of the task had. */
    public void putBack(List<ConfigValue> unjoined) {
        sections.keySet().forEach(section -> section.putBack(unjoined));
    }

    /** Asks the sources of the task again, before it is shown once more. */
    public void lookAgain() {
        sections.keySet().forEach(FormSection::lookAgain);
    }

    /** Says why the form cannot be edited and shows the last state that could be read; null when it can. */
    public void obstacle(@Nullable String sentence, Runnable goThere) {
        obstacle.setVisible(sentence != null);
        obstacle.removeAll();
        if (sentence != null) {
            NativeButton there = new NativeButton(getTranslation("form.obstacle.show"), click -> goThere.run());
            there.addClassName("sl-link");
            obstacle.add(State.WARNING.glyph(), new Span(sentence), there);
        }
    }

    /** Marks the field that holds the value the script's caret is in. */
    public void highlight(Path path) {
        boolean found = false;
        for (FormSection section : sections.keySet()) {
            found |= section.highlight(path);
        }
        if (found) {
            getElement()
                    .executeJs("requestAnimationFrame(() => this.querySelector('.sl-caret')"
                            + "?.scrollIntoView({ block: 'nearest' }))");
        }
    }

    /** Brings the field of a path into view and focuses it; false when there is none. */
    public boolean reveal(Path path) {
        FormSection holder = null;
        for (FormSection section : sections.keySet()) {
            holder = section.highlight(path) && holder == null ? section : holder;
        }
        if (holder != null) {
            holder.focusMarked();
        }
        return holder != null;
    }

    List<FormSection> sections() {
        return List.copyOf(sections.keySet());
    }

    private static final class Entry extends NativeButton {
        private final Span glyph = new Span();
        private final Span sentence = Blocks.text("sl-outline-sentence", "");

        Entry(FormSection section) {
            addClassName("sl-outline-entry");
            glyph.addClassName("sl-outline-state");
            add(glyph, Blocks.text("sl-outline-title", section.title()), sentence);
            addClickListener(click -> section.getElement()
                    .executeJs("this.scrollIntoView({ block: 'start' }); this.focus({ preventScroll: true })"));
        }

        void show(FormSection.Progress progress) {
            glyph.removeAll();
            glyph.add(progress.state().glyph());
            sentence.setText(progress.sentence());
        }
    }
}
