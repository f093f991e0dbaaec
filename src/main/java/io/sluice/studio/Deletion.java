package io.sluice.studio;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A deletion that can be undone.
 *
 * @param nodes those that were chosen, without what was below them
 * @param ids everything that went
 * @param tasks how many tasks went in all
 * @param folders how many flows and folders went in all
 */
public record Deletion(UUID id, List<TreeNode> nodes, Set<UUID> ids, int tasks, int folders) {
    public Deletion {
        nodes = List.copyOf(nodes);
        ids = Set.copyOf(ids);
    }
}
