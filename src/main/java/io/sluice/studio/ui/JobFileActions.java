package io.sluice.studio.ui;

import io.sluice.jobfile.ui.ExportDialog;
import io.sluice.jobfile.ui.ImportDialog;
import io.sluice.jobfile.ui.ImportSurroundings;
import io.sluice.jobfile.ui.ImportTarget;
import io.sluice.script.JobDialects;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Side;
import io.sluice.studio.TreeNode;
import io.sluice.workspace.Member;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens the dialogs for job files, wherever in the studio they were asked for. */
final class JobFileActions implements MoreMenu.Actions {
    private final StudioServices services;
    private final StudioPresenter presenter;
    private final Member member;
    private final TreeActions.Surroundings around;

    JobFileActions(StudioServices services, StudioPresenter presenter, Member member, TreeActions.Surroundings around) {
        this.services = services;
        this.presenter = presenter;
        this.member = member;
        this.around = around;
    }

    /** Imports below the folder of the task in front. */
    @Override
    public void importJobs() {
        OpenTask front = presenter.tasks().active();
        Optional<UUID> folder = services.studio().tree(member).stream()
                .filter(node -> front != null && node.id().equals(front.id()))
                .flatMap(node -> Optional.ofNullable(node.parentId()).stream())
                .findFirst();
        folder.ifPresentOrElse(
                place -> importJobs(place, "", null), () -> around.refuse(around.translate("tree.refused.gone")));
    }

    /**
     * Imports below a folder.
     *
     * @param text what was pasted or dropped there; empty when nothing
     * @param tree the tree that files were dropped on; null when none were
     */
    void importJobs(UUID folder, String text, @Nullable TaskTree tree) {
        String place = services.scripts().pathTo(services.studio().tree(member), folder);
        ImportTarget target = new ImportTarget(folder, place, text, tree == null ? null : tree.getElement());
        new ImportDialog(services.jobFiles().imports(), member, target, new Surroundings()).open();
    }

    /** Exports what stands in the editor in front, saved or not. */
    @Override
    public void export() {
        OpenTask front = presenter.tasks().active();
        if (front != null) {
            String text = front.text();
            new ExportDialog(
                            front.name(),
                            format -> services.jobFiles().exports().export(member, front.name(), text, format))
                    .open();
        }
    }

    /** Exports a task, or everything below a folder, as it is stored. */
    void export(UUID id) {
        Optional<TreeNode> found = services.studio().tree(member).stream()
                .filter(node -> node.id().equals(id))
                .findFirst();
        found.ifPresentOrElse(
                node -> new ExportDialog(
                                node.name(),
                                format -> services.jobFiles()
                                        .exports()
                                        .export(member, id, format)
                                        .orElseThrow())
                        .open(),
                () -> around.refuse(around.translate("tree.refused.gone")));
    }

    private final class Surroundings implements ImportSurroundings {
        @Override
        public void treeChanged() {
            around.treeChanged();
        }

        @Override
        public void open(UUID task) {
            around.open(task);
        }

        @Override
        public Optional<String> front() {
            return Optional.ofNullable(presenter.tasks().active()).map(OpenTask::name);
        }

        @Override
        public void putStep(Side side, String step) {
            OpenTask front = presenter.tasks().active();
            if (front != null) {
                boolean fits = JobDialects.withStep(ScriptDocument.parse(front.text()), step)
                        .isPresent();
                if (fits) {
                    presenter.change(
                            front,
                            document -> JobDialects.withStep(document, step).orElse(document));
                } else {
                    around.refuse(around.translate("import.put.unreadable"));
                }
            }
        }
    }
}
