package io.sluice.security;

import io.sluice.audit.AuditEvent;
import io.sluice.audit.AuditKind;
import io.sluice.audit.AuditService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters sign-ins and their refusals into the audit trail. */
@Component
class SignInTrail {
    /** Attempts refused unseen cost an attacker nothing, so they are told of at this pace only. */
    static final Duration BETWEEN_UNSEEN = Duration.ofSeconds(10);

    private final AuditService audit;
    private final Clock clock;
    private final AtomicReference<Instant> lastUnseen = new AtomicReference<>(Instant.EPOCH);

    SignInTrail(AuditService audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void signedIn(String name, @Nullable String address) {
        tell(AuditKind.SIGNED_IN, name, address, "");
    }

    /** @param name as typed */
    void refused(String name, @Nullable String address) {
        tell(AuditKind.SIGN_IN_REFUSED, name, address, "");
    }

    /** The throttle refused an attempt; further ones within ten seconds, whosoever, are not told of. */
    void refusedUnseen(String name, @Nullable String address) {
        Instant now = clock.instant();
        Instant last = lastUnseen.get();
        if (!now.isBefore(last.plus(BETWEEN_UNSEEN)) && lastUnseen.compareAndSet(last, now)) {
            tell(AuditKind.SIGN_IN_REFUSED, name, address, "Too many failed attempts");
        }
    }

    private void tell(AuditKind kind, String name, @Nullable String address, String detail) {
        audit.record(new AuditEvent(kind, name, null, address == null ? "unknown address" : address, detail));
    }
}
