package io.sluice.security;

import io.sluice.workspace.StartOrder;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Shows the way to the first administrator: the account from the environment, made before anybody can come, or the set-up
 * link on the console.
 */
@Component
class FirstSetup implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FirstSetup.class);

    private final UserService users;
    private final SetupToken token;
    private final Environment environment;
    private volatile boolean running;

    FirstSetup(UserService users, SetupToken token, Environment environment) {
        this.users = users;
        this.token = token;
        this.environment = environment;
    }

    @Override
    public int getPhase() {
        return StartOrder.ADMINISTRATOR;
    }

    @Override
    public void start() {
        if (users.setupNeeded()) {
            createFromEnvironment();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (users.setupNeeded() && event.getApplicationContext() instanceof WebServerApplicationContext web) {
            int port = Objects.requireNonNull(web.getWebServer()).getPort();
            show("http://localhost:" + port + environment.getProperty("server.servlet.context-path", ""));
        }
    }

    private void createFromEnvironment() {
        String name = environment.getProperty("SLUICE_ADMIN_USER");
        String password = environment.getProperty("SLUICE_ADMIN_PASSWORD");
        if (name == null || password == null) {
            return;
        }
        switch (users.createFirst(new NewUser(name, name, "", password))) {
            case SetupResult.Created() -> LOG.info("Created the administrator named by SLUICE_ADMIN_USER");
            case SetupResult.Invalid invalid ->
                LOG.error(
                        "No administrator was created: SLUICE_ADMIN_USER and SLUICE_ADMIN_PASSWORD are not acceptable"
                                + " ({}). Choose a password of at least {} characters that is not easily guessed and"
                                + " start again, or use the link below",
                        invalid.problems(),
                        NewUserRules.PASSWORD_LEAST_CHARACTERS);
            case SetupResult.AlreadyDone() ->
                LOG.info("There is an administrator already; SLUICE_ADMIN_USER is not used");
            case SetupResult.WrongToken() ->
                throw new IllegalStateException("A token was refused where none is needed");
        }
    }

    /** Straight to the console, so that no log file keeps the token. */
    private void show(String address) {
        System.out.println("""

                ----------------------------------------------------------------------------
                 Sluice has no user yet. Create the administrator with this link (it works once):

                 %s/setup?token=%s
                ----------------------------------------------------------------------------
                """.formatted(address, token.text()));
    }
}
