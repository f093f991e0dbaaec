package io.sluice.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.testing.OwnTime;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class PasswordAuthenticationTest {
    private static long nanos(PasswordAuthentication passwords, String name) {
        return OwnTime.of(() -> assertThatThrownBy(() -> passwords.authenticate(
                                UsernamePasswordAuthenticationToken.unauthenticated(name, "wrong")))
                        .isInstanceOf(BadCredentialsException.class))
                .toNanos();
    }

    private static long median(List<Long> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    @Test
    void anUnknownNameCostsAsMuchAsAWrongPassword(@TempDir Path home) {
        try (Services services = StoreKind.H2.start(home)) {
            services.get(UserService.class).createFirst(new NewUser("ada", "Ada", "", "difference engine 2"));
            PasswordAuthentication passwords = services.get(PasswordAuthentication.class);
            nanos(passwords, "warm-up");
            List<Long> known = new ArrayList<>();
            List<Long> unknown = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                known.add(nanos(passwords, "ada"));
                unknown.add(nanos(passwords, "nobody" + i));
            }
            assertThat((double) median(unknown) / median(known)).isBetween(0.5, 2.0);
        }
    }
}
