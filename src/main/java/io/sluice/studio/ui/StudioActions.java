package io.sluice.studio.ui;

import io.sluice.run.RunKind;
import io.sluice.script.ScriptDocument;
import io.sluice.studio.ui.assist.Suggestions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

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
    public void closeAll(List<OpenTask> tasks) {
        List<OpenTask> unsaved = tasks.stream().filter(OpenTask::dirty).toList();
        if (unsaved.isEmpty()) {
            view.closeTabs(tasks);
        } else {
            new CloseManyDialog(unsaved, presenter::save, () -> view.closeTabs(tasks)).open();
        }
    }

    @Override
    public void create() {
        view.createTask();
    }

    /** Closes the tab in front. */
    void closeFront() {
        withFront(this::close);
    }

    @Override
    public void save() {
        withFront(task -> {
            if (task.dirty()) {
                presenter.save(task);
            }
        });
    }

    /** Opens the panel with the versions of the task in front. */
    void versions() {
        view.versions().open();
    }

    @Override
    public void submit() {
        view.versions().submit();
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
    public List<Finding> edited(UUID task, String text, int version) {
        return presenter.edited(task, text, version);
    }

    @Override
    public CompletableFuture<Suggestions> suggestions(UUID task, int line, int column) {
        return presenter.suggestions(task, line, column);
    }

    @Override
    public void caret(UUID task, int line, int column) {
        view.between().caret(task, line, column);
    }

    @Override
    public void unsent(UUID task, String text, Instant typed) {
        view.unsent(task, text, typed);
    }

    @Override
    public void dialogLeft(String title, String filled) {
        view.showRefusal(view.getTranslation("unsent.dialog", title, filled));
    }

    @Override
    public void toForm(UUID task, int line, int column) {
        view.between().revealField(task, line, column);
    }

    /** Shows the first rows of the source of the task in front. */
    void preview() {
        view.openPage(Dock.Page.PREVIEW);
    }

    /** Goes to a place of the script, with the form beside it. */
    void revealBeside(int line, int column) {
        view.between().revealBeside(line, column);
    }

    /** Makes a change of the form. */
    void change(OpenTask task, UnaryOperator<ScriptDocument> change) {
        presenter.change(task, change);
    }

    /** Goes to a place of the script. */
    void reveal(int line, int column) {
        view.between().reveal(line, column);
    }

    @Override
    public void askMode(StudioToolbar.Mode wanted, Runnable proceed) {
        OpenTask front = presenter.tasks().active();
        if (front == null || !presenter.mayEdit()) {
            proceed.run();
            return;
        }
        Runnable change = () -> {
            presenter.change(front, document -> new ScriptMode(document).after(wanted));
            proceed.run();
        };
        if (new ScriptMode(ScriptDocument.parse(front.text())).asksBefore(wanted)) {
            new ScriptModeDialog(front.name(), change).open();
        } else {
            change.run();
        }
    }

    private void withFront(Consumer<OpenTask> action) {
        OpenTask front = presenter.tasks().active();
        if (front != null) {
            action.accept(front);
        }
    }
}
