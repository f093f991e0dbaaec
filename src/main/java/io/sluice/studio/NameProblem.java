package io.sluice.studio;

/** Why a name for a node is no name. */
public enum NameProblem {
    EMPTY,
    TOO_LONG,
    /** Has a slash or a control character. */
    FORBIDDEN_CHARACTER
}
