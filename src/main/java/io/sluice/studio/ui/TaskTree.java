package io.sluice.studio.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.sluice.run.LastRun;
import io.sluice.studio.NodeKind;
import io.sluice.studio.TreeNode;
import io.sluice.ui.RoleAware;
import io.sluice.workspace.Member;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The business-flow tree, drawn by frontend/task-tree.js. The browser has all of it, so that opening, filtering and
 * scrolling ask nobody; after the first time it is told only what is different.
 */
@Tag("sluice-task-tree")
@JsModule("context://sluice/task-tree.js")
final class TaskTree extends Component implements RoleAware {
    /** What people do in the tree. */
    interface Actions {
        void open(UUID task);

        void create(@Nullable UUID parent, NodeKind kind);

        /** Answers what is wrong with the name; an empty text when it was taken. */
        String rename(UUID id, String name);

        void delete(List<UUID> ids);

        /** Clones nodes, each behind its original. */
        void copy(List<UUID> ids);

        /** Moves nodes before a child of another parent; null for its end. */
        void move(List<UUID> ids, @Nullable UUID parent, @Nullable UUID before);

        /** Asks for the folder that nodes move to. */
        void moveTo(List<UUID> ids);

        /** Takes back what was done in the tree last. */
        void undo();

        /** Shows the earlier runs of a task. */
        void history(UUID task);

        /**
         * Tells that links are in the clipboard.
         *
         * @param address the first of them
         * @param done false when the browser did not let them in
         */
        void linkCopied(String address, int count, boolean done);

        /**
         * Imports jobs below a folder.
         *
         * @param text what was pasted or dropped there; empty when nothing
         * @param tree the tree that files were dropped on; null when none were
         */
        void importJobs(UUID folder, String text, @Nullable TaskTree tree);

        void export(UUID node);
    }

    private final Actions actions;
    private Member member;
    private List<TreeNode> shown = List.of();

    TaskTree(Actions actions, Member member) {
        this.actions = actions;
        this.member = member;
    }

    /** Shows all of a workspace, whatever the browser has. */
    void fill(List<TreeNode> nodes, Map<UUID, LastRun> runs) {
        ObjectNode labels = new TreeLabels(this::getTranslation).labels();
        labels.put("memory", "sluice.tree." + member.workspaceId() + "." + member.userId());
        getElement().callJsFunction("setLabels", labels);
        become(member);
        shown = nodes;
        Map<UUID, Integer> places = new HashMap<>();
        nodes.forEach(node -> places.put(node.id(), places.size()));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (TreeNode node : nodes) {
            UUID parent = node.parentId();
            add(list, node).add(parent == null ? -1 : places.getOrDefault(parent, -1));
        }
        ArrayNode last = JsonNodeFactory.instance.arrayNode();
        runs.forEach((task, run) -> {
            Integer place = places.get(task);
            if (place != null) {
                add(last.addArray().add(place), run);
            }
        });
        getElement().callJsFunction("setNodes", list, last);
    }

    @Override
    public void become(Member now) {
        member = now;
        getElement().callJsFunction("setEditable", now.role().mayEdit());
    }

    /** Shows what is different now. */
    void change(List<TreeNode> nodes) {
        Map<UUID, TreeNode> before = new HashMap<>();
        shown.forEach(node -> before.put(node.id(), node));
        shown = nodes;
        ArrayNode set = JsonNodeFactory.instance.arrayNode();
        for (TreeNode node : nodes) {
            if (!node.equals(before.remove(node.id()))) {
                UUID parent = node.parentId();
                add(set, node).add(parent == null ? "" : parent.toString());
            }
        }
        ArrayNode gone = JsonNodeFactory.instance.arrayNode();
        before.keySet().forEach(id -> gone.add(id.toString()));
        if (!gone.isEmpty() || !set.isEmpty()) {
            getElement().callJsFunction("patchNodes", gone, set);
        }
    }

    private ArrayNode add(ArrayNode list, TreeNode node) {
        return list.addArray()
                .add(node.id().toString())
                .add(node.kind().ordinal())
                .add(name(node))
                .add(node.position());
    }

    private static void add(ArrayNode entry, LastRun run) {
        entry.add(run.state().ordinal());
        if (run.recordsDirty() > 0) {
            entry.add(run.recordsDirty());
        }
    }

    private String name(TreeNode node) {
        return node.kind() == NodeKind.SECTION ? getTranslation("tree.section") : node.name();
    }

    /** Shows how the last runs of these tasks stand now. */
    void runs(Map<UUID, LastRun> runs) {
        ArrayNode last = JsonNodeFactory.instance.arrayNode();
        runs.forEach((task, run) -> add(last.addArray().add(task.toString()), run));
        if (!last.isEmpty()) {
            getElement().callJsFunction("setRuns", last);
        }
    }

    /**
     * Chooses nodes and brings the first into view.
     *
     * @param rename whether to ask for its name at once
     */
    void reveal(List<UUID> nodes, boolean rename) {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        nodes.forEach(node -> ids.add(node.toString()));
        getElement().callJsFunction("reveal", ids, rename);
    }

    /** Marks the tasks with unsaved changes. */
    void unsaved(Collection<UUID> tasks) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        tasks.forEach(task -> list.add(task.toString()));
        getElement().callJsFunction("setDirty", list.toString());
    }

    /** Marks and reveals the task in front. */
    void active(@Nullable UUID task) {
        getElement().callJsFunction("setActive", task == null ? "" : task.toString());
    }

    @ClientCallable
    void open(String id) {
        actions.open(UUID.fromString(id));
    }

    @ClientCallable
    void create(String parent, String kind) {
        actions.create(id(parent), NodeKind.valueOf(kind));
    }

    @ClientCallable
    String rename(String id, String name) {
        return actions.rename(UUID.fromString(id), name);
    }

    @ClientCallable
    void remove(String ids) {
        actions.delete(ids(ids));
    }

    @ClientCallable
    void copy(String ids) {
        actions.copy(ids(ids));
    }

    @ClientCallable
    void move(String ids, String parent, String before) {
        actions.move(ids(ids), id(parent), id(before));
    }

    @ClientCallable
    void moveTo(String ids) {
        actions.moveTo(ids(ids));
    }

    @ClientCallable
    void undo() {
        actions.undo();
    }

    @ClientCallable
    void history(String task) {
        actions.history(UUID.fromString(task));
    }

    @ClientCallable
    void linkCopied(String address, int count, boolean done) {
        actions.linkCopied(address, count, done);
    }

    @ClientCallable
    void importJobs(String folder, String text, boolean files) {
        actions.importJobs(UUID.fromString(folder), text, files ? this : null);
    }

    @ClientCallable
    void exportNode(String id) {
        actions.export(UUID.fromString(id));
    }

    private static @Nullable UUID id(String text) {
        return text.isEmpty() ? null : UUID.fromString(text);
    }

    private static List<UUID> ids(String list) {
        return Arrays.stream(list.split(",")).map(UUID::fromString).toList();
    }
}
