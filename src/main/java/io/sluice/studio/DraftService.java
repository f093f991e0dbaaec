package io.sluice.studio;

import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Unsaved texts, so that they survive a crash of browser and server. A text is in the store two seconds after it was
 * kept at the latest: writing each pause between two keys would load the store for nothing.
 */
@Service
public class DraftService {
    private static final Logger LOG = LoggerFactory.getLogger(DraftService.class);
    private static final int SECONDS = 2;

    private final DraftRepository drafts;
    private final WorkspaceGuard guard;
    private final Clock clock;
    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drafts").factory());

    private record Key(UUID user, UUID task) {}

    private record Waiting(Member member, Draft draft) {}

    DraftService(DraftRepository drafts, WorkspaceGuard guard, Clock clock) {
        this.drafts = drafts;
        this.guard = guard;
        this.clock = clock;
        timer.scheduleWithFixedDelay(this::write, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Keeps a member's unsaved text of a task in place of the one before. */
    public void keep(Member member, UUID task, String text, long revision) {
        guard.requireEdit(member);
        synchronized (waiting) {
            waiting.put(
                    new Key(member.userId(), task), new Waiting(member, new Draft(text, revision, clock.instant())));
        }
    }

    /** The member's unsaved text of a task. */
    public Optional<Draft> find(Member member, UUID task) {
        synchronized (waiting) {
            Waiting newer = waiting.get(new Key(member.userId(), task));
            return newer != null && newer.member().workspaceId().equals(member.workspaceId())
                    ? Optional.of(newer.draft())
                    : drafts.find(member, task);
        }
    }

    /** The member's unsaved texts by task. */
    Map<UUID, String> texts(Member member) {
        Map<UUID, String> texts = new HashMap<>();
        synchronized (waiting) {
            drafts.all(member).forEach((task, draft) -> texts.put(task, draft.text()));
            waiting.forEach((key, newer) -> {
                if (key.user().equals(member.userId())
                        && newer.member().workspaceId().equals(member.workspaceId())) {
                    texts.put(key.task(), newer.draft().text());
                }
            });
        }
        return texts;
    }

    /** Forgets the member's unsaved text of a task, if it is this one: another tab may have kept its own meanwhile. */
    public void drop(Member member, UUID task, String text) {
        synchronized (waiting) {
            if (find(member, task).filter(kept -> kept.text().equals(text)).isPresent()) {
                waiting.remove(new Key(member.userId(), task));
                drafts.delete(member, task);
            }
        }
    }

    /** Writes what waits. The lock is held meanwhile, so that no text is written again after it was dropped. */
    void write() {
        synchronized (waiting) {
            try {
                while (!waiting.isEmpty()) {
                    Map.Entry<Key, Waiting> first =
                            waiting.entrySet().iterator().next();
                    Waiting next = first.getValue();
                    drafts.keep(next.member(), first.getKey().task(), next.draft());
                    waiting.remove(first.getKey());
                }
            } catch (DataAccessException storeSilent) {
                LOG.warn("{} unsaved texts wait for the store: {}", waiting.size(), storeSilent.getMessage());
            }
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdown();
        write();
    }
}
