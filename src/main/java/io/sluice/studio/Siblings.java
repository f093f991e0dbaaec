package io.sluice.studio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The children of one parent in their order while others come among them. Between two children is room for more, so
 * that who comes rarely moves who is there.
 */
final class Siblings {
    /** The room between two children that were put one behind the other. */
    static final int STEP = 1024;

    private final @Nullable UUID parent;
    private final List<TreeNode> nodes;
    private final Map<UUID, TreeNode> changed = new LinkedHashMap<>();

    /** @param nodes those that stay there, in their order */
    Siblings(@Nullable UUID parent, Collection<TreeNode> nodes) {
        this.parent = parent;
        this.nodes = new ArrayList<>(nodes);
    }

    /** Takes in a node that has its position already; null for the end. Answers the node with its position. */
    TreeNode add(TreeNode node, @Nullable Integer position) {
        int last = nodes.isEmpty() ? 0 : nodes.getLast().position();
        TreeNode here =
                new TreeNode(node.id(), parent, node.kind(), node.name(), position == null ? last + STEP : position);
        nodes.add(here);
        return here;
    }

    boolean named(String name) {
        return nodes.stream().anyMatch(node -> node.name().equals(name));
    }

    /** The name, or with a number behind it the first one that no child has. */
    String free(String name) {
        String free = name;
        for (int number = 2; named(free); number++) {
            free = name + " (" + number + ")";
        }
        return free;
    }

    /** Puts nodes before one of the children; at the end when there is no such child. */
    void insert(List<TreeNode> coming, @Nullable UUID before) {
        int index = index(before);
        long low = index > 0 ? nodes.get(index - 1).position() : Long.MIN_VALUE;
        long high = index < nodes.size() ? nodes.get(index).position() : Long.MAX_VALUE;
        long step = step(low, high, coming.size() + 1L);
        long first = low == Long.MIN_VALUE && high != Long.MAX_VALUE ? high - step * coming.size() : start(low) + step;
        for (int i = 0; i < coming.size(); i++) {
            put(index + i, coming.get(i), first + step * i);
        }
        boolean fits = step > 0 && first >= Integer.MIN_VALUE && first + step * coming.size() <= Integer.MAX_VALUE;
        if (!fits) {
            spread();
        }
    }

    /** Puts a node back before one of the children with the position it had, as far as that still fits there. */
    void putBack(TreeNode node, @Nullable UUID before) {
        int index = index(before);
        if (before == null || index == nodes.size()) {
            index = (int) nodes.stream()
                    .takeWhile(other -> other.position() < node.position())
                    .count();
        }
        boolean after = index == 0 || nodes.get(index - 1).position() < node.position();
        if (after
                && (index == nodes.size() || node.position() < nodes.get(index).position())) {
            put(index, node, node.position());
        } else {
            insert(List.of(node), before);
        }
    }

    /** The room between two neighbours that come between low and high; 0 when there is none. */
    private static long step(long low, long high, long gaps) {
        return low == Long.MIN_VALUE || high == Long.MAX_VALUE ? STEP : Math.min(STEP, (high - low) / gaps);
    }

    private static long start(long low) {
        return low == Long.MIN_VALUE ? 0 : low;
    }

    private int index(@Nullable UUID before) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(before)) {
                return i;
            }
        }
        return nodes.size();
    }

    private void put(int index, TreeNode node, long position) {
        TreeNode here = new TreeNode(node.id(), parent, node.kind(), node.name(), (int) position);
        nodes.add(index, here);
        changed.put(here.id(), here);
    }

    /** Gives every child a new position with room around it. */
    private void spread() {
        for (int i = 0; i < nodes.size(); i++) {
            TreeNode node = nodes.get(i);
            int position = STEP * (i + 1);
            if (node.position() != position) {
                TreeNode there = new TreeNode(node.id(), parent, node.kind(), node.name(), position);
                nodes.set(i, there);
                changed.put(there.id(), there);
            }
        }
    }

    /** Those that came, and those that had to move for them. */
    List<TreeNode> changed() {
        return List.copyOf(changed.values());
    }
}
