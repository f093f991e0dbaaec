package io.sluice.studio;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One node of a workspace's tree.
 *
 * @param parentId null for a business flow
 * @param position order among the siblings: grows from one to the next, with gaps; may be negative
 */
public record TreeNode(UUID id, @Nullable UUID parentId, NodeKind kind, String name, int position) {}
