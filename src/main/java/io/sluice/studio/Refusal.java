package io.sluice.studio;

/** Why a change of the tree was refused. */
public enum Refusal {
    /** The node, or the one it should hang below, was deleted meanwhile. */
    GONE,
    /** A node of this kind has no place below that parent. */
    WRONG_PLACE,
    /** A folder cannot move into itself. */
    INTO_ITSELF,
    /** Sections belong to their flow: they are neither renamed, moved, cloned nor deleted on their own. */
    FIXED
}
