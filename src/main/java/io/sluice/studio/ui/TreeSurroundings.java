package io.sluice.studio.ui;

import io.sluice.studio.ui.OpenTabsMemory.Known;
import io.sluice.ui.Toast;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the studio does for its tree. */
final class TreeSurroundings implements TreeActions.Surroundings {
    private final StudioView view;
    private final StudioPresenter presenter;
    private final TreeNotice notice;

    TreeSurroundings(StudioView view, StudioPresenter presenter, TreeNotice notice) {
        this.view = view;
        this.presenter = presenter;
        this.notice = notice;
    }

    @Override
    public void open(UUID task) {
        view.openTask(task);
    }

    @Override
    public void history(UUID task) {
        view.openTask(task);
        view.openPage(Dock.Page.HISTORY);
    }

    @Override
    public void treeChanged() {
        notice.show("");
        view.refreshTree();
    }

    @Override
    public void closeDeleted(Set<UUID> ids) {
        presenter.closeDeleted(ids);
    }

    @Override
    public void reveal(List<UUID> nodes, boolean rename) {
        view.reveal(nodes, rename);
    }

    @Override
    public Known openTabs() {
        OpenTasks tasks = presenter.tasks();
        OpenTask front = tasks.active();
        return new Known(tasks.all().stream().map(OpenTask::id).toList(), front == null ? null : front.id());
    }

    @Override
    public void openAgain(Known tabs) {
        presenter.restore(tabs.open());
        UUID front = tabs.front();
        if (front != null && presenter.tasks().find(front).isPresent()) {
            view.openTask(front);
        }
    }

    @Override
    public void say(String sentence) {
        Toast.show(sentence);
    }

    @Override
    public void refuse(String sentence) {
        notice.show(sentence);
    }

    @Override
    public String translate(String key, Object... parameters) {
        return view.getTranslation(key, parameters);
    }
}
