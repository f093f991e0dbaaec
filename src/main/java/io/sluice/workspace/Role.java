package io.sluice.workspace;

/** What a member may do in a workspace, most powerful first. */
public enum Role {
    OWNER,
    ADMINISTRATOR,
    DEVELOPER,
    OPERATOR,
    VISITOR;

    /** May change flows, folders and tasks. */
    public boolean mayEdit() {
        return compareTo(DEVELOPER) <= 0;
    }

    /** May start and stop runs. */
    public boolean mayRun() {
        return compareTo(OPERATOR) <= 0;
    }

    /** May change data sources and members. */
    public boolean mayAdminister() {
        return compareTo(ADMINISTRATOR) <= 0;
    }
}
