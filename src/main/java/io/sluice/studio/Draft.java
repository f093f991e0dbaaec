package io.sluice.studio;

import java.time.Instant;

/**
 * A text that a member has not saved.
 *
 * @param revision of the stored text it was based on
 */
public record Draft(String text, long revision, Instant changedAt) {}
