package io.sluice.security;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks user name and password, at most as often as the throttle admits. */
@Component
class PasswordAuthentication implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordAuthentication.class);

    private final DaoAuthenticationProvider passwords;
    private final SignInThrottle throttle;
    private final SignInTrail trail;

    PasswordAuthentication(UserRepository users, PasswordEncoder encoder, SignInThrottle throttle, SignInTrail trail) {
        passwords = new DaoAuthenticationProvider(name -> users.find(name)
                .map(SignedInUser::new)
                .orElseThrow(() -> new UsernameNotFoundException("No such user.")));
        passwords.setPasswordEncoder(encoder);
        this.throttle = throttle;
        this.trail = trail;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null;
        if (!throttle.admits(name, address)) {
            LOG.warn("Sign-in refused unseen from {}: too many failures", address);
            trail.refusedUnseen(name, address);
            throw new LockedException("Too many failed attempts; wait a little and try again.");
        }
        Authentication result = checked(attempt, address);
        throttle.succeeded(name, address);
        trail.signedIn(result == null ? name : result.getName(), address);
        return result;
    }

    private @Nullable Authentication checked(Authentication attempt, @Nullable String address) {
        try {
            return passwords.authenticate(attempt);
        } catch (AuthenticationException refusal) {
            trail.refused(attempt.getName(), address);
            throw refusal;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
