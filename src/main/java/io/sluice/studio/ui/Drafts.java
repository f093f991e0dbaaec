package io.sluice.studio.ui;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import io.sluice.studio.Draft;
import io.sluice.studio.DraftService;
import io.sluice.workspace.Member;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Unsaved texts as one signed-in browser sees them: they survive a reload and a visit to another screen, and with the
 * store a crash of browser or server.
 */
@Component
@VaadinSessionScope
class Drafts {
    private final DraftService service;
    private final Set<UUID> editedHere = ConcurrentHashMap.newKeySet();

    Drafts(DraftService service) {
        this.service = service;
    }

    /** Keeps the text of a task while it is unsaved. One that was kept before the member's role was lowered stays kept. */
    void keep(Member member, OpenTask task) {
        if (!member.role().mayEdit() && task.kept() == null) {
            return;
        }
        if (task.dirty()) {
            editedHere.add(task.id());
            service.keep(member, task.id(), task.text(), task.revision());
            task.kept(task.text());
        } else {
            drop(member, task);
        }
    }

    /** Keeps the text again that another tab of the same member took the place of, once that is saved. */
    void keepAlone(Member member, OpenTask task) {
        if (task.dirty() && service.find(member, task.id()).isEmpty()) {
            keep(member, task);
        }
    }

    /** Forgets what the tab of a task has kept. */
    void drop(Member member, OpenTask task) {
        String kept = task.kept();
        if (kept != null) {
            editedHere.remove(task.id());
            service.drop(member, task.id(), kept);
            task.kept(null);
        }
    }

    /** The text to go on with. */
    Optional<Draft> of(Member member, UUID task) {
        return service.find(member, task);
    }

    /** Whether the unsaved text comes from another time or place, so that its author may have forgotten it. */
    boolean foreign(UUID task) {
        return !editedHere.contains(task);
    }
}
