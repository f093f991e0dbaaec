package io.sluice.datasource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps connection tests from being used to explore a network: so many per member and minute. */
@Component
class TestLimit {
    static final int PER_MINUTE = 30;

    private final Clock clock;
    private final Map<UUID, ArrayDeque<Instant>> recent = new HashMap<>();

    TestLimit(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean admits(UUID user) {
        Instant now = clock.instant();
        Instant minuteAgo = now.minus(Duration.ofMinutes(1));
        recent.values().removeIf(times -> times.isEmpty() || times.peekLast().isBefore(minuteAgo));
        ArrayDeque<Instant> times = recent.computeIfAbsent(user, id -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peekFirst().isBefore(minuteAgo)) {
            times.removeFirst();
        }
        if (times.size() >= PER_MINUTE) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
