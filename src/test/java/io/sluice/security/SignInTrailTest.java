package io.sluice.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.audit.AuditEntry;
import io.sluice.audit.AuditEvent;
import io.sluice.audit.AuditKind;
import io.sluice.audit.AuditService;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class SignInTrailTest {
    private static final String PASSWORD = "difference engine 2";
    private static final String ADDRESS = "192.0.2.7";

    private static UsernamePasswordAuthenticationToken attempt(String name, String password) {
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        attempt.setDetails(new WebAuthenticationDetails(ADDRESS, null));
        return attempt;
    }

    private static AuditEvent event(AuditKind kind, String name, String subject, String detail) {
        return new AuditEvent(kind, name, null, subject, detail);
    }

    private static List<AuditEvent> trail(Services services) {
        return services.get(AuditService.class).ofInstallation(100).stream()
                .map(AuditEntry::event)
                .toList()
                .reversed();
    }

    private static Clock clock(Instant[] now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now[0];
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void signInsAndRefusalsAreToldWithNameAndAddress(StoreKind kind, @TempDir Path home) {
        try (Services services = kind.start(home)) {
            services.get(UserService.class).createFirst(new NewUser("ada", "Ada", "", PASSWORD));
            PasswordAuthentication passwords = services.get(PasswordAuthentication.class);
            passwords.authenticate(attempt(" ADA ", PASSWORD));
            String forged = "x\nSIGNED_IN ada";
            assertThatThrownBy(() -> passwords.authenticate(attempt(forged, PASSWORD + "?")))
                    .isInstanceOf(AuthenticationException.class);
            assertThat(trail(services))
                    .containsExactly(
                            event(AuditKind.ADMINISTRATOR_CREATED, "ada", "ada", "First set-up"),
                            event(AuditKind.SIGNED_IN, "ada", ADDRESS, ""),
                            event(AuditKind.SIGN_IN_REFUSED, "x\\nSIGNED_IN ada", ADDRESS, ""));
            assertThat(trail(services).toString()).doesNotContain(PASSWORD);
        }
    }

    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void attemptsRefusedUnseenDoNotFloodTheTrail(StoreKind kind) {
        AuditService audit = kind.services().get(AuditService.class);
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        SignInTrail trail = new SignInTrail(audit, clock(now));
        String name = "flood-" + UUID.randomUUID();
        for (int i = 0; i < 50; i++) {
            trail.refusedUnseen(name, ADDRESS);
        }
        now[0] = now[0].plus(SignInTrail.BETWEEN_UNSEEN);
        trail.refusedUnseen(name, ADDRESS);
        assertThat(audit.ofInstallation(1_000))
                .extracting(AuditEntry::event)
                .filteredOn(event -> event.actor().equals(name))
                .containsExactly(
                        event(AuditKind.SIGN_IN_REFUSED, name, ADDRESS, "Too many failed attempts"),
                        event(AuditKind.SIGN_IN_REFUSED, name, ADDRESS, "Too many failed attempts"));
    }
}
