package io.sluice.studio;

import java.util.List;

/** What became of moving nodes: all of them moved or none did, apart from those that were deleted meanwhile. */
public sealed interface MoveResult {
    /**
     * @param nodes as they are now, in the order of the tree; none when they were there already
     * @param before where each was, for {@link TreeService#putBack}
     * @param gone how many were deleted meanwhile
     */
    record Moved(List<TreeNode> nodes, List<FormerPlace> before, int gone) implements MoveResult {
        public Moved {
            nodes = List.copyOf(nodes);
            before = List.copyOf(before);
        }
    }

    /** The new parent was deleted meanwhile. */
    record TargetGone() implements MoveResult {}

    /** The new parent has children of these names already, or two of the moved nodes have the same one. */
    record NamesTaken(List<String> names) implements MoveResult {
        public NamesTaken {
            names = List.copyOf(names);
        }
    }

    record Refused(Refusal reason) implements MoveResult {}
}
