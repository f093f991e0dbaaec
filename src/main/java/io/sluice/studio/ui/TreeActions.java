package io.sluice.studio.ui;

import io.sluice.run.ui.Texts;
import io.sluice.studio.Deletion;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.studio.TreeNode;
import io.sluice.ui.Toast;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out what people do in the tree, asking in dialogs where a name is needed. */
final class TreeActions implements TaskTree.Actions {
    private final StudioService studio;
    private final TaskScripts scripts;
    private final Supplier<TemplateDialog.Offer> offer;
    private final Member member;
    private final Surroundings around;
    private final JobFileActions jobFiles;
    private final Texts texts;
    private final TreeTexts words;

    /** What the screen around the tree does. */
    interface Surroundings extends Texts {
        /** Brings a task to the front. */
        void open(UUID task);

        /** The tree is not as it was. */
        void treeChanged();

        /** Says why something did not happen. */
        void refuse(String sentence);
    }

    TreeActions(
            StudioServices services,
            Supplier<TemplateDialog.Offer> offer,
            Member member,
            Surroundings around,
            JobFileActions jobFiles) {
        this.jobFiles = jobFiles;
        this.studio = services.studio();
        this.scripts = services.scripts();
        this.offer = offer;
        this.member = member;
        this.around = around;
        this.texts = around;
        this.words = new TreeTexts(around);
    }

    @Override
    public void open(UUID task) {
        around.open(task);
    }

    @Override
    public void create(@Nullable UUID parent, NodeKind kind) {
        switch (kind) {
            case TASK -> createTask(parent);
            case FOLDER ->
                askName(texts.translate("new.folder.title"), texts.translate("new.folder.create"), parent, kind);
            case FLOW -> askName(texts.translate("new.flow.title"), texts.translate("new.flow.create"), null, kind);
            case SECTION -> around.refuse(texts.translate("tree.refused.fixed"));
        }
    }

    /** Asks for a new task in the folder of another one; in the first flow when there is no other. */
    void createTaskBeside(@Nullable UUID task) {
        List<TreeNode> nodes = studio.tree(member);
        UUID folder = nodes.stream()
                .filter(node -> node.id().equals(task))
                .map(TreeNode::parentId)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> nodes.stream()
                        .filter(node -> node.kind() == NodeKind.SECTION)
                        .map(TreeNode::id)
                        .findFirst())
                .orElse(null);
        create(folder, NodeKind.TASK);
    }

    private void askName(String title, String answer, @Nullable UUID parent, NodeKind kind) {
        new NameDialog(title, answer, name -> finish(studio.create(member, parent, kind, name), id -> {})).open();
    }

    private void createTask(@Nullable UUID parent) {
        if (parent == null) {
            around.refuse(texts.translate("tree.refused.place"));
            return;
        }
        new NewTaskDialog(place(parent), offer.get(), (name, choice) -> {
                    String text = scripts.first(member, choice);
                    return finish(studio.createTask(member, parent, name, text), around::open);
                })
                .open();
    }

    private String place(UUID folder) {
        return scripts.pathTo(studio.tree(member), folder);
    }

    @Override
    public String rename(UUID id, String name) {
        return finish(studio.rename(member, id, name), done -> {});
    }

    @Override
    public void move(List<UUID> ids, @Nullable UUID parent, int position) {
        int place = position;
        for (UUID id : ids) {
            String objection = words.objection(studio.move(member, id, parent, place));
            if (!objection.isEmpty()) {
                around.refuse(objection);
                break;
            }
            place++;
        }
        around.treeChanged();
    }

    @Override
    public void delete(List<UUID> ids) {
        Deletion deletion = studio.delete(member, ids);
        around.treeChanged();
        Toast.show(texts.translate("tree.deleted", deletion.tasks(), deletion.others()), () -> {
            studio.restore(member, deletion.id());
            around.treeChanged();
        });
    }

    @Override
    public void linkCopied() {
        Toast.show(texts.translate("tree.link-copied"));
    }

    @Override
    public void importJobs(UUID folder, String text, @Nullable TaskTree tree) {
        jobFiles.importJobs(folder, text, tree);
    }

    @Override
    public void export(UUID node) {
        jobFiles.export(node);
    }

    private String finish(NodeResult result, Consumer<UUID> done) {
        if (result instanceof NodeResult.Done created) {
            around.treeChanged();
            done.accept(created.node().id());
        }
        return words.objection(result);
    }
}
