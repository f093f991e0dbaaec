package io.sluice.studio;

import io.sluice.workspace.Member;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Unsaved texts, so that they survive a crash of browser and server. A text is in the store two seconds after it was
 * kept at the latest: writing each pause between two keys would load the store for nothing. Keeping one never waits for
 * the store, and asks for the role the screen was opened with: nobody else sees the text, and who has lost the role since
 * has not lost what was typed.
 */
@Service
public class DraftService {
    private static final Logger LOG = LoggerFactory.getLogger(DraftService.class);
    private static final int SECONDS = 2;

    /** When a text that was kept is in the store: it waits for its turn, and for the texts before it. */
    public static final Duration STORED_WITHIN = Duration.ofSeconds(2 * SECONDS + 1L);

    /** A text that was refused lets the others pass and is tried again after this time. */
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(10);

    /** One refused text may be at fault itself; where the next is refused too, the store does not answer. */
    private static final int REFUSALS_IN_A_ROW = 2;

    private final DraftRepository drafts;
    private final Clock clock;
    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();

    /** Held while one text is written or dropped, so that none is written again after it was dropped. */
    private final Object store = new Object();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drafts").factory());

    private record Key(UUID user, UUID task) {}

    /** @param due when it may be written */
    private record Waiting(Member member, Draft draft, Instant due) {}

    DraftService(DraftRepository drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
        timer.scheduleWithFixedDelay(() -> write(clock.instant()), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Keeps a member's unsaved text of a task in place of the one before. */
    public void keep(Member member, UUID task, String text, long revision) {
        member.requireEdit();
        Instant now = clock.instant();
        synchronized (waiting) {
            waiting.put(new Key(member.userId(), task), new Waiting(member, new Draft(text, revision, now), now));
        }
    }

    /** The member's unsaved text of a task. */
    public Optional<Draft> find(Member member, UUID task) {
        Waiting newer = waiting(new Key(member.userId(), task));
        return newer != null && newer.member().workspaceId().equals(member.workspaceId())
                ? Optional.of(newer.draft())
                : drafts.find(member, task);
    }

    private @Nullable Waiting waiting(Key key) {
        synchronized (waiting) {
            return waiting.get(key);
        }
    }

    /** The member's unsaved texts by task. */
    Map<UUID, String> texts(Member member) {
        Map<UUID, String> texts = new HashMap<>();
        synchronized (store) {
            drafts.all(member).forEach((task, draft) -> texts.put(task, draft.text()));
            synchronized (waiting) {
                waiting.forEach((key, newer) -> {
                    if (key.user().equals(member.userId())
                            && newer.member().workspaceId().equals(member.workspaceId())) {
                        texts.put(key.task(), newer.draft().text());
                    }
                });
            }
        }
        return texts;
    }

    /** Forgets the member's unsaved text of a task, if it is this one: another tab may have kept its own meanwhile. */
    public void drop(Member member, UUID task, String text) {
        synchronized (store) {
            if (find(member, task).filter(kept -> kept.text().equals(text)).isPresent()) {
                synchronized (waiting) {
                    waiting.computeIfPresent(
                            new Key(member.userId(), task),
                            (key, kept) -> kept.draft().text().equals(text) ? null : kept);
                }
                drafts.delete(member, task);
            }
        }
    }

    /** Writes everything, due or not. */
    void write() {
        write(Instant.MAX);
    }

    private void write(Instant now) {
        int refused = 0;
        for (Key key : due(now)) {
            refused = written(key) ? 0 : refused + 1;
            if (refused == REFUSALS_IN_A_ROW) {
                return;
            }
        }
    }

    private List<Key> due(Instant now) {
        synchronized (waiting) {
            return waiting.entrySet().stream()
                    .filter(entry -> !entry.getValue().due().isAfter(now))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** Writes one text, unless it was dropped meanwhile. False when the store did not take it. */
    private boolean written(Key key) {
        synchronized (store) {
            Waiting next = waiting(key);
            if (next == null) {
                return true;
            }
            try {
                drafts.keep(next.member(), key.task(), next.draft());
                settle(key, next, null);
                return true;
            } catch (DataAccessException refusal) {
                LOG.warn(
                        "An unsaved text of {} waits for the store: {}",
                        next.member().userName(),
                        refusal.getMessage());
                settle(
                        key,
                        next,
                        new Waiting(next.member(), next.draft(), clock.instant().plus(AFTER_REFUSAL)));
                return false;
            }
        }
    }

    /** Notes what became of a text; a newer one that came meanwhile waits in its own right. */
    private void settle(Key key, Waiting tried, @Nullable Waiting then) {
        synchronized (waiting) {
            waiting.computeIfPresent(key, (same, now) -> now == tried ? then : now);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdown();
        write();
    }
}
