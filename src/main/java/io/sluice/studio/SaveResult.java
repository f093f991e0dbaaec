package io.sluice.studio;

import java.time.Instant;

/** What became of saving a task's text. */
public sealed interface SaveResult {
    record Saved(long revision, Instant at) implements SaveResult {}

    /** Somebody saved in between; nothing was written. */
    record Conflict(String changedBy, Instant at, long theirRevision, String theirText) implements SaveResult {}

    /** The task was deleted. */
    record Gone() implements SaveResult {}
}
