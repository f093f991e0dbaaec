package io.sluice.studio.ui;

import io.sluice.run.ui.Texts;
import io.sluice.studio.CopyName;
import io.sluice.studio.CopyResult;
import io.sluice.studio.Deletion;
import io.sluice.studio.FormerPlace;
import io.sluice.studio.MoveResult;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.studio.TreeNode;
import io.sluice.studio.TreePlace;
import io.sluice.studio.ui.OpenTabsMemory.Known;
import io.sluice.workspace.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out what people do in the tree, asking in dialogs where a name or a folder is needed. */
final class TreeActions implements TaskTree.Actions {
    private final StudioService studio;
    private final TreeChanges changes;
    private final TaskScripts scripts;
    private final Supplier<TemplateDialog.Offer> offer;
    private final Member member;
    private final Surroundings around;
    private final JobFileActions jobFiles;
    private final Texts texts;
    private final TreeTexts words;
    private final TreeUndo undo = new TreeUndo();

    /** What the screen around the tree does. */
    interface Surroundings extends Texts {
        /** Brings a task to the front. */
        void open(UUID task);

        /** Shows the earlier runs of a task. */
        void history(UUID task);

        /** The tree is not as it was. */
        void treeChanged();

        /** Chooses nodes in the tree; asks for the name of the first when wanted. */
        void reveal(List<UUID> nodes, boolean rename);

        /** Closes the tabs of deleted tasks that have no unsaved text. */
        void closeDeleted(Set<UUID> ids);

        /** Which tasks are open, and which is in front. */
        Known openTabs();

        /** Opens tasks that were open, in this order among those that still are. */
        void openAgain(Known tabs);

        /** Says something that needs no decision. */
        void say(String sentence);

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
        this.changes = services.tree();
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
    public void history(UUID task) {
        around.history(task);
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
    void createTaskBeside(@Nullable OpenTask task) {
        List<TreeNode> nodes = studio.tree(member);
        UUID folder = nodes.stream()
                .filter(node -> task != null && node.id().equals(task.id()))
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
        new NameDialog(
                        title,
                        answer,
                        name -> finish(
                                studio.create(member, parent, kind, name), id -> around.reveal(List.of(id), false)))
                .open();
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
        return scripts.pathTo(changes.changes().folders(member), folder);
    }

    @Override
    public String rename(UUID id, String name) {
        Optional<TreeNode> before = changes.changes().find(member, id);
        NodeResult result = studio.rename(member, id, name);
        if (result instanceof NodeResult.Done done) {
            before.ifPresent(node -> undo.remember(() -> renameBack(node, done.node())));
        }
        return finish(result, renamed -> {});
    }

    /** Gives a node its former name again, unless it has got a third one from somebody. */
    private void renameBack(TreeNode before, TreeNode after) {
        boolean same = changes.changes()
                .find(member, after.id())
                .filter(now -> now.name().equals(after.name()))
                .isPresent();
        if (same) {
            NodeResult result = studio.rename(member, before.id(), before.name());
            around.refuse(finish(result, id -> around.reveal(List.of(id), false)));
        } else {
            around.treeChanged();
            around.refuse(texts.translate("tree.renamed-meanwhile", after.name()));
        }
    }

    @Override
    public void move(List<UUID> ids, @Nullable UUID parent, @Nullable UUID before) {
        String objection = moveThere(ids, new TreePlace(parent, before));
        around.refuse(objection);
    }

    @Override
    public void moveTo(List<UUID> ids) {
        List<TreeNode> all = studio.tree(member);
        Set<UUID> chosen = new HashSet<>(ids);
        List<TreeNode> moving =
                all.stream().filter(node -> chosen.contains(node.id())).toList();
        if (moving.isEmpty()) {
            around.refuse(texts.translate("tree.refused.gone"));
            around.treeChanged();
            return;
        }
        Set<UUID> parents = new HashSet<>();
        moving.forEach(node -> parents.add(Objects.requireNonNullElse(node.parentId(), node.id())));
        List<FolderChoice> folders =
                FolderChoice.of(
                                all.stream()
                                        .filter(node -> node.kind() != NodeKind.TASK)
                                        .toList(),
                                ids)
                        .stream()
                        .filter(choice -> parents.size() > 1 || !parents.contains(choice.id()))
                        .toList();
        new MoveDialog(words.subject(moving), folders, folder -> moveThere(ids, new TreePlace(folder, null))).open();
    }

    private String moveThere(List<UUID> ids, TreePlace place) {
        MoveResult result = changes.changes().move(member, ids, place);
        around.treeChanged();
        if (result instanceof MoveResult.Moved moved && !moved.nodes().isEmpty()) {
            around.reveal(moved.nodes().stream().map(TreeNode::id).toList(), false);
            undo.offer(words.moved(moved), () -> putBack(moved.before()));
        }
        return words.objection(result);
    }

    private void putBack(List<FormerPlace> before) {
        around.say(words.putBack(changes.changes().putBack(member, before)));
        around.treeChanged();
        around.reveal(before.stream().map(place -> place.node().id()).toList(), false);
    }

    @Override
    public void copy(List<UUID> ids) {
        CopyName naming = new CopyName(texts.translate("tree.copy.first"), texts.translate("tree.copy.later"));
        CopyResult result = changes.copies().copy(member, ids, naming);
        around.treeChanged();
        switch (result) {
            case CopyResult.Copied copied -> {
                List<UUID> copies = copied.nodes().stream().map(TreeNode::id).toList();
                around.reveal(copies, copies.size() == 1);
                undo.offer(words.copied(copied), () -> delete(copies));
            }
            case CopyResult.Refused refused -> around.refuse(words.words(refused.reason()));
        }
    }

    @Override
    public void delete(List<UUID> ids) {
        Known open = around.openTabs();
        Deletion deletion = changes.changes().delete(member, ids);
        around.treeChanged();
        around.closeDeleted(deletion.ids());
        Set<UUID> closed = new HashSet<>(open.open());
        around.openTabs().open().forEach(closed::remove);
        if (deletion.nodes().isEmpty()) {
            around.refuse(texts.translate("tree.refused.gone"));
        } else {
            undo.offer(words.deleted(deletion), () -> restore(deletion, open, closed));
        }
    }

    private void restore(Deletion deletion, Known open, Set<UUID> closed) {
        around.say(words.restored(changes.changes().restore(member, deletion.id())));
        around.treeChanged();
        around.reveal(deletion.nodes().stream().map(TreeNode::id).toList(), false);
        if (!closed.isEmpty()) {
            Set<UUID> wanted = new HashSet<>(around.openTabs().open());
            wanted.addAll(closed);
            UUID front = open.front();
            around.openAgain(new Known(
                    open.open().stream().filter(wanted::contains).toList(),
                    front != null && closed.contains(front) ? front : null));
        }
    }

    @Override
    public void undo() {
        if (!undo.last()) {
            around.say(texts.translate("tree.nothing-to-undo"));
        }
    }

    @Override
    public void linkCopied(String address, int count, boolean done) {
        if (done) {
            around.say(texts.translate("tree.links-copied", count));
        } else {
            around.refuse(texts.translate("tree.link-not-copied", address));
        }
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
        around.treeChanged();
        if (result instanceof NodeResult.Done created) {
            done.accept(created.node().id());
        }
        return words.objection(result);
    }
}
