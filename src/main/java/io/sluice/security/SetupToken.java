package io.sluice.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** The secret of the one-time set-up link. It lives in memory only, and a restart makes another. */
@Component
class SetupToken {
    private static final int BYTES = 32;

    private final String token;

    SetupToken(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String text() {
        return token;
    }

    /** Compares in the same time whatever the difference. */
    boolean matches(String candidate) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }
}
