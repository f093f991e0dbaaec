package io.sluice.workspace;

import java.util.UUID;

/** Who acts, and in which workspace: the first argument of every service call. */
public record Member(UUID userId, UUID workspaceId, String userName, String displayName, Role role) {
    private static final UUID PRODUCT = new UUID(0, 0);

    /** The product itself, which furnishes a workspace before anybody belongs to it. */
    public static Member product(UUID workspaceId) {
        return new Member(PRODUCT, workspaceId, "sluice", "Sluice", Role.OWNER);
    }

    boolean isProduct() {
        return userId.equals(PRODUCT);
    }

    /** The same person with another role. */
    public Member as(Role otherRole) {
        return new Member(userId, workspaceId, userName, displayName, otherRole);
    }

    /** @throws PermissionDeniedException when the role may not change flows, folders and tasks */
    public void requireEdit() {
        require(role.mayEdit(), "change tasks");
    }

    /** @throws PermissionDeniedException when the role may not start and stop runs */
    public void requireRun() {
        require(role.mayRun(), "start and stop runs");
    }

    /** @throws PermissionDeniedException when the role may not change data sources and members */
    public void requireAdministration() {
        require(role.mayAdminister(), "change data sources");
    }

    private void require(boolean allowed, String action) {
        if (!allowed) {
            throw new PermissionDeniedException("The role " + role + " of " + userName + " may not " + action
                    + " in this workspace. Ask an administrator of the workspace for another role.");
        }
    }
}
