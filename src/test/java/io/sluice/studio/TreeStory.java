package io.sluice.studio;

import io.sluice.testing.StoreKind;
import io.sluice.workspace.Member;
import java.util.UUID;

/** What tests of the tree have in common: a workspace of their own with one business flow. */
abstract class TreeStory {
    final TreeFixture tree;
    final TreeService trees;
    final Member member;

    /** The section of the flow that holds tasks. */
    final UUID section;

    TreeStory(StoreKind kind) {
        tree = new TreeFixture(kind.services());
        trees = tree.trees;
        member = tree.member;
        section = tree.section;
    }
}
