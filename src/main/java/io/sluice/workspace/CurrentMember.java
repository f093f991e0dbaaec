package io.sluice.workspace;

import java.util.List;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells who acts on the current thread and in which workspace. */
@Component
public class CurrentMember {
    private final WorkspaceService workspaces;

    CurrentMember(WorkspaceService workspaces) {
        this.workspaces = workspaces;
    }

    /**
     * The member behind the current request, with the role as the store has it now.
     *
     * @throws AuthenticationCredentialsNotFoundException when nobody is signed in
     * @throws PermissionDeniedException when the signed-in person belongs to no workspace
     */
    public Member require() {
        Identity person = person();
        List<Workspace> mine = workspaces.of(person.userId());
        if (mine.isEmpty()) {
            throw new PermissionDeniedException(
                    person.userName() + " belongs to no workspace. Ask an administrator to be added to one.");
        }
        return memberOf(mine.getFirst(), person);
    }

    private Member memberOf(Workspace workspace, Identity person) {
        Role role = workspaces
                .role(workspace.id(), person.userId())
                .orElseThrow(() -> new PermissionDeniedException(
                        person.userName() + " no longer belongs to the workspace " + workspace.name() + "."));
        return new Member(person.userId(), workspace.id(), person.userName(), person.displayName(), role);
    }

    private static Identity person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Identity person) {
            return person;
        }
        throw new AuthenticationCredentialsNotFoundException("Nobody is signed in.");
    }
}
