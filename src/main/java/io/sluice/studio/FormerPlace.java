package io.sluice.studio;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a node was before it was moved.
 *
 * @param node as it was
 * @param before the child that followed; null when it was the last one
 * @param movedTo the parent it has since
 */
public record FormerPlace(
        TreeNode node, @Nullable UUID before, @Nullable UUID movedTo) {}
