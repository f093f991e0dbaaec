package io.sluice.studio;

import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Clones tasks, folders and flows. A clone has the stored text to the last character, and a history of its own. */
@Service
public class CopyService {
    private final TreeRepository nodes;
    private final TaskRepository tasks;
    private final DraftService drafts;
    private final WorkspaceGuard guard;
    private final Clock clock;

    CopyService(TreeRepository nodes, TaskRepository tasks, DraftService drafts, WorkspaceGuard guard, Clock clock) {
        this.nodes = nodes;
        this.tasks = tasks;
        this.drafts = drafts;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Clones nodes with everything below them, each behind its original. A clone has the text that the member sees: of a
     * task with unsaved changes by the member those too, while the task itself stays as it is stored.
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public CopyResult copy(Member member, Collection<UUID> ids, CopyName naming) {
        guard.requireEdit(member);
        UUID workspace = member.workspaceId();
        nodes.lock(workspace);
        Tree tree = new Tree(nodes.all(workspace));
        List<UUID> gone = new ArrayList<>(ids);
        gone.removeIf(id -> tree.find(id).isPresent());
        gone.stream()
                .filter(id -> nodes.elsewhere(workspace, id))
                .forEach(id -> guard.foreign(member, "task or folder", id));
        List<TreeNode> chosen = tree.tops(ids);
        if (chosen.isEmpty()) {
            return new CopyResult.Refused(Refusal.GONE);
        }
        if (chosen.stream().anyMatch(node -> node.kind() == NodeKind.SECTION)) {
            return new CopyResult.Refused(Refusal.FIXED);
        }
        Copying copying = new Copying(tree, naming);
        List<TreeNode> copies = chosen.stream().map(copying::top).toList();
        copying.moved().forEach(moved -> nodes.update(workspace, moved));
        nodes.insert(workspace, copying.fresh());
        tasks.copy(member, copying.texts(), clock.instant());
        int unsaved = withUnsaved(member, copying.texts());
        return new CopyResult.Copied(copies, copying.texts().size(), unsaved, gone.size());
    }

    private int withUnsaved(Member member, Map<UUID, UUID> clones) {
        Map<UUID, String> texts = drafts.texts(member);
        texts.keySet().retainAll(clones.keySet());
        texts.forEach((original, text) -> {
            UUID clone = clones.getOrDefault(original, original);
            tasks.save(
                    member.workspaceId(),
                    new TaskRepository.Stored(clone, "", text, 1, member.displayName(), clock.instant()));
        });
        return texts.size();
    }

    /** The clones on their way into a tree. */
    private static final class Copying {
        private final Tree tree;
        private final CopyName naming;
        private final Map<Optional<UUID>, Siblings> families = new HashMap<>();
        private final Map<UUID, TreeNode> fresh = new LinkedHashMap<>();
        private final Map<UUID, UUID> texts = new LinkedHashMap<>();

        Copying(Tree tree, CopyName naming) {
            this.tree = tree;
            this.naming = naming;
        }

        TreeNode top(TreeNode original) {
            UUID parent = original.parentId();
            Siblings siblings = families.computeIfAbsent(
                    Optional.ofNullable(parent), key -> new Siblings(parent, tree.children(parent)));
            String name = naming.free(original.name(), siblings::named);
            TreeNode copy = new TreeNode(UUID.randomUUID(), parent, original.kind(), name, 0);
            siblings.insert(List.of(copy), tree.after(original));
            take(original, copy);
            tree.children(original.id()).forEach(child -> below(child, copy.id()));
            return copy;
        }

        private void below(TreeNode original, UUID parent) {
            TreeNode copy =
                    new TreeNode(UUID.randomUUID(), parent, original.kind(), original.name(), original.position());
            take(original, copy);
            tree.children(original.id()).forEach(child -> below(child, copy.id()));
        }

        private void take(TreeNode original, TreeNode copy) {
            fresh.put(copy.id(), copy);
            if (copy.kind() == NodeKind.TASK) {
                texts.put(original.id(), copy.id());
            }
        }

        /** The clones as they come into the store. */
        List<TreeNode> fresh() {
            families.values().stream()
                    .flatMap(siblings -> siblings.changed().stream())
                    .forEach(node -> fresh.computeIfPresent(node.id(), (id, before) -> node));
            return List.copyOf(fresh.values());
        }

        /** Those that had to make room. */
        List<List<TreeNode>> moved() {
            return families.values().stream()
                    .map(siblings -> siblings.changed().stream()
                            .filter(node -> !fresh.containsKey(node.id()))
                            .toList())
                    .toList();
        }

        /** The clone of each task. */
        Map<UUID, UUID> texts() {
            return texts;
        }
    }
}
