package io.sluice.workspace;

import java.util.UUID;

/** The signed-in person, as the principal of the security context. */
public interface Identity {
    UUID userId();

    String userName();

    String displayName();
}
