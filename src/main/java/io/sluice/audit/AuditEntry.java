package io.sluice.audit;

import java.time.Instant;

/**
 * An event as the trail keeps it: its texts on one line each, cut to fit.
 *
 * @param sequence grows from entry to entry
 */
public record AuditEntry(long sequence, Instant at, AuditEvent event) {}
