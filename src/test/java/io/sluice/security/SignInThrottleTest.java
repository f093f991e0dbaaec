package io.sluice.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final Hand clock = new Hand();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    private int admitted(int attempts, IntFunction<String> user, String address) {
        int admitted = 0;
        for (int i = 0; i < attempts; i++) {
            admitted += throttle.admits(user.apply(i), address) ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void aThousandPasswordsForOneUserAreHardlyTried() {
        assertThat(admitted(1_000, i -> "ada", "10.0.0.1")).isLessThanOrEqualTo(6);
        assertThat(throttle.admits(" ADA ", "10.0.0.2")).isFalse();
    }

    @Test
    void onePasswordForAThousandUsersIsHardlyTried() {
        assertThat(admitted(1_000, i -> "user" + i, "10.0.0.1")).isLessThanOrEqualTo(21);
        assertThat(throttle.admits("ada", "10.0.0.2")).isTrue();
    }

    @Test
    void theDelayGrowsAndNeverLocksOutForEver() {
        Duration waited = Duration.ZERO;
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 30; i++) {
            Instant before = clock.instant();
            while (!throttle.admits("ada", "10.0.0." + i)) {
                clock.forward(Duration.ofSeconds(1));
            }
            waited = Duration.between(before, clock.instant());
            assertThat(waited).isGreaterThanOrEqualTo(longest);
            longest = waited;
        }
        assertThat(longest).isEqualTo(SignInThrottle.LONGEST);
    }

    @Test
    void knowingThePasswordClearsTheUser() {
        assertThat(admitted(4, i -> "ada", "10.0.0.1")).isEqualTo(4);
        throttle.succeeded("ada", "10.0.0.1");
        assertThat(admitted(5, i -> "ada", "10.0.0.1")).isEqualTo(5);
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
