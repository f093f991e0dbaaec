package io.sluice.studio.ui;

import io.sluice.script.Repair;
import io.sluice.studio.ui.assist.ScriptGuide;
import io.sluice.ui.Toast;
import java.util.UUID;

/** The ways between the form of the task in front and its script. */
final class FormAndScript {
    private final StudioPresenter presenter;
    private final StudioToolbar toolbar;
    private final TaskSurface surface;
    private final RunDesk desk;
    private final ScriptGuide guide;

    FormAndScript(
            StudioPresenter presenter, StudioToolbar toolbar, TaskSurface surface, RunDesk desk, ScriptGuide guide) {
        this.presenter = presenter;
        this.toolbar = toolbar;
        this.surface = surface;
        this.desk = desk;
        this.guide = guide;
    }

    /** Goes to a place of the script, wherever somebody is. */
    void reveal(int line, int column) {
        OpenTask front = presenter.tasks().active();
        if (front != null && front.mode() == StudioToolbar.Mode.FORM) {
            toolbar.choose(StudioToolbar.Mode.SCRIPT);
        }
        desk.makeRoom();
        surface.reveal(line, column);
    }

    /** Goes from the form to the script; the form stays beside it. */
    void revealBeside(int line, int column) {
        beside(StudioToolbar.Mode.FORM);
        surface.reveal(line, column);
    }

    /** Goes from the script to the form; the script stays beside it. */
    void revealField(UUID task, int line, int column) {
        OpenTask front = presenter.tasks().active();
        if (front == null || !front.id().equals(task)) {
            return;
        }
        beside(StudioToolbar.Mode.SCRIPT);
        if (!surface.revealField(line, column)) {
            Toast.show(surface.getTranslation("editor.no-field"));
        }
    }

    private void beside(StudioToolbar.Mode alone) {
        OpenTask front = presenter.tasks().active();
        if (front != null && front.mode() == alone) {
            toolbar.choose(StudioToolbar.Mode.SPLIT);
        }
        desk.makeRoom();
    }

    /** Makes a repair in the script. */
    void repair(Repair repair) {
        desk.makeRoom();
        surface.repair(repair);
    }

    /** Shows in the form what the caret of the script is in. */
    void caret(UUID task, int line, int column) {
        OpenTask front = presenter.tasks().active();
        if (front != null && front.id().equals(task)) {
            surface.highlight(line, column);
            guide(front, line, column);
        }
    }

    /** Tells what the caret of the script stands on. */
    void guide(OpenTask task, int line, int column) {
        surface.guide(guide.at(task.text(), line, column, surface::getTranslation));
    }
}
