package io.sluice.security;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** The accounts of the installation and the making of the first one. */
@Service
public class UserService {
    private final UserRepository users;
    private final FirstAdministrator first;
    private final SetupToken setupToken;
    private final PasswordEncoder passwords;
    private final Clock clock;

    UserService(
            UserRepository users,
            FirstAdministrator first,
            SetupToken setupToken,
            PasswordEncoder passwords,
            Clock clock) {
        this.users = users;
        this.first = first;
        this.setupToken = setupToken;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Whether no administrator was ever created here. */
    public boolean setupNeeded() {
        return users.setupOpen();
    }

    /** Whether the token is the one of the set-up link; false for everything once the set-up is done. */
    public boolean tokenValid(String token) {
        return setupNeeded() && setupToken.matches(token);
    }

    /** Creates the first administrator, who owns the first workspace. Works once in the life of a store. */
    public SetupResult createAdministrator(String token, NewUser user) {
        if (!setupNeeded()) {
            return new SetupResult.AlreadyDone();
        }
        return setupToken.matches(token) ? createFirst(user) : new SetupResult.WrongToken();
    }

    SetupResult createFirst(NewUser wish) {
        Set<NewUserProblem> problems = NewUserRules.problems(wish);
        if (!problems.isEmpty()) {
            return new SetupResult.Invalid(problems);
        }
        boolean created = first.create(account(wish));
        return created ? new SetupResult.Created() : new SetupResult.AlreadyDone();
    }

    /** Hashing takes a quarter of a second, so it happens before the transaction. */
    private User account(NewUser wish) {
        return new User(
                UUID.randomUUID(),
                wish.userName().strip(),
                wish.displayName().strip(),
                wish.email().strip(),
                passwords.encode(wish.password()),
                false,
                clock.instant());
    }
}
