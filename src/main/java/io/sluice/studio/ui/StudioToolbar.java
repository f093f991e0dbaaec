package io.sluice.studio.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.run.RunKind;
import io.sluice.run.ui.Blocks;
import io.sluice.run.ui.LocalTime;
import io.sluice.ui.Icon;
import io.sluice.ui.State;
import io.sluice.workspace.Role;

/** The actions on the task in front. What gives way when there is too little room is said in frontend/studio-toolbar.js. */
@Tag("sluice-studio-toolbar")
@JsModule("context://sluice/studio-toolbar.js")
final class StudioToolbar extends Div {
    /** The ways to look at a task. */
    enum Mode {
        FORM,
        SPLIT,
        SCRIPT
    }

    private Role role;
    private final Button save;
    private final Button submit;
    private final RunButton run;
    private final Button stop;
    private final Button template;
    private final Button format;
    private final ModeSwitch mode;
    private final MoreMenu more;
    private final Span stopWord = Blocks.text("sl-word", "");
    private final Span saved = Blocks.text("sl-saved", "");

    StudioToolbar(Actions actions, MoreMenu more, Role role) {
        this.role = role;
        addClassName("sl-toolbar");
        this.more = more;
        save = plain("studio-save", word("studio.save"), Icon.SAVE, actions::save);
        save.setTooltipText(getTranslation("studio.save.key"));
        submit = plain("studio-submit", word("studio.submit"), Icon.SUBMIT, actions::submit);
        submit.setTooltipText(getTranslation("studio.submit.key"));
        run = new RunButton(actions);
        stop = plain("studio-stop", stopWord, Icon.STOP, actions::stop);
        stop.setTooltipText(getTranslation("studio.stop.tip"));
        template = plain("studio-template", word("studio.template"), Icon.TEMPLATE, actions::template);
        template.addClassName("sl-rarer");
        template.setTooltipText(getTranslation("studio.template.tip"));
        format = plain("studio-format", word("studio.format"), Icon.FORMAT, actions::format);
        format.addClassName("sl-rarer");
        format.setTooltipText(getTranslation("studio.format.key"));
        more.takeIn(actions::template, actions::format);
        mode = new ModeSwitch(actions::mode, actions::askMode);
        Span rarer = line();
        rarer.addClassName("sl-rarer");
        add(save, submit, line(), run, stop, line(), mode, rarer, template, format, Blocks.space(), saved, more);
    }

    @ClientCallable
    void shorten(boolean roomTooShort) {
        more.shorten(roomTooShort);
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

    /** Offers what another role allows, from the next time that something is shown. */
    void role(Role now) {
        role = now;
        more.editable(now.mayEdit());
    }

    /** Fits the buttons to the task in front. */
    void show(OpenTask task) {
        boolean script = mode.mode() != Mode.FORM;
        save.setEnabled(role.mayEdit() && task.dirty());
        submit.setEnabled(role.mayEdit());
        template.setEnabled(role.mayEdit() && script);
        format.setEnabled(role.mayEdit() && script);
        more.enable(role.mayEdit() && script);
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
        run.enabled(role.mayRun() && !live);
        stop.setEnabled(role.mayRun() && live && !stopping);
        if (live) {
            stop.addThemeNames("error");
            stop.removeThemeNames("tertiary");
        } else {
            stop.removeThemeNames("error");
            stop.addThemeNames("tertiary");
        }
        stopWord.setText(stopping ? getTranslation("studio.stopping") : getTranslation("studio.stop"));
    }

    /** Puts something before the words at the right. */
    void aside(Component part) {
        addComponentAtIndex(indexOf(saved), part);
    }

    /** Looks at the task in another way. */
    void choose(Mode wanted) {
        mode.choose(wanted);
    }

    private Span word(String key) {
        return Blocks.text("sl-word", getTranslation(key));
    }

    private static Button plain(String id, Span word, Icon icon, Runnable action) {
        Span mark = icon.create();
        Button button = new Button(mark, click -> action.run());
        button.removeThemeNames("icon");
        mark.getElement().setAttribute("slot", "prefix");
        button.getElement().appendChild(word.getElement());
        button.setId(id);
        button.addThemeNames("tertiary");
        return button;
    }

    private static Span line() {
        return Blocks.text("sl-divider", "");
    }
}
