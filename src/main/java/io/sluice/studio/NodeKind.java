package io.sluice.studio;

import org.jspecify.annotations.Nullable;

/** What a node of the tree is: business flow → section (“Data integration”) → folders → task. */
public enum NodeKind {
    FLOW,
    SECTION,
    FOLDER,
    TASK;

    /** Whether what is put into a flow goes into its section. */
    boolean belongsInSection() {
        return switch (this) {
            case FLOW, SECTION -> false;
            case FOLDER, TASK -> true;
        };
    }

    /** Whether a node of this kind may hang below a parent of the given kind; null is the root. */
    boolean fitsBelow(@Nullable NodeKind parent) {
        return switch (this) {
            case FLOW -> parent == null;
            case SECTION -> parent == FLOW;
            case FOLDER, TASK -> parent == SECTION || parent == FOLDER;
        };
    }
}
