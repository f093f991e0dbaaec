package io.sluice.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The time by which the processes on one store judge each other: the store's own, as their clocks may differ. */
@Component
public class StoreTime {
    private static final String NOW = "SELECT UTC_TIMESTAMP(6)";

    private final JdbcClient store;
    private final StoreSettings settings;
    private final Clock clock;

    StoreTime(JdbcClient store, StoreSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** An embedded store has one process and no other time than that one's. */
    public Instant now() {
        return settings.embedded()
                ? clock.instant()
                : store.sql(NOW).query(LocalDateTime.class).single().toInstant(ZoneOffset.UTC);
    }
}
