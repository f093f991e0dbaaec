package io.sluice.studio;

import io.sluice.studio.TaskRepository.Stored;
import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The business flows, folders and tasks of a workspace. */
@Service
public class StudioService {
    private static final String SECTION_NAME = "Data integration";

    private final TreeRepository nodes;
    private final TreeCache cache;
    private final TaskRepository tasks;
    private final WorkspaceGuard guard;
    private final Clock clock;

    StudioService(TreeRepository nodes, TreeCache cache, TaskRepository tasks, WorkspaceGuard guard, Clock clock) {
        this.nodes = nodes;
        this.cache = cache;
        this.tasks = tasks;
        this.guard = guard;
        this.clock = clock;
    }

    /** All nodes of the workspace, siblings in their order, without texts. */
    public List<TreeNode> tree(Member member) {
        return cache.tree(member.workspaceId());
    }

    /**
     * Creates a node at the end of its siblings. A flow gets its section at once; what is created below a flow goes
     * into that section. A task created here has an empty text.
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public NodeResult create(Member member, @Nullable UUID parentId, NodeKind kind, String name) {
        guard.requireEdit(member);
        return insert(member, parentId, kind, name, "");
    }

    /** Creates a task with its first text. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public NodeResult createTask(Member member, UUID parentId, String name, String text) {
        guard.requireEdit(member);
        return insert(member, parentId, NodeKind.TASK, name, text);
    }

    private NodeResult insert(Member member, @Nullable UUID parentId, NodeKind kind, String name, String text) {
        UUID workspace = member.workspaceId();
        nodes.lock(workspace);
        TreeNode above = parentId == null ? null : place(workspace, parentId, kind);
        if (parentId != null && above == null) {
            missing(member, parentId);
            return new NodeResult.Refused(Refusal.GONE);
        }
        if (!kind.fitsBelow(above == null ? null : above.kind())) {
            return new NodeResult.Refused(Refusal.WRONG_PLACE);
        }
        UUID parent = above == null ? null : above.id();
        String tidy = NodeName.tidy(name);
        NodeResult objection = objection(workspace, parent, tidy, null);
        if (objection != null) {
            return objection;
        }
        int position = nodes.lastPosition(workspace, parent) + Siblings.STEP;
        TreeNode node = new TreeNode(UUID.randomUUID(), parent, kind, tidy, position);
        nodes.insert(workspace, List.of(node));
        if (kind == NodeKind.FLOW) {
            nodes.insert(
                    workspace, List.of(new TreeNode(UUID.randomUUID(), node.id(), NodeKind.SECTION, SECTION_NAME, 0)));
        }
        if (kind == NodeKind.TASK) {
            tasks.insert(workspace, node.id(), text, member.displayName(), clock.instant());
        }
        return new NodeResult.Done(node);
    }

    /** The parent that is meant: for what belongs in a section, a flow stands for its own. */
    private @Nullable TreeNode place(UUID workspace, UUID parent, NodeKind kind) {
        TreeNode named = nodes.find(workspace, parent).orElse(null);
        boolean section = named != null && named.kind() == NodeKind.FLOW && kind.belongsInSection();
        return section ? nodes.section(workspace, parent).orElse(named) : named;
    }

    @Transactional(isolation = Isolation.READ_COMMITTED)
    public NodeResult rename(Member member, UUID id, String name) {
        guard.requireEdit(member);
        UUID workspace = member.workspaceId();
        nodes.lock(workspace);
        TreeNode node = nodes.find(workspace, id).orElse(null);
        if (node == null) {
            missing(member, id);
            return new NodeResult.Refused(Refusal.GONE);
        }
        if (node.kind() == NodeKind.SECTION) {
            return new NodeResult.Refused(Refusal.FIXED);
        }
        String tidy = NodeName.tidy(name);
        NodeResult objection = objection(workspace, node.parentId(), tidy, id);
        if (objection != null) {
            return objection;
        }
        TreeNode renamed = new TreeNode(id, node.parentId(), node.kind(), tidy, node.position());
        nodes.update(workspace, List.of(renamed));
        return new NodeResult.Done(renamed);
    }

    private @Nullable NodeResult objection(UUID workspace, @Nullable UUID parent, String name, @Nullable UUID self) {
        Optional<NameProblem> problem = NodeName.problem(name);
        if (problem.isPresent()) {
            return new NodeResult.InvalidName(problem.get());
        }
        boolean taken = nodes.named(workspace, parent, name)
                .filter(other -> !other.equals(self))
                .isPresent();
        return taken ? new NodeResult.NameTaken(name) : null;
    }

    /** A task with its text; empty when the workspace has no such task. */
    @Transactional(readOnly = true)
    public Optional<Task> open(Member member, UUID id) {
        Optional<Task> found = tasks.find(member.workspaceId(), id).map(stored -> task(stored, path(member, id)));
        if (found.isEmpty()) {
            missing(member, id);
        }
        return found;
    }

    private List<String> path(Member member, UUID id) {
        UUID workspace = member.workspaceId();
        List<TreeNode> above = new ArrayList<>(nodes.folders(workspace));
        nodes.find(workspace, id).ifPresent(above::add);
        return new Tree(above).pathTo(id);
    }

    /** An id the workspace does not have was either deleted, or is somebody else's and worth an entry in the trail. */
    private void missing(Member member, UUID id) {
        if (nodes.elsewhere(member.workspaceId(), id)) {
            guard.foreign(member, "task or folder", id);
        }
    }

    /** Every task of the workspace with its text, by name; for where-used look-ups. */
    @Transactional(readOnly = true)
    public List<Task> all(Member member) {
        Tree tree = new Tree(tree(member));
        return tasks.all(member.workspaceId()).stream()
                .map(stored -> task(stored, tree.pathTo(stored.id())))
                .toList();
    }

    private static Task task(Stored stored, List<String> path) {
        return new Task(
                stored.id(),
                stored.name(),
                path,
                stored.text(),
                stored.revision(),
                stored.changedBy(),
                stored.changedAt());
    }

    /** What somebody saved since a revision was read; empty while it is still the stored one. */
    @Transactional(readOnly = true)
    public Optional<SaveResult.Conflict> savedSince(Member member, UUID id, long knownRevision) {
        return tasks.other(member.workspaceId(), id, knownRevision).map(StudioService::conflict);
    }

    /** Writes a task's text unless somebody saved since the expected revision. */
    @Transactional
    public SaveResult save(Member member, UUID id, String text, long expectedRevision) {
        guard.requireEdit(member);
        Stored before = tasks.find(member.workspaceId(), id).orElse(null);
        if (before == null) {
            missing(member, id);
            return new SaveResult.Gone();
        }
        Instant now = clock.instant();
        Stored after = new Stored(id, before.name(), text, expectedRevision, member.displayName(), now);
        if (tasks.save(member.workspaceId(), after)) {
            return new SaveResult.Saved(expectedRevision + 1, now);
        }
        return tasks.find(member.workspaceId(), id)
                .<SaveResult>map(theirs -> settled(theirs, text))
                .orElseGet(SaveResult.Gone::new);
    }

    /** Two who wrote the same have nothing to settle: it is stored already. */
    private static SaveResult settled(Stored theirs, String ours) {
        return theirs.text().equals(ours)
                ? new SaveResult.Saved(theirs.revision(), theirs.changedAt())
                : conflict(theirs);
    }

    private static SaveResult.Conflict conflict(Stored theirs) {
        return new SaveResult.Conflict(theirs.changedBy(), theirs.changedAt(), theirs.revision(), theirs.text());
    }
}
