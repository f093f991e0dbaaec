package io.sluice.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. No text may hold a secret.
 *
 * @param actor user name of who did it, or the name somebody typed at the sign-in
 * @param workspaceId where; null for what concerns the whole installation
 * @param subject what it was done to, for example the name of a data source
 * @param detail what else is worth knowing; may be empty
 */
public record AuditEvent(
        AuditKind kind, String actor, @Nullable UUID workspaceId, String subject, String detail) {}
