package io.sluice.studio.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tasks in tabs, in order, and the one in front. */
final class OpenTasks {
    private final List<OpenTask> tasks = new ArrayList<>();
    private @Nullable OpenTask active;

    List<OpenTask> all() {
        return List.copyOf(tasks);
    }

    @Nullable
    OpenTask active() {
        return active;
    }

    Optional<OpenTask> find(UUID id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /** Adds a task behind the one in front. */
    void add(OpenTask task) {
        OpenTask front = active;
        tasks.add(front == null ? tasks.size() : tasks.indexOf(front) + 1, task);
    }

    /** Puts the tabs into this order; those it does not name stay behind. */
    void arrange(List<UUID> order) {
        tasks.sort(
                Comparator.comparingInt(task -> order.contains(task.id()) ? order.indexOf(task.id()) : order.size()));
    }

    void activate(OpenTask task) {
        active = task;
    }

    /** Closes a tab; when it was in front, its right neighbour comes to the front, else its left one. */
    void close(OpenTask task) {
        int place = tasks.indexOf(task);
        if (place < 0) {
            return;
        }
        tasks.remove(place);
        if (task == active) {
            active = tasks.isEmpty() ? null : tasks.get(Math.min(place, tasks.size() - 1));
        }
    }
}
