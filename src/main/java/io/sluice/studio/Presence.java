package io.sluice.studio;

import io.sluice.workspace.Member;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who has which task open in this process. Only a courtesy: what keeps two people from overwriting each other is the
 * revision in the store.
 */
@Component
public class Presence {
    /** A screen that was not heard of for so long counts as gone: its browser has crashed or sleeps. */
    static final Duration SILENCE = Duration.ofSeconds(16);

    /** Who comes back within this time, as by loading the page again, was never away. */
    static final Duration ABSENCE = Duration.ofSeconds(60);

    private final Clock clock;
    private final Map<UUID, Seat> seats = new HashMap<>();

    /** One person at a task. */
    public record Person(UUID userId, String name, Instant since) {}

    private record Seat(Member member, Map<UUID, Instant> since, Instant seenAt, boolean left) {}

    Presence(Clock clock) {
        this.clock = clock;
    }

    /** Tells that a member's screen has these tasks open; to be repeated every few seconds. */
    public synchronized void seen(Member member, UUID screen, Collection<UUID> tasks) {
        Instant now = clock.instant();
        seats.values().removeIf(seat -> seat.seenAt().isBefore(now.minus(ABSENCE)));
        Map<UUID, Instant> since = new HashMap<>();
        tasks.forEach(task -> since.put(task, since(member, screen, task, now)));
        seats.put(screen, new Seat(member, since, now, false));
    }

    private Instant since(Member member, UUID screen, UUID task, Instant now) {
        Seat own = seats.get(screen);
        if (own != null && own.since().containsKey(task)) {
            return own.since().getOrDefault(task, now);
        }
        return seats.values().stream()
                .filter(seat -> seat.member().userId().equals(member.userId()))
                .map(seat -> seat.since().getOrDefault(task, now))
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    /** Tells that a screen was closed. */
    public synchronized void left(UUID screen) {
        seats.computeIfPresent(screen, (id, seat) -> new Seat(seat.member(), seat.since(), clock.instant(), true));
    }

    /** Everybody else of the workspace who has the task open, the longest first. */
    public synchronized List<Person> others(Member member, UUID task) {
        Instant heard = clock.instant().minus(SILENCE);
        Map<UUID, List<Person>> people = seats.values().stream()
                .filter(seat -> !seat.left() && !seat.seenAt().isBefore(heard))
                .filter(seat -> seat.member().workspaceId().equals(member.workspaceId()))
                .filter(seat -> !seat.member().userId().equals(member.userId()))
                .flatMap(seat -> person(seat, task).stream())
                .collect(Collectors.groupingBy(Person::userId));
        Comparator<Person> longest = Comparator.comparing(Person::since).thenComparing(Person::name);
        return people.values().stream()
                .map(same -> same.stream().min(longest).orElseThrow())
                .sorted(longest)
                .toList();
    }

    private static List<Person> person(Seat seat, UUID task) {
        @Nullable Instant since = seat.since().get(task);
        return since == null
                ? List.of()
                : List.of(new Person(seat.member().userId(), seat.member().displayName(), since));
    }
}
