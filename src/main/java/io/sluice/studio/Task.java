package io.sluice.studio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A task with its text.
 *
 * @param path the names of flow, section and folders above it
 * @param revision grows by one with every save; the expected revision of the next one
 */
public record Task(
        UUID id, String name, List<String> path, String text, long revision, String changedBy, Instant changedAt) {
    public Task {
        path = List.copyOf(path);
    }
}
