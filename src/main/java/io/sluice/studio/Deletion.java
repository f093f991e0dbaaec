package io.sluice.studio;

import java.util.UUID;

/**
 * A deletion that can be undone.
 *
 * @param tasks how many tasks went
 * @param others how many flows, sections and folders went
 */
public record Deletion(UUID id, int tasks, int others) {}
