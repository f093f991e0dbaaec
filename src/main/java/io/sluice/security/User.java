package io.sluice.security;

import java.time.Instant;
import java.util.UUID;

/** A person with an account. */
record User(
        UUID id,
        String name,
        String displayName,
        String email,
        String passwordHash,
        boolean disabled,
        Instant createdAt) {
    @Override
    public String toString() {
        return "User[" + name + "]";
    }
}
