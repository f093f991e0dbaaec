package io.sluice.workspace;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows the workspaces and who belongs to them. */
@Service
public class WorkspaceService {
    private final WorkspaceRepository workspaces;
    private final Clock clock;

    WorkspaceService(WorkspaceRepository workspaces, Clock clock) {
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** The workspaces a user belongs to, oldest first. */
    public List<Workspace> of(UUID userId) {
        return workspaces.of(userId);
    }

    /** Whether there is any workspace. */
    public boolean any() {
        return workspaces.any();
    }

    /** Opens a new workspace whose owner is the given user. */
    @Transactional
    public Workspace create(String name, UUID owner) {
        Workspace workspace = new Workspace(UUID.randomUUID(), name, clock.instant());
        workspaces.insert(workspace);
        workspaces.insertMember(workspace.id(), owner, Role.OWNER, workspace.createdAt());
        return workspace;
    }

    /** Makes a user the owner of every workspace that has none yet, or of a new one when there is none at all. */
    @Transactional
    public void welcomeOwner(UUID userId) {
        List<Workspace> orphans = workspaces.withoutMembers();
        if (orphans.isEmpty()) {
            create("Workspace", userId);
        }
        orphans.forEach(workspace -> join(workspace.id(), userId, Role.OWNER));
    }

    /** Opens a workspace nobody belongs to yet. */
    @Transactional
    public Workspace prepare(String name) {
        Workspace workspace = new Workspace(UUID.randomUUID(), name, clock.instant());
        workspaces.insert(workspace);
        return workspace;
    }

    @Transactional
    public void join(UUID workspaceId, UUID userId, Role role) {
        workspaces.insertMember(workspaceId, userId, role, clock.instant());
    }

    /** The role of a user in a workspace; empty for a stranger and for a closed account. */
    public Optional<Role> role(UUID workspaceId, UUID userId) {
        return workspaces.role(workspaceId, userId);
    }
}
