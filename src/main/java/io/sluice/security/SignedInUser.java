package io.sluice.security;

import io.sluice.workspace.Identity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The principal of a session; forgets the password hash as soon as the sign-in is over. */
final class SignedInUser implements UserDetails, Identity, CredentialsContainer {
    private static final long serialVersionUID = 1;

    private final UUID userId;
    private final String userName;
    private final String displayName;
    private final boolean disabled;
    private @Nullable String passwordHash;

    SignedInUser(User user) {
        this.userId = user.id();
        this.userName = user.name();
        this.displayName = user.displayName();
        this.disabled = user.disabled();
        this.passwordHash = user.passwordHash();
    }

    @Override
    public UUID userId() {
        return userId;
    }

    @Override
    public String userName() {
        return userName;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_USER"));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return userName;
    }

    @Override
    public boolean isEnabled() {
        return !disabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInUser user && user.userId.equals(userId);
    }

    @Override
    public int hashCode() {
        return userId.hashCode();
    }

    @Override
    public String toString() {
        return userName;
    }
}
