package io.sluice.studio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Map<UUID, Integer> places = new HashMap<>();
    private final List<TreeNode> roots = new ArrayList<>();

    /** @param nodes the nodes, siblings in their order */
    Tree(List<TreeNode> nodes) {
        for (TreeNode node : nodes) {
            byId.put(node.id(), node);
            UUID parent = node.parentId();
            List<TreeNode> siblings =
                    parent == null ? roots : children.computeIfAbsent(parent, id -> new ArrayList<>());
            places.put(node.id(), siblings.size());
            siblings.add(node);
        }
    }

    Optional<TreeNode> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<TreeNode> children(@Nullable UUID parent) {
        return parent == null ? roots : children.getOrDefault(parent, List.of());
    }

    /** The given nodes that the tree has, in its order, without those below others of them. */
    List<TreeNode> tops(Collection<UUID> ids) {
        Set<UUID> chosen = new HashSet<>(ids);
        List<TreeNode> tops = new ArrayList<>();
        collectTops(roots, chosen, tops);
        return tops;
    }

    private void collectTops(List<TreeNode> nodes, Set<UUID> chosen, List<TreeNode> tops) {
        for (TreeNode node : nodes) {
            if (chosen.contains(node.id())) {
                tops.add(node);
            } else {
                collectTops(children(node.id()), chosen, tops);
            }
        }
    }

    /** Whether a node is another one or below it. */
    boolean within(UUID id, UUID above) {
        TreeNode node = byId.get(id);
        while (node != null && !node.id().equals(above)) {
            UUID parent = node.parentId();
            node = parent == null ? null : byId.get(parent);
        }
        return node != null;
    }

    /** The child that follows a node below its parent; null for the last one. */
    @Nullable
    UUID after(TreeNode node) {
        List<TreeNode> siblings = children(node.parentId());
        int next = places.getOrDefault(node.id(), siblings.size()) + 1;
        return next < siblings.size() ? siblings.get(next).id() : null;
    }

    /** The given nodes and everything below them, parents first. */
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
        if (parent == null || !kind.belongsInSection()) {
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
