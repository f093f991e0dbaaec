package io.sluice.studio.ui;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Unsaved texts of one signed-in browser: they survive a reload and a visit to another screen. */
@Component
@VaadinSessionScope
class Drafts {
    /**
     * @param text what stands in the editor
     * @param revision what it was based on
     */
    record Draft(String text, long revision) {}

    private final Map<UUID, Draft> drafts = new ConcurrentHashMap<>();

    void keep(OpenTask task) {
        if (task.dirty()) {
            drafts.put(task.id(), new Draft(task.text(), task.revision()));
        } else {
            drafts.remove(task.id());
        }
    }

    void drop(UUID task) {
        drafts.remove(task);
    }

    Optional<Draft> of(UUID task) {
        return Optional.ofNullable(drafts.get(task));
    }
}
