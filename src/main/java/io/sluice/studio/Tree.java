package io.sluice.studio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace's tree in memory: who is whose child, in order. */
final class Tree {
    private final Map<UUID, TreeNode> byId = new HashMap<>();
    private final Map<UUID, List<TreeNode>> children = new HashMap<>();
    private final List<TreeNode> roots = new ArrayList<>();

    /** @param nodes the nodes, siblings in their order */
    Tree(List<TreeNode> nodes) {
        for (TreeNode node : nodes) {
            byId.put(node.id(), node);
            UUID parent = node.parentId();
            if (parent == null) {
                roots.add(node);
            } else {
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(node);
            }
        }
    }

    Optional<TreeNode> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<TreeNode> children(@Nullable UUID parent) {
        return parent == null ? roots : children.getOrDefault(parent, List.of());
    }

    /** Whether a sibling below the parent has the name already. */
    boolean nameTaken(@Nullable UUID parent, String name, @Nullable UUID except) {
        return children(parent).stream()
                .anyMatch(
                        sibling -> sibling.name().equals(name) && !sibling.id().equals(except));
    }

    /** The given nodes and everything below them. */
    Set<UUID> withDescendants(Collection<UUID> ids) {
        Set<UUID> found = new LinkedHashSet<>();
        for (UUID id : ids) {
            if (byId.containsKey(id)) {
                collect(id, found);
            }
        }
        return found;
    }

    private void collect(UUID id, Set<UUID> found) {
        if (found.add(id)) {
            children(id).forEach(child -> collect(child.id(), found));
        }
    }

    /** The names of the nodes above, from the flow down. */
    List<String> pathTo(UUID id) {
        List<String> names = new ArrayList<>();
        TreeNode node = byId.get(id);
        UUID above = node == null ? null : node.parentId();
        while (above != null) {
            TreeNode parent = Objects.requireNonNull(byId.get(above));
            names.addFirst(parent.name());
            above = parent.parentId();
        }
        return names;
    }

    /** A section stands for the flow it belongs to: what is created below a flow goes there. */
    @Nullable
    UUID placeFor(NodeKind kind, @Nullable UUID parent) {
        boolean belongsInSection = kind == NodeKind.FOLDER || kind == NodeKind.TASK;
        if (parent == null || !belongsInSection) {
            return parent;
        }
        TreeNode above = byId.get(parent);
        if (above == null || above.kind() != NodeKind.FLOW) {
            return parent;
        }
        return children(parent).stream()
                .filter(child -> child.kind() == NodeKind.SECTION)
                .map(TreeNode::id)
                .findFirst()
                .orElse(parent);
    }
}
