package io.sluice.studio;

import io.sluice.studio.TaskRepository.Stored;
import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The business flows, folders and tasks of a workspace. */
@Service
public class StudioService {
    private static final String SECTION_NAME = "Data integration";

    private final TreeRepository nodes;
    private final TaskRepository tasks;
    private final WorkspaceGuard guard;
    private final Clock clock;

    StudioService(TreeRepository nodes, TaskRepository tasks, WorkspaceGuard guard, Clock clock) {
        this.nodes = nodes;
        this.tasks = tasks;
        this.guard = guard;
        this.clock = clock;
    }

    /** All nodes of the workspace, siblings in their order, without texts. */
    public List<TreeNode> tree(Member member) {
        return nodes.all(member.workspaceId());
    }

    /**
     * Creates a node at the end of its siblings. A flow gets its section at once; what is created below a flow goes
     * into that section. A task created here has an empty text.
     */
    @Transactional
    public NodeResult create(Member member, @Nullable UUID parentId, NodeKind kind, String name) {
        guard.requireEdit(member);
        return insert(member, parentId, kind, name, "");
    }

    /** Creates a task with its first text. */
    @Transactional
    public NodeResult createTask(Member member, UUID parentId, String name, String text) {
        guard.requireEdit(member);
        return insert(member, parentId, NodeKind.TASK, name, text);
    }

    private NodeResult insert(Member member, @Nullable UUID parentId, NodeKind kind, String name, String text) {
        Tree tree = tree(member.workspaceId());
        String tidy = NodeName.tidy(name);
        UUID parent = tree.placeFor(kind, parentId);
        NodeResult objection = objection(tree, parent, kind, tidy, null);
        if (objection != null) {
            if (parent != null && tree.find(parent).isEmpty()) {
                missing(member, parent);
            }
            return objection;
        }
        int position = tree.children(parent).size();
        TreeNode node = new TreeNode(UUID.randomUUID(), parent, kind, tidy, position);
        try {
            nodes.insert(member.workspaceId(), node);
        } catch (DuplicateKeyException taken) {
            return new NodeResult.NameTaken(tidy);
        }
        if (kind == NodeKind.FLOW) {
            nodes.insert(
                    member.workspaceId(),
                    new TreeNode(UUID.randomUUID(), node.id(), NodeKind.SECTION, SECTION_NAME, 0));
        }
        if (kind == NodeKind.TASK) {
            tasks.insert(member.workspaceId(), node.id(), text, member.displayName(), clock.instant());
        }
        return new NodeResult.Done(node);
    }

    @Transactional
    public NodeResult rename(Member member, UUID id, String name) {
        guard.requireEdit(member);
        Tree tree = tree(member.workspaceId());
        TreeNode node = tree.find(id).orElse(null);
        if (node == null) {
            missing(member, id);
            return new NodeResult.Refused(Refusal.GONE);
        }
        if (node.kind() == NodeKind.SECTION) {
            return new NodeResult.Refused(Refusal.FIXED);
        }
        String tidy = NodeName.tidy(name);
        NodeResult objection = objection(tree, node.parentId(), node.kind(), tidy, id);
        if (objection != null) {
            return objection;
        }
        return update(member, new TreeNode(id, node.parentId(), node.kind(), tidy, node.position()));
    }

    /** Moves a node below another parent, or within its own, to the given place among the siblings. */
    @Transactional
    public NodeResult move(Member member, UUID id, @Nullable UUID newParentId, int position) {
        guard.requireEdit(member);
        Tree tree = tree(member.workspaceId());
        TreeNode node = tree.find(id).orElse(null);
        if (node == null) {
            missing(member, id);
            return new NodeResult.Refused(Refusal.GONE);
        }
        if (node.kind() == NodeKind.SECTION) {
            return new NodeResult.Refused(Refusal.FIXED);
        }
        UUID parent = tree.placeFor(node.kind(), newParentId);
        if (parent != null && tree.withDescendants(List.of(id)).contains(parent)) {
            return new NodeResult.Refused(Refusal.INTO_ITSELF);
        }
        NodeResult objection = objection(tree, parent, node.kind(), node.name(), id);
        return objection != null ? objection : place(member, tree, node, parent, position);
    }

    private NodeResult place(Member member, Tree tree, TreeNode node, @Nullable UUID parent, int position) {
        List<TreeNode> siblings = new ArrayList<>(tree.children(parent));
        siblings.removeIf(sibling -> sibling.id().equals(node.id()));
        int place = Math.clamp(position, 0, siblings.size());
        siblings.add(place, node);
        for (int i = 0; i < siblings.size(); i++) {
            TreeNode sibling = siblings.get(i);
            if (i != place && sibling.position() != i) {
                nodes.update(
                        member.workspaceId(), new TreeNode(sibling.id(), parent, sibling.kind(), sibling.name(), i));
            }
        }
        return update(member, new TreeNode(node.id(), parent, node.kind(), node.name(), place));
    }

    private NodeResult update(Member member, TreeNode node) {
        try {
            nodes.update(member.workspaceId(), node);
        } catch (DuplicateKeyException taken) {
            return new NodeResult.NameTaken(node.name());
        }
        return new NodeResult.Done(node);
    }

    private static @Nullable NodeResult objection(
            Tree tree, @Nullable UUID parent, NodeKind kind, String name, @Nullable UUID self) {
        TreeNode above = parent == null ? null : tree.find(parent).orElse(null);
        if (parent != null && above == null) {
            return new NodeResult.Refused(Refusal.GONE);
        }
        if (!kind.fitsBelow(above == null ? null : above.kind())) {
            return new NodeResult.Refused(Refusal.WRONG_PLACE);
        }
        Optional<NameProblem> problem = NodeName.problem(name);
        if (problem.isPresent()) {
            return new NodeResult.InvalidName(problem.get());
        }
        return tree.nameTaken(parent, name, self) ? new NodeResult.NameTaken(name) : null;
    }

    /** Deletes nodes with everything below them; {@link #restore} brings them back. Sections go only with their flow. */
    @Transactional
    public Deletion delete(Member member, Collection<UUID> ids) {
        guard.requireEdit(member);
        Tree tree = tree(member.workspaceId());
        List<UUID> chosen = ids.stream()
                .filter(id -> tree.find(id)
                        .filter(node -> node.kind() != NodeKind.SECTION)
                        .isPresent())
                .toList();
        ids.stream().filter(id -> tree.find(id).isEmpty()).forEach(id -> missing(member, id));
        Set<UUID> going = tree.withDescendants(chosen);
        UUID deletion = UUID.randomUUID();
        if (!going.isEmpty()) {
            nodes.delete(member.workspaceId(), going, deletion);
        }
        int taskCount = (int) going.stream()
                .flatMap(id -> tree.find(id).stream())
                .filter(node -> node.kind() == NodeKind.TASK)
                .count();
        return new Deletion(deletion, taskCount, going.size() - taskCount);
    }

    /**
     * Undoes a deletion. A name taken meanwhile gets a number; what lay below a node that is deleted itself stays
     * deleted.
     */
    @Transactional
    public void restore(Member member, UUID deletionId) {
        guard.requireEdit(member);
        UUID workspace = member.workspaceId();
        Tree deleted = new Tree(nodes.deleted(workspace, deletionId));
        Tree live = tree(workspace);
        List<TreeNode> tops = nodes.deleted(workspace, deletionId).stream()
                .filter(node ->
                        node.parentId() == null || deleted.find(node.parentId()).isEmpty())
                .toList();
        for (TreeNode top : tops) {
            UUID parent = top.parentId();
            if (parent == null || live.find(parent).isPresent()) {
                nodes.restore(workspace, top.id(), freeName(live, top), deletionId);
                Set<UUID> below = deleted.withDescendants(List.of(top.id()));
                below.remove(top.id());
                below.stream()
                        .flatMap(id -> deleted.find(id).stream())
                        .forEach(node -> nodes.restore(workspace, node.id(), node.name(), deletionId));
            }
        }
    }

    private static String freeName(Tree live, TreeNode node) {
        String name = node.name();
        for (int number = 2; live.nameTaken(node.parentId(), name, null); number++) {
            name = node.name() + " (" + number + ")";
        }
        return name;
    }

    /** A task with its text; empty when the workspace has no such task. */
    @Transactional(readOnly = true)
    public Optional<Task> open(Member member, UUID id) {
        Optional<Task> found = tasks.find(member.workspaceId(), id)
                .map(stored -> task(stored, tree(member.workspaceId()).pathTo(id)));
        if (found.isEmpty()) {
            missing(member, id);
        }
        return found;
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
        Tree tree = tree(member.workspaceId());
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
                .<SaveResult>map(StudioService::conflict)
                .orElseGet(SaveResult.Gone::new);
    }

    private static SaveResult.Conflict conflict(Stored theirs) {
        return new SaveResult.Conflict(theirs.changedBy(), theirs.changedAt(), theirs.revision(), theirs.text());
    }

    private Tree tree(UUID workspace) {
        return new Tree(nodes.all(workspace));
    }
}
