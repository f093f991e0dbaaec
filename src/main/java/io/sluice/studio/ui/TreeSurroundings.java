package io.sluice.studio.ui;

import io.sluice.ui.Toast;
import java.util.UUID;

/** What the studio does for its tree. */
final class TreeSurroundings implements TreeActions.Surroundings {
    private final StudioView view;
    private final StudioPresenter presenter;

    TreeSurroundings(StudioView view, StudioPresenter presenter) {
        this.view = view;
        this.presenter = presenter;
    }

    @Override
    public void open(UUID task) {
        view.openTask(task);
    }

    @Override
    public void treeChanged() {
        view.refreshTree();
        presenter.treeChanged();
    }

    @Override
    public void refuse(String sentence) {
        Toast.show(sentence);
    }

    @Override
    public String translate(String key, Object... parameters) {
        return view.getTranslation(key, parameters);
    }
}
