package io.sluice.studio.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.sluice.run.RunState;
import io.sluice.run.ui.RunStateLook;
import io.sluice.studio.NodeKind;
import io.sluice.studio.TreeNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The business-flow tree, drawn by frontend/task-tree.js. */
@Tag("sluice-task-tree")
@JsModule("context://sluice/task-tree.js")
final class TaskTree extends Component {
    /** What people do in the tree. */
    interface Actions {
        void open(UUID task);

        void create(@Nullable UUID parent, NodeKind kind);

        /** Answers what is wrong with the name; an empty text when it was taken. */
        String rename(UUID id, String name);

        void delete(List<UUID> ids);

        void move(List<UUID> ids, @Nullable UUID parent, int position);

        void linkCopied();

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
    private String shownNodes = "";
    private String shownStates = "";

    TaskTree(Actions actions, boolean editable) {
        this.actions = actions;
        getElement().callJsFunction("setLabels", labels());
        getElement().callJsFunction("setEditable", editable);
    }

    /** Shows these nodes; does nothing when they are shown already. */
    void nodes(List<TreeNode> nodes) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (TreeNode node : nodes) {
            UUID parent = node.parentId();
            ArrayNode entry = list.addArray().add(node.id().toString());
            if (parent == null) {
                entry.addNull();
            } else {
                entry.add(parent.toString());
            }
            entry.add(node.kind().name())
                    .add(node.kind() == NodeKind.SECTION ? getTranslation("tree.section") : node.name());
        }
        String json = list.toString();
        if (!json.equals(shownNodes)) {
            shownNodes = json;
            getElement().callJsFunction("setNodes", json);
        }
    }

    /** Shows how the last run of each task stands. */
    void states(Map<UUID, RunState> states) {
        ObjectNode marks = JsonNodeFactory.instance.objectNode();
        states.forEach((task, state) -> marks.putArray(task.toString())
                .add(RunStateLook.glyph(state).name().toLowerCase(java.util.Locale.ROOT))
                .add(RunStateLook.word(state, this::getTranslation)));
        String json = marks.toString();
        if (!json.equals(shownStates)) {
            shownStates = json;
            getElement().callJsFunction("setStates", json);
        }
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
    void move(String ids, String parent, int position) {
        actions.move(ids(ids), id(parent), position);
    }

    @ClientCallable
    void linkCopied(String id) {
        actions.linkCopied();
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

    private ObjectNode labels() {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        labels.put("root", getTranslation("tree.root"));
        labels.put("tree", getTranslation("tree.name"));
        labels.put("filter", getTranslation("tree.filter"));
        labels.put("none", getTranslation("tree.none"));
        labels.put("unsaved", getTranslation("tree.unsaved"));
        labels.put("open", getTranslation("tree.open"));
        labels.put("create", getTranslation("tree.create"));
        labels.put("integration", getTranslation("tree.create.integration"));
        labels.put("sync", getTranslation("tree.create.sync"));
        labels.put("folder", getTranslation("tree.create.folder"));
        labels.put("flow", getTranslation("tree.create.flow"));
        labels.put("rename", getTranslation("tree.rename"));
        labels.put("copyLink", getTranslation("tree.copy-link"));
        labels.put("remove", getTranslation("tree.delete"));
        labels.put("importJobs", getTranslation("import.menu"));
        labels.put("exportNode", getTranslation("export.menu"));
        return labels;
    }
}
