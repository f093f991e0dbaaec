package io.sluice.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds for every node of a deletion the place it comes back to. */
final class Restoring {
    private final Tree live;
    private final Tree deleted;
    private final Function<UUID, Optional<TreeNode>> recall;
    private final Map<Optional<UUID>, Siblings> families = new HashMap<>();
    private final List<TreeNode> returning = new ArrayList<>();
    private int renamed;
    private int elsewhere;
    private int left;

    /** @param recall finds a node whether it is deleted or not */
    Restoring(Tree live, Tree deleted, Function<UUID, Optional<TreeNode>> recall) {
        this.live = live;
        this.deleted = deleted;
        this.recall = recall;
    }

    /** Finds the place of a node that was chosen for deletion, and of what is below it. */
    void consider(TreeNode node) {
        UUID parent = node.parentId();
        if (parent != null && deleted.find(parent).isPresent()) {
            return;
        }
        if (parent == null || live.find(parent).isPresent()) {
            bring(node, parent, node.position());
            return;
        }
        UUID above = next(parent);
        if (above == null) {
            left++;
        } else {
            elsewhere++;
            bring(node, above, null);
        }
    }

    private @Nullable UUID next(UUID parent) {
        Optional<TreeNode> above = recall.apply(parent);
        while (above.isPresent()) {
            UUID id = above.get().parentId();
            if (id == null) {
                return null;
            }
            Optional<TreeNode> found = live.find(id);
            if (found.isPresent()) {
                return found.get().kind() == NodeKind.FLOW ? null : id;
            }
            above = recall.apply(id);
        }
        return null;
    }

    private void bring(TreeNode node, @Nullable UUID parent, @Nullable Integer position) {
        Siblings siblings = families.computeIfAbsent(
                Optional.ofNullable(parent), key -> new Siblings(parent, live.children(parent)));
        String name = siblings.free(node.name());
        renamed += name.equals(node.name()) ? 0 : 1;
        returning.add(siblings.add(new TreeNode(node.id(), parent, node.kind(), name, node.position()), position));
        Set<UUID> below = deleted.withDescendants(List.of(node.id()));
        below.remove(node.id());
        below.forEach(id -> returning.add(deleted.find(id).orElseThrow()));
    }

    /** All that comes back, as it will be. */
    List<TreeNode> returning() {
        return List.copyOf(returning);
    }

    Restored result() {
        int tasks = (int)
                returning.stream().filter(node -> node.kind() == NodeKind.TASK).count();
        int sections = (int) returning.stream()
                .filter(node -> node.kind() == NodeKind.SECTION)
                .count();
        return new Restored(tasks, returning.size() - tasks - sections, renamed, elsewhere, left);
    }
}
