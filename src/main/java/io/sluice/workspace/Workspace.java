package io.sluice.workspace;

import java.time.Instant;
import java.util.UUID;

/** A room of its own for flows, tasks, data sources and runs; nothing is visible across its walls. */
public record Workspace(UUID id, String name, Instant createdAt) {}
