package io.sluice.studio;

import java.util.List;

/** What became of cloning nodes. */
public sealed interface CopyResult {
    /**
     * @param nodes the clones of those that were chosen, without what is below them
     * @param tasks how many tasks were cloned in all
     * @param unsaved how many of those have changes in them that are not saved in the original
     * @param gone how many of those chosen were deleted meanwhile
     */
    record Copied(List<TreeNode> nodes, int tasks, int unsaved, int gone) implements CopyResult {
        public Copied {
            nodes = List.copyOf(nodes);
        }
    }

    record Refused(Refusal reason) implements CopyResult {}
}
