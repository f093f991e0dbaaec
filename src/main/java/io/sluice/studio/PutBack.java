package io.sluice.studio;

import java.util.List;

/**
 * What became of undoing a move.
 *
 * @param back those that are where they were, with the names they had then
 * @param renamed how many of these have another name, since theirs was taken meanwhile
 * @param left how many stay where they are: moved on or deleted by somebody, or their old folder is gone
 */
public record PutBack(List<TreeNode> back, int renamed, int left) {
    public PutBack {
        back = List.copyOf(back);
    }
}
