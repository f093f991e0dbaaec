package io.sluice.studio;

import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Moves and deletes parts of a workspace's tree, and takes both back. One change of a tree waits for the other. */
@Service
public class TreeService {
    private final TreeRepository nodes;
    private final WorkspaceGuard guard;

    TreeService(TreeRepository nodes, WorkspaceGuard guard) {
        this.nodes = nodes;
        this.guard = guard;
    }

    /** A number that grows with every change of the tree. */
    public long revision(Member member) {
        return nodes.revision(member.workspaceId());
    }

    /** The flows, sections and folders of the workspace, siblings in their order. */
    public List<TreeNode> folders(Member member) {
        return nodes.folders(member.workspaceId());
    }

    /** A node of the workspace. */
    public Optional<TreeNode> find(Member member, UUID id) {
        Optional<TreeNode> found = nodes.find(member.workspaceId(), id);
        if (found.isEmpty()) {
            missing(member, id);
        }
        return found;
    }

    /** Moves nodes with everything below them: all of them, or none and why. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public MoveResult move(Member member, Collection<UUID> ids, TreePlace to) {
        guard.requireEdit(member);
        UUID workspace = member.workspaceId();
        Tree tree = locked(workspace);
        int gone = gone(member, tree, ids);
        List<TreeNode> moving = tree.tops(ids);
        UUID wanted = to.parent();
        if (wanted != null && tree.find(wanted).isEmpty()) {
            missing(member, wanted);
            return new MoveResult.TargetGone();
        }
        UUID parent = moving.isEmpty() ? null : tree.placeFor(moving.getFirst().kind(), wanted);
        Optional<MoveResult> objection = objection(tree, moving, parent);
        if (objection.isPresent()) {
            return objection.get();
        }
        UUID before = anchor(tree, moving, parent, to.before());
        if (there(tree, moving, parent, before)) {
            return new MoveResult.Moved(List.of(), List.of(), gone);
        }
        List<FormerPlace> former = moving.stream()
                .map(node -> new FormerPlace(node, tree.after(node), parent))
                .toList();
        Siblings siblings = new Siblings(parent, without(tree.children(parent), moving));
        siblings.insert(moving, before);
        nodes.update(workspace, siblings.changed());
        return new MoveResult.Moved(moving, former, gone);
    }

    private static Optional<MoveResult> objection(Tree tree, List<TreeNode> moving, @Nullable UUID parent) {
        if (moving.isEmpty()) {
            return Optional.of(new MoveResult.Refused(Refusal.GONE));
        }
        if (moving.stream().anyMatch(node -> node.kind() == NodeKind.SECTION)) {
            return Optional.of(new MoveResult.Refused(Refusal.FIXED));
        }
        TreeNode above = parent == null ? null : tree.find(parent).orElse(null);
        NodeKind kind = above == null ? null : above.kind();
        if (moving.stream().anyMatch(node -> !node.kind().fitsBelow(kind))) {
            return Optional.of(new MoveResult.Refused(Refusal.WRONG_PLACE));
        }
        if (parent != null && moving.stream().anyMatch(node -> tree.within(parent, node.id()))) {
            return Optional.of(new MoveResult.Refused(Refusal.INTO_ITSELF));
        }
        List<String> taken = taken(without(tree.children(parent), moving), moving);
        return taken.isEmpty() ? Optional.empty() : Optional.of(new MoveResult.NamesTaken(taken));
    }

    /** Names that would be there twice. */
    private static List<String> taken(List<TreeNode> there, List<TreeNode> coming) {
        Set<String> names = there.stream().map(TreeNode::name).collect(Collectors.toSet());
        return coming.stream()
                .map(TreeNode::name)
                .filter(name -> !names.add(name))
                .distinct()
                .toList();
    }

    /** The child to move before; when it moves itself, the next one that stays. */
    private static @Nullable UUID anchor(
            Tree tree, List<TreeNode> moving, @Nullable UUID parent, @Nullable UUID before) {
        Set<TreeNode> leaving = Set.copyOf(moving);
        TreeNode anchor = before == null ? null : tree.find(before).orElse(null);
        while (anchor != null && Objects.equals(anchor.parentId(), parent) && leaving.contains(anchor)) {
            UUID next = tree.after(anchor);
            anchor = next == null ? null : tree.find(next).orElse(null);
        }
        return anchor == null ? null : anchor.id();
    }

    /** Whether the nodes are at that place already. */
    private static boolean there(Tree tree, List<TreeNode> moving, @Nullable UUID parent, @Nullable UUID before) {
        List<TreeNode> siblings = tree.children(parent);
        int first = siblings.indexOf(moving.getFirst());
        return first >= 0
                && siblings.subList(first, Math.min(siblings.size(), first + moving.size()))
                        .equals(moving)
                && Objects.equals(tree.after(moving.getLast()), before);
    }

    private static List<TreeNode> without(List<TreeNode> all, Collection<TreeNode> some) {
        Set<UUID> leaving = some.stream().map(TreeNode::id).collect(Collectors.toSet());
        return all.stream().filter(node -> !leaving.contains(node.id())).toList();
    }

    /** Undoes a move, as far as nobody moved or deleted meanwhile what it concerns. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public PutBack putBack(Member member, List<FormerPlace> former) {
        guard.requireEdit(member);
        Tree tree = locked(member.workspaceId());
        Map<FormerPlace, TreeNode> returning = new HashMap<>();
        for (FormerPlace place : former) {
            tree.find(place.node().id())
                    .filter(node -> Objects.equals(node.parentId(), place.movedTo()) && free(tree, place.node()))
                    .ifPresent(node -> returning.put(place, node));
        }
        Map<Optional<UUID>, Siblings> families = new HashMap<>();
        int renamed = 0;
        for (FormerPlace place : former.reversed()) {
            TreeNode node = returning.get(place);
            if (node != null) {
                UUID parent = place.node().parentId();
                Siblings siblings = families.computeIfAbsent(
                        Optional.ofNullable(parent),
                        key -> new Siblings(parent, without(tree.children(parent), returning.values())));
                String name = siblings.free(node.name());
                renamed += name.equals(node.name()) ? 0 : 1;
                siblings.putBack(
                        new TreeNode(
                                node.id(),
                                parent,
                                node.kind(),
                                name,
                                place.node().position()),
                        place.before());
            }
        }
        families.values().forEach(siblings -> nodes.update(member.workspaceId(), siblings.changed()));
        List<TreeNode> back = former.stream()
                .filter(returning::containsKey)
                .map(FormerPlace::node)
                .toList();
        return new PutBack(back, renamed, former.size() - back.size());
    }

    /** Whether the former parent is there and takes the node. */
    private static boolean free(Tree tree, TreeNode former) {
        UUID parent = former.parentId();
        return parent == null || (tree.find(parent).isPresent() && !tree.within(parent, former.id()));
    }

    /** Deletes nodes with everything below them; {@link #restore} brings them back. Sections go only with their flow. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Deletion delete(Member member, Collection<UUID> ids) {
        guard.requireEdit(member);
        UUID workspace = member.workspaceId();
        Tree tree = locked(workspace);
        gone(member, tree, ids);
        List<TreeNode> chosen = tree.tops(ids).stream()
                .filter(node -> node.kind() != NodeKind.SECTION)
                .toList();
        Set<UUID> going = tree.withDescendants(chosen.stream().map(TreeNode::id).toList());
        UUID deletion = UUID.randomUUID();
        nodes.delete(workspace, going, deletion);
        int tasks = count(tree, going, NodeKind.TASK);
        int folders = going.size() - tasks - count(tree, going, NodeKind.SECTION);
        return new Deletion(deletion, chosen, going, tasks, folders);
    }

    private static int count(Tree tree, Collection<UUID> ids, NodeKind kind) {
        return (int) ids.stream()
                .flatMap(id -> tree.find(id).stream())
                .filter(node -> node.kind() == kind)
                .count();
    }

    /**
     * Undoes a deletion. A name taken meanwhile gets a number. What was in a folder that is deleted itself comes back
     * into the next one above that is still there.
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Restored restore(Member member, UUID deletionId) {
        guard.requireEdit(member);
        UUID workspace = member.workspaceId();
        Tree live = locked(workspace);
        List<TreeNode> all = nodes.deleted(workspace, deletionId);
        Restoring restoring = new Restoring(live, new Tree(all), id -> nodes.recall(workspace, id));
        all.forEach(restoring::consider);
        nodes.restore(workspace, restoring.returning());
        return restoring.result();
    }

    private Tree locked(UUID workspace) {
        nodes.lock(workspace);
        return new Tree(nodes.all(workspace));
    }

    private int gone(Member member, Tree tree, Collection<UUID> ids) {
        List<UUID> gone = new ArrayList<>(ids);
        gone.removeIf(id -> tree.find(id).isPresent());
        gone.forEach(id -> missing(member, id));
        return gone.size();
    }

    /** An id the workspace does not have was either deleted, or is somebody else's and worth an entry in the trail. */
    private void missing(Member member, UUID id) {
        if (nodes.elsewhere(member.workspaceId(), id)) {
            guard.foreign(member, "task or folder", id);
        }
    }
}
