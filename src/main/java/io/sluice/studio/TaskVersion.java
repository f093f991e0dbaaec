package io.sluice.studio;

import java.time.Instant;

/**
 * A submitted state of a task; never changes.
 *
 * @param number counts the versions of the task, from 1
 * @param comment what its author said of it; may be empty
 * @param submittedBy display name of the member
 */
public record TaskVersion(long number, String comment, String submittedBy, Instant submittedAt) {}
