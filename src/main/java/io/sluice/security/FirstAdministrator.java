package io.sluice.security;

import io.sluice.audit.AuditEvent;
import io.sluice.audit.AuditKind;
import io.sluice.audit.AuditService;
import io.sluice.workspace.WorkspaceService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the first administrator in and closes the door of the set-up, both or neither. */
@Component
class FirstAdministrator {
    private final UserRepository users;
    private final WorkspaceService workspaces;
    private final AuditService audit;

    FirstAdministrator(UserRepository users, WorkspaceService workspaces, AuditService audit) {
        this.users = users;
        this.workspaces = workspaces;
        this.audit = audit;
    }

    /** False when somebody else was first. */
    @Transactional
    boolean create(User user) {
        if (!users.closeSetup()) {
            return false;
        }
        users.insert(user);
        workspaces.welcomeOwner(user.id());
        audit.record(new AuditEvent(AuditKind.ADMINISTRATOR_CREATED, user.name(), null, user.name(), "First set-up"));
        return true;
    }
}
