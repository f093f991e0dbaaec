package io.sluice.studio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.Icon;
import io.sluice.ui.State;
import org.jspecify.annotations.Nullable;

/** Where the task in front is written: the script, the place of the form, or what to do when no task is open. */
final class TaskSurface extends Div {
    private final ScriptEditor editor;
    private final Div later;
    private final Div nothing;
    private final Span noticeText = new Span();
    private final Div notice;
    private StudioToolbar.Mode mode = StudioToolbar.Mode.SCRIPT;
    private boolean open;

    TaskSurface(ScriptEditor.Actions actions, Runnable chooseScript) {
        addClassName("sl-surface");
        editor = new ScriptEditor(actions);
        later = later(chooseScript);
        nothing = nothing();
        Button dismiss = new Button(Icon.CLOSE.create(), click -> notice(""));
        dismiss.addThemeNames("tertiary", "icon", "small");
        dismiss.setAriaLabel(getTranslation("shell.close"));
        notice = Blocks.block("sl-notice", State.WARNING.glyph(), noticeText, dismiss);
        notice.getElement().setAttribute("role", "alert");
        notice("");
        add(notice, Blocks.block("sl-center", later, editor, nothing));
    }

    /** Brings a task into the editor; null leaves nothing open. */
    void show(@Nullable OpenTask task) {
        open = task != null;
        notice("");
        if (task != null) {
            editor.load(task);
        }
        arrange();
    }

    /** Shows the task's name as it is now. */
    void named(OpenTask task) {
        editor.named(task);
    }

    void mode(StudioToolbar.Mode wanted) {
        mode = wanted;
        arrange();
    }

    void schema(String schema) {
        editor.schema(schema);
    }

    void replace(String text) {
        editor.replace(text);
    }

    void reveal(int line, int column) {
        editor.reveal(line, column);
    }

    void readOnly(boolean readOnly) {
        editor.readOnly(readOnly);
    }

    void forget(OpenTask task) {
        editor.forget(task);
    }

    /** Says something above the editor until it is put away; an empty sentence puts it away. */
    void notice(String sentence) {
        noticeText.setText(sentence);
        notice.setVisible(!sentence.isEmpty());
    }

    private void arrange() {
        boolean form = mode == StudioToolbar.Mode.FORM;
        boolean split = mode == StudioToolbar.Mode.SPLIT;
        later.setVisible(open && (form || split));
        later.setClassName("beside", split);
        editor.shown(open && !form);
        nothing.setVisible(!open);
    }

    private Div later(Runnable chooseScript) {
        Button back = new Button(getTranslation("later.script"), click -> chooseScript.run());
        return Blocks.block(
                "sl-later", new H2(getTranslation("later.title")), new Paragraph(getTranslation("later.about")), back);
    }

    private Div nothing() {
        return Blocks.block(
                "sl-nothing", new H2(getTranslation("nothing.title")), new Paragraph(getTranslation("nothing.about")));
    }
}
