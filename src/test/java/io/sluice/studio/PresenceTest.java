package io.sluice.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final UUID workspace = UUID.randomUUID();
    private final UUID task = UUID.randomUUID();
    private final Member lin = member("Lin", workspace);
    private final Member ada = member("Ada", workspace);
    private final UUID linScreen = UUID.randomUUID();
    private final UUID adaScreen = UUID.randomUUID();
    private final Hand clock = new Hand();
    private final Presence presence = new Presence(clock);

    @Test
    void tellsOthersSinceWhenSomebodyIsThere() {
        presence.seen(ada, adaScreen, List.of(task));
        clock.pass(Duration.ofSeconds(5));
        presence.seen(lin, linScreen, List.of(task));
        presence.seen(ada, adaScreen, List.of(task));
        assertThat(presence.others(lin, task)).containsExactly(new Presence.Person(ada.userId(), "Ada", NOON));
        assertThat(presence.others(ada, task))
                .containsExactly(new Presence.Person(lin.userId(), "Lin", NOON.plusSeconds(5)));
        assertThat(presence.others(lin, UUID.randomUUID())).isEmpty();
    }

    @Test
    void nobodyIsCountedTwice() {
        presence.seen(ada, adaScreen, List.of(task));
        clock.pass(Duration.ofSeconds(5));
        presence.seen(ada, UUID.randomUUID(), List.of(task));
        assertThat(presence.others(lin, task)).containsExactly(new Presence.Person(ada.userId(), "Ada", NOON));
    }

    @Test
    void whoClosesTheTaskOrTheScreenIsGone() {
        presence.seen(ada, adaScreen, List.of(task));
        presence.seen(ada, adaScreen, List.of());
        assertThat(presence.others(lin, task)).isEmpty();
        presence.seen(ada, adaScreen, List.of(task));
        presence.left(adaScreen);
        assertThat(presence.others(lin, task)).isEmpty();
    }

    @Test
    void aReloadDoesNotBeginAnew() {
        presence.seen(ada, adaScreen, List.of(task));
        clock.pass(Duration.ofSeconds(30));
        presence.left(adaScreen);
        clock.pass(Duration.ofSeconds(3));
        presence.seen(ada, UUID.randomUUID(), List.of(task));
        assertThat(presence.others(lin, task)).containsExactly(new Presence.Person(ada.userId(), "Ada", NOON));
    }

    @Test
    void comingBackLaterDoes() {
        presence.seen(ada, adaScreen, List.of(task));
        presence.left(adaScreen);
        clock.pass(Duration.ofSeconds(61));
        presence.seen(ada, UUID.randomUUID(), List.of(task));
        assertThat(presence.others(lin, task))
                .containsExactly(new Presence.Person(ada.userId(), "Ada", NOON.plusSeconds(61)));
    }

    @Test
    void aSilentScreenIsGone() {
        presence.seen(ada, adaScreen, List.of(task));
        clock.pass(Presence.SILENCE.plusSeconds(1));
        assertThat(presence.others(lin, task)).isEmpty();
    }

    @Test
    void anotherWorkspaceSeesNobody() {
        presence.seen(ada, adaScreen, List.of(task));
        assertThat(presence.others(member("Eve", UUID.randomUUID()), task)).isEmpty();
    }

    private static Member member(String name, UUID workspace) {
        return new Member(UUID.randomUUID(), workspace, name, name, Role.DEVELOPER);
    }

    private static final class Hand extends Clock {
        private Instant now = NOON;

        void pass(Duration time) {
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
