package io.sluice.studio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import io.sluice.studio.TreeService;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Follows what an address of the studio names: a task, a folder to show in the tree, a run of the task. */
final class StudioAddress {
    private final StudioPresenter presenter;
    private final TreeService trees;
    private final Member member;
    private final TaskTree tree;
    private boolean named;

    StudioAddress(StudioPresenter presenter, TreeService trees, Member member, TaskTree tree) {
        this.presenter = presenter;
        this.trees = trees;
        this.member = member;
        this.tree = tree;
    }

    /** Whether an address has named something that is not a task to open, so that no other task should come instead. */
    boolean elsewhere() {
        return named;
    }

    /**
     * Goes to what the address names.
     *
     * @param run shows a run of the task in front
     * @param refuse says that there is no such thing
     */
    void follow(BeforeEnterEvent event, Consumer<UUID> run, Consumer<String> refuse) {
        event.getRouteParameters().get("taskId").ifPresent(task -> openTask(event.getUI(), task, refuse));
        QueryParameters further = event.getLocation().getQueryParameters();
        further.getSingleParameter("folder").ifPresent(folder -> reveal(folder, refuse));
        further.getSingleParameter("run").flatMap(StudioAddress::id).ifPresent(run);
    }

    private void openTask(UI screen, String task, Consumer<String> refuse) {
        if (id(task).filter(presenter::open).isPresent()) {
            return;
        }
        named = true;
        refuse.accept(tree.getTranslation("tree.no-such-task"));
        OpenTask front = presenter.tasks().active();
        if (front != null) {
            screen.getPage().getHistory().replaceState(null, "studio/" + front.id());
        }
    }

    private void reveal(String folder, Consumer<String> refuse) {
        named = true;
        id(folder)
                .flatMap(id -> trees.find(member, id))
                .ifPresentOrElse(
                        node -> tree.reveal(List.of(node.id()), false),
                        () -> refuse.accept(tree.getTranslation("tree.no-such-folder")));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
