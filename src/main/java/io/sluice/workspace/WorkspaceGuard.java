package io.sluice.workspace;

import io.sluice.audit.AuditEvent;
import io.sluice.audit.AuditKind;
import io.sluice.audit.AuditService;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Stands before the services: lets a member do what the role allows, and enters into the audit trail what came of it. A
 * screen may be open for days, so what counts is the role that the store has now, not the one its member came with.
 */
@Component
public class WorkspaceGuard {
    private final WorkspaceRepository workspaces;
    private final AuditService audit;

    WorkspaceGuard(WorkspaceRepository workspaces, AuditService audit) {
        this.workspaces = workspaces;
        this.audit = audit;
    }

    /** @throws PermissionDeniedException when the role may not change flows, folders and tasks */
    public void requireEdit(Member member) {
        require(member, Member::requireEdit);
    }

    /** @throws PermissionDeniedException when the role may not start and stop runs */
    public void requireRun(Member member) {
        require(member, Member::requireRun);
    }

    /** @throws PermissionDeniedException when the role may not change data sources and members */
    public void requireAdministration(Member member) {
        require(member, Member::requireAdministration);
    }

    /** The member with the role that counts now; empty for who no longer belongs to the workspace. */
    public Optional<Member> current(Member member) {
        return role(member).map(member::as);
    }

    private void require(Member member, Consumer<Member> check) {
        Role role = role(member).orElse(null);
        try {
            if (role == null) {
                throw new PermissionDeniedException(member.userName() + " no longer belongs to the workspace.");
            }
            check.accept(member.as(role));
        } catch (PermissionDeniedException denied) {
            String subject = role == null ? "" : role.name();
            tell(member, AuditKind.PERMISSION_DENIED, subject, String.valueOf(denied.getMessage()));
            throw denied;
        }
    }

    /** While the store does not answer, nobody has lost a role: runs can be stopped, and nothing else can be done. */
    private Optional<Role> role(Member member) {
        if (member.isProduct()) {
            return Optional.of(member.role());
        }
        try {
            return workspaces.role(member.workspaceId(), member.userId());
        } catch (DataAccessException storeSilent) {
            return Optional.of(member.role());
        }
    }

    /** Tells of an id of another workspace; whoever asked is told only that there is no such thing. */
    public void foreign(Member member, String what, UUID id) {
        tell(member, AuditKind.FOREIGN_ACCESS, what + " " + id, "");
    }

    /** Tells what a member did or was refused. The texts hold no secret. */
    public void tell(Member member, AuditKind kind, String subject, String detail) {
        audit.record(new AuditEvent(kind, member.userName(), member.workspaceId(), subject, detail));
    }
}
