package io.sluice.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Opens the store. Flyway brings the tables up to date before anything else uses it. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    private static final int MOST_CONNECTIONS = 16;

    @Bean
    StoreSettings storeSettings(Environment environment, Home home) {
        return StoreSettings.of(environment, home);
    }

    @Bean
    HikariDataSource store(StoreSettings settings) throws IOException {
        if (settings.embedded()) {
            new StoreInspection(settings).requireWhole();
            OwnerOnly.file(settings.file());
        }
        HikariDataSource store = new HikariDataSource();
        store.setPoolName("store");
        store.setJdbcUrl(settings.address());
        store.setUsername(settings.embedded() ? StoreSettings.H2_USER : settings.user());
        store.setPassword(settings.embedded() ? "" : settings.password());
        store.setMaximumPoolSize(MOST_CONNECTIONS);
        store.setMinimumIdle(1);
        if (settings.embedded()) {
            store.setExceptionOverride(new ClosedStore(settings.file()));
        }
        // Both kinds of store alike: what a transaction reads behind a lock is what others have committed by then,
        // whatever it had asked before.
        store.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return store;
    }

    /** Ticks as finely as the store keeps times, so that what was written reads the same. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
