package io.sluice.studio.ui;

import io.sluice.studio.NodeKind;
import io.sluice.studio.TreeNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder, or a flow for its section, that something can move to.
 *
 * @param above the names from the flow down to the one above; empty for a flow
 * @param flow whether it is one
 */
record FolderChoice(UUID id, String name, String above, boolean flow) {
    private static final String BETWEEN = " › ";

    /** The name with those above it. */
    String path() {
        return above.isEmpty() ? name : above + BETWEEN + name;
    }

    /** Whether every word stands somewhere in the path. */
    boolean has(String words) {
        String path = path().toLowerCase(Locale.ROOT);
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(path::contains);
    }

    /**
     * The places for nodes, in the order of the tree.
     *
     * @param folders flows, sections and folders, siblings in their order
     * @param moving what moves, and cannot move into itself
     */
    static List<FolderChoice> of(List<TreeNode> folders, Collection<UUID> moving) {
        Map<UUID, List<TreeNode>> children = new HashMap<>();
        List<TreeNode> flows = new ArrayList<>();
        for (TreeNode folder : folders) {
            UUID parent = folder.parentId();
            (parent == null ? flows : children.computeIfAbsent(parent, id -> new ArrayList<>())).add(folder);
        }
        List<FolderChoice> choices = new ArrayList<>();
        Collector collector = new Collector(children, new HashSet<>(moving), choices);
        flows.forEach(flow -> collector.take(flow, null, ""));
        return choices;
    }

    private record Collector(Map<UUID, List<TreeNode>> children, Set<UUID> moving, List<FolderChoice> choices) {
        /** @param flow the flow that a section stands for; null for other nodes */
        void take(TreeNode node, @Nullable TreeNode flow, String above) {
            if (moving.contains(node.id())) {
                return;
            }
            String path = above;
            if (node.kind() == NodeKind.SECTION && flow != null) {
                choices.add(new FolderChoice(node.id(), flow.name(), "", true));
                path = flow.name();
            } else if (node.kind() == NodeKind.FOLDER) {
                FolderChoice choice = new FolderChoice(node.id(), node.name(), above, false);
                choices.add(choice);
                path = choice.path();
            }
            for (TreeNode child : children.getOrDefault(node.id(), List.of())) {
                take(child, node.kind() == NodeKind.FLOW ? node : null, path);
            }
        }
    }
}
