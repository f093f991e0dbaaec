package io.sluice.studio;

/** What became of a change to one node of the tree. */
public sealed interface NodeResult {
    record Done(TreeNode node) implements NodeResult {}

    /** A sibling has this name already. */
    record NameTaken(String name) implements NodeResult {}

    record InvalidName(NameProblem problem) implements NodeResult {}

    record Refused(Refusal reason) implements NodeResult {}
}
