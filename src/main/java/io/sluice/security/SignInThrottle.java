package io.sluice.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down. After a few failures for a user name, or some more from an address, each further failure doubles
 * the time in which attempts are refused unseen, up to five minutes; so nobody is locked out for ever. Names without an
 * account are treated alike.
 */
@Component
class SignInThrottle {
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int FREE_FOR_USER = 5;
    private static final int FREE_FOR_ADDRESS = 20;
    private static final int MOST_ENTRIES = 20_000;
    private static final Duration FORGET_AFTER = Duration.ofHours(1);

    private record Failures(int count, Instant blockedUntil, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_ENTRIES;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks for leave to try a password. The attempt counts as failed until {@link #succeeded} takes it back, so that
     * parallel attempts gain nothing.
     */
    synchronized boolean admits(String userName, @Nullable String address) {
        Instant now = clock.instant();
        if (blocked(userKey(userName), now) || blocked(addressKey(address), now)) {
            return false;
        }
        count(userKey(userName), FREE_FOR_USER, now);
        count(addressKey(address), FREE_FOR_ADDRESS, now);
        return true;
    }

    /** Forgets the failures of a user who proved to know the password, and this attempt of the address. */
    synchronized void succeeded(String userName, @Nullable String address) {
        entries.remove(userKey(userName));
        Failures failures = entries.get(addressKey(address));
        if (failures != null) {
            entries.put(addressKey(address), new Failures(failures.count() - 1, Instant.EPOCH, failures.last()));
        }
    }

    private boolean blocked(String key, Instant now) {
        Failures failures = entries.get(key);
        return failures != null && now.isBefore(failures.blockedUntil());
    }

    private void count(String key, int free, Instant now) {
        Failures before = entries.get(key);
        int count = before == null || before.last().plus(FORGET_AFTER).isBefore(now) ? 1 : before.count() + 1;
        entries.put(key, new Failures(count, now.plus(delay(count - free)), now));
    }

    private static Duration delay(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(beyond, 10));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }

    private static String userKey(String userName) {
        return "user " + userName.strip().toLowerCase(Locale.ROOT);
    }

    private static String addressKey(@Nullable String address) {
        return "address " + address;
    }
}
