package io.sluice.workspace;

import io.sluice.audit.AuditEvent;
import io.sluice.audit.AuditKind;
import io.sluice.audit.AuditService;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stands before the services: lets a member do what the role allows, and enters into the audit trail what came of it. */
@Component
public class WorkspaceGuard {
    private final AuditService audit;

    WorkspaceGuard(AuditService audit) {
        this.audit = audit;
    }

    /** @throws PermissionDeniedException when the role may not change flows, folders and tasks */
    public void requireEdit(Member member) {
        require(member, member::requireEdit);
    }

    /** @throws PermissionDeniedException when the role may not start and stop runs */
    public void requireRun(Member member) {
        require(member, member::requireRun);
    }

    /** @throws PermissionDeniedException when the role may not change data sources and members */
    public void requireAdministration(Member member) {
        require(member, member::requireAdministration);
    }

    private void require(Member member, Runnable check) {
        try {
            check.run();
        } catch (PermissionDeniedException denied) {
            tell(member, AuditKind.PERMISSION_DENIED, member.role().name(), String.valueOf(denied.getMessage()));
            throw denied;
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
