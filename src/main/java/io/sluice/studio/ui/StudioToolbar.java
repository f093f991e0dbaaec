package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.run.RunKind;
import io.sluice.run.ui.Blocks;
import io.sluice.run.ui.LocalTime;
import io.sluice.ui.Icon;
import io.sluice.ui.State;

/** The actions on the task in front. */
final class StudioToolbar extends Div {
    /** The ways to look at a task. */
    enum Mode {
        FORM,
        SPLIT,
        SCRIPT
    }

    private final boolean mayEdit;
    private final boolean mayRun;
    private final Button save;
    private final Button submit;
    private final RunButton run;
    private final Button stop;
    private final Button template;
    private final Button format;
    private final ModeSwitch mode;
    private final Span saved = Blocks.text("sl-saved", "");

    StudioToolbar(Actions actions, MoreMenu more, boolean mayEdit, boolean mayRun) {
        this.mayEdit = mayEdit;
        this.mayRun = mayRun;
        addClassName("sl-toolbar");
        save = plain("studio-save", getTranslation("studio.save"), Icon.SAVE, actions::save);
        submit = plain("studio-submit", getTranslation("studio.submit"), Icon.SUBMIT, actions::submit);
        submit.setTooltipText(getTranslation("studio.submit.key"));
        run = new RunButton(actions);
        stop = plain("studio-stop", getTranslation("studio.stop"), Icon.STOP, actions::stop);
        template = plain("studio-template", getTranslation("studio.template"), Icon.TEMPLATE, actions::template);
        format = plain("studio-format", getTranslation("studio.format"), Icon.FORMAT, actions::format);
        save.setTooltipText(getTranslation("studio.save.key"));
        format.setTooltipText(getTranslation("studio.format.key"));
        mode = new ModeSwitch(actions::mode, actions::askMode);
        add(save, submit, line(), run, stop, line(), mode, line(), template, format, Blocks.space(), saved, more);
    }

    /** What the buttons do. */
    interface Actions {
        void save();

        void submit();

        void run();

        void runAs(RunKind kind);

        void runWithParameters();

        void stop();

        void template();

        void format();

        void mode(Mode mode);

        /** Somebody chose another way to look at the task; runs {@code proceed} when that may be. */
        void askMode(Mode wanted, Runnable proceed);
    }

    /** Fits the buttons to the task in front. */
    void show(OpenTask task) {
        boolean script = mode.mode() != Mode.FORM;
        save.setEnabled(mayEdit && task.dirty());
        submit.setEnabled(mayEdit);
        template.setEnabled(mayEdit && script);
        format.setEnabled(mayEdit && script);
        long errors = Finding.errors(task.findings());
        saved.setClassName("err", errors > 0);
        saved.removeAll();
        if (errors > 0) {
            saved.add(State.FAILED.glyph());
        }
        saved.add(words(task, errors));
    }

    private String words(OpenTask task, long errors) {
        if (errors > 0) {
            return getTranslation("studio.errors", errors);
        }
        return task.dirty()
                ? getTranslation("studio.unsaved")
                : getTranslation("studio.saved", LocalTime.of(task.changedAt()));
    }

    /** Fits Run and Stop to whether a run is in progress and being stopped. */
    void running(boolean live, boolean stopping) {
        run.enabled(mayRun && !live);
        stop.setEnabled(mayRun && live && !stopping);
        if (live) {
            stop.addThemeNames("error");
            stop.removeThemeNames("tertiary");
        } else {
            stop.removeThemeNames("error");
            stop.addThemeNames("tertiary");
        }
        stop.setText(stopping ? getTranslation("studio.stopping") : getTranslation("studio.stop"));
    }

    /** Puts something before the words at the right. */
    void aside(Component part) {
        addComponentAtIndex(indexOf(saved), part);
    }

    /** Looks at the task in another way. */
    void choose(Mode wanted) {
        mode.choose(wanted);
    }

    private static Button plain(String id, String text, Icon icon, Runnable action) {
        Button button = new Button(text, icon.create(), click -> action.run());
        button.setId(id);
        button.addThemeNames("tertiary");
        return button;
    }

    private static Span line() {
        return Blocks.text("sl-divider", "");
    }
}
