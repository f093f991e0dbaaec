package io.sluice.studio.ui;

import io.sluice.run.RunKind;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What tabs, toolbar and editor do, wherever it was asked for. */
final class StudioActions implements TaskTabs.Actions, StudioToolbar.Actions, ScriptEditor.Actions {
    private final StudioPresenter presenter;
    private final StudioView view;

    StudioActions(StudioPresenter presenter, StudioView view) {
        this.presenter = presenter;
        this.view = view;
    }

    @Override
    public void bringToFront(OpenTask task) {
        view.openTask(task.id());
    }

    @Override
    public void close(OpenTask task) {
        if (task.dirty()) {
            new CloseDialog(task, () -> presenter.save(task), () -> view.closeTab(task)).open();
        } else {
            view.closeTab(task);
        }
    }

    @Override
    public void save() {
        withFront(task -> {
            if (task.dirty()) {
                presenter.save(task);
            }
        });
    }

    @Override
    public void run() {
        withFront(presenter::run);
    }

    @Override
    public void runAs(RunKind kind) {
        withFront(task -> presenter.run(task, kind));
    }

    @Override
    public void runWithParameters() {
        withFront(presenter::runWithParameters);
    }

    @Override
    public void stop() {
        view.stopRun();
    }

    @Override
    public void template() {
        withFront(task -> new TemplateDialog(view.offer(), !task.text().isBlank(), presenter::insertTemplate).open());
    }

    @Override
    public void format() {
        withFront(presenter::format);
    }

    @Override
    public void mode(StudioToolbar.Mode mode) {
        view.mode(mode);
    }

    @Override
    public List<Finding> edited(UUID task, String text) {
        return presenter.edited(task, text);
    }

    private void withFront(Consumer<OpenTask> action) {
        OpenTask front = presenter.tasks().active();
        if (front != null) {
            action.accept(front);
        }
    }
}
