package io.sluice.studio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The trees that screens show, read once for all of them: twenty people at a tree of 10,000 tasks hold one copy of it.
 * The revision in the store tells whether a copy is still right, also when another process changed the tree.
 */
@Component
class TreeCache {
    private static final int MOST_WORKSPACES = 32;

    private final TreeRepository nodes;
    private final Map<UUID, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    private record Known(long revision, List<TreeNode> nodes) {}

    TreeCache(TreeRepository nodes) {
        this.nodes = nodes;
    }

    /** All nodes of a workspace, siblings in their order. */
    List<TreeNode> tree(UUID workspace) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return nodes.all(workspace);
        }
        long revision = nodes.revision(workspace);
        synchronized (known) {
            Known cached = known.get(workspace);
            if (cached != null && cached.revision() == revision) {
                return cached.nodes();
            }
        }
        List<TreeNode> read = List.copyOf(nodes.all(workspace));
        synchronized (known) {
            known.put(workspace, new Known(revision, read));
            if (known.size() > MOST_WORKSPACES) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return read;
    }
}
