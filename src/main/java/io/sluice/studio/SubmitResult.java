package io.sluice.studio;

/** What became of making a version. */
public sealed interface SubmitResult {
    record Submitted(TaskVersion version) implements SubmitResult {}

    /** The stored text is that of the last version; no new one was made. */
    record Unchanged(TaskVersion last) implements SubmitResult {}

    /** Somebody saved in between; no version was made. */
    record Stale() implements SubmitResult {}

    /** The task was deleted. */
    record Gone() implements SubmitResult {}
}
