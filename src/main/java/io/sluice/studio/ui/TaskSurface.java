package io.sluice.studio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Repair;
import io.sluice.script.ScriptDocument;
import io.sluice.studio.ui.assist.GuideEntry;
import io.sluice.studio.ui.assist.GuidePanel;
import io.sluice.ui.Icon;
import io.sluice.ui.RoleAware;
import io.sluice.ui.State;
import io.sluice.workspace.Member;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the task in front is written: the script, the place of the form, or what to do when no task is open. */
final class TaskSurface extends Div implements RoleAware {
    private final ScriptEditor editor;
    private final FormPane form;
    private final SplitDivider divider = new SplitDivider();
    private final GuidePanel guide;
    private final Div script;
    private final Div nothing;
    private final Span noticeText = new Span();
    private final Div notice;
    private StudioToolbar.Mode mode = StudioToolbar.Mode.SCRIPT;
    private boolean open;

    TaskSurface(StudioServices services, Member member, StudioActions actions) {
        addClassName("sl-surface");
        editor = new ScriptEditor(actions);
        editor.ownedBy(member.userId());
        form = new FormPane(services, member, new Surroundings(actions));
        editor.readOnly(!member.role().mayEdit());
        guide = new GuidePanel(editor::toForm);
        script = Blocks.block("sl-scriptside", editor, guide);
        nothing = nothing();
        Button dismiss = new Button(Icon.CLOSE.create(), click -> notice(""));
        dismiss.addThemeNames("tertiary", "icon", "small");
        dismiss.setAriaLabel(getTranslation("shell.close"));
        notice = Blocks.block("sl-notice", State.WARNING.glyph(), noticeText, dismiss);
        notice.getElement().setAttribute("role", "alert");
        notice("");
        add(notice, Blocks.block("sl-center", form, divider, script, nothing));
    }

    /** Brings a task into the editor; null leaves nothing open. */
    void show(@Nullable OpenTask task) {
        open = task != null;
        notice("");
        if (task != null) {
            editor.load(task);
            settle(task);
        }
        arrange();
        form.show(task);
    }

    /** Shows the task in the form as it is now. */
    void showForm(OpenTask task) {
        form.show(task);
        settle(task);
    }

    /** Shows the task's name as it is now. */
    void named(OpenTask task) {
        editor.named(task);
        settle(task);
    }

    private void settle(OpenTask task) {
        if (!task.dirty()) {
            editor.settled(task);
        }
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

    /** Makes an edit of the form in the script. */
    void change(OpenTask task, String before) {
        editor.change(task, before, task.text());
    }

    /** Marks the field of the value that the caret of the script is in. */
    void highlight(int line, int column) {
        if (mode == StudioToolbar.Mode.SPLIT) {
            form.highlight(line, column);
        }
    }

    /** Tells what the caret of the script stands on. */
    void guide(GuideEntry entry) {
        guide.show(entry);
    }

    /** Marks the line of the field that has the focus in the form. */
    void markLine(int line) {
        if (mode == StudioToolbar.Mode.SPLIT) {
            editor.mark(line);
        }
    }

    void repair(Repair repair) {
        editor.repair(repair);
    }

    void reveal(int line, int column) {
        editor.reveal(line, column);
    }

    /** Goes to the field of the form for a place of the script; false when there is none. */
    boolean revealField(int line, int column) {
        return form.reveal(line, column);
    }

    @Override
    public void become(Member now) {
        editor.readOnly(!now.role().mayEdit());
        form.become(now);
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
        form.setVisible(open && mode != StudioToolbar.Mode.SCRIPT);
        form.setClassName("beside", mode == StudioToolbar.Mode.SPLIT);
        divider.setVisible(open && mode == StudioToolbar.Mode.SPLIT);
        script.setClassName("sl-editor-hidden", !open || mode == StudioToolbar.Mode.FORM);
        editor.shown(open && mode != StudioToolbar.Mode.FORM);
        guide.setVisible(open && mode != StudioToolbar.Mode.FORM);
        nothing.setVisible(!open);
    }

    private Div nothing() {
        return Blocks.block(
                "sl-nothing", new H2(getTranslation("nothing.title")), new Paragraph(getTranslation("nothing.about")));
    }

    private final class Surroundings implements FormPane.Surroundings {
        private final StudioActions actions;

        Surroundings(StudioActions actions) {
            this.actions = actions;
        }

        @Override
        public void change(OpenTask task, UnaryOperator<ScriptDocument> change) {
            actions.change(task, change);
        }

        @Override
        public void markLine(int line) {
            TaskSurface.this.markLine(line);
        }

        @Override
        public void reveal(int line, int column) {
            actions.reveal(line, column);
        }

        @Override
        public void revealBeside(int line, int column) {
            actions.revealBeside(line, column);
        }

        @Override
        public void preview() {
            actions.preview();
        }

        @Override
        public void undo() {
            editor.undo();
        }

        @Override
        public void redo() {
            editor.redo();
        }
    }
}
