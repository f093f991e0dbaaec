package io.sluice.studio;

import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbered versions of tasks. */
@Service
public class VersionService {
    /** The longest comment, in characters. */
    public static final int MAX_COMMENT = 1000;

    private final VersionRepository versions;
    private final TaskRepository tasks;
    private final WorkspaceGuard guard;
    private final Clock clock;

    VersionService(VersionRepository versions, TaskRepository tasks, WorkspaceGuard guard, Clock clock) {
        this.versions = versions;
        this.tasks = tasks;
        this.guard = guard;
        this.clock = clock;
    }

    /** The versions of a task, newest first; none when the workspace has no such task. */
    @Transactional(readOnly = true)
    public List<TaskVersion> list(Member member, UUID task) {
        return versions.all(member.workspaceId(), task);
    }

    /** The text of a version; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<String> text(Member member, UUID task, long number) {
        return versions.text(member.workspaceId(), task, number);
    }

    /**
     * Makes the next version of what is stored, provided that nobody saved since the expected revision.
     *
     * @param comment cut to {@link #MAX_COMMENT} characters
     */
    @Transactional
    public SubmitResult submit(Member member, UUID task, long expectedRevision, String comment) {
        guard.requireEdit(member);
        Optional<String> text = versions.lockTask(member.workspaceId(), task, expectedRevision);
        if (tasks.find(member.workspaceId(), task).isEmpty()) {
            return new SubmitResult.Gone();
        }
        if (text.isEmpty()) {
            return new SubmitResult.Stale();
        }
        List<TaskVersion> earlier = versions.all(member.workspaceId(), task);
        long last = earlier.isEmpty() ? 0 : earlier.getFirst().number();
        if (last > 0 && text.equals(versions.text(member.workspaceId(), task, last))) {
            return new SubmitResult.Unchanged(earlier.getFirst());
        }
        TaskVersion version = new TaskVersion(last + 1, tidy(comment), member.displayName(), clock.instant());
        versions.insert(member, task, version, text.get());
        return new SubmitResult.Submitted(version);
    }

    private static String tidy(String comment) {
        String stripped = comment.strip();
        int end = Math.min(stripped.length(), MAX_COMMENT);
        boolean halved = end < stripped.length() && Character.isHighSurrogate(stripped.charAt(end - 1));
        return stripped.substring(0, halved ? end - 1 : end);
    }
}
