package io.sluice.studio;

import io.sluice.testing.Services;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace with one flow, for tests of its tree. */
final class TreeFixture {
    final Services services;
    final StudioService studio;
    final TreeService trees;
    final Member member;
    private final UUID flow;
    final UUID section;

    TreeFixture(Services services) {
        this.services = services;
        studio = services.get(StudioService.class);
        trees = services.get(TreeService.class);
        member = services.member(Role.DEVELOPER);
        flow = create(null, NodeKind.FLOW, "Sales");
        section = studio.tree(member).stream()
                .filter(node -> flow.equals(node.parentId()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    UUID flow() {
        return flow;
    }

    UUID create(@Nullable UUID parent, NodeKind kind, String name) {
        return ((NodeResult.Done) studio.create(member, parent, kind, name))
                .node()
                .id();
    }

    UUID folder(UUID parent, String name) {
        return create(parent, NodeKind.FOLDER, name);
    }

    UUID task(UUID parent, String name) {
        return create(parent, NodeKind.TASK, name);
    }

    UUID task(UUID parent, String name, String text) {
        return ((NodeResult.Done) studio.createTask(member, parent, name, text))
                .node()
                .id();
    }

    List<String> children(@Nullable UUID parent) {
        return studio.tree(member).stream()
                .filter(node -> Objects.equals(node.parentId(), parent))
                .map(TreeNode::name)
                .toList();
    }

    MoveResult move(List<UUID> ids, @Nullable UUID parent, @Nullable UUID before) {
        return trees.move(member, ids, new TreePlace(parent, before));
    }

    List<FormerPlace> moved(List<UUID> ids, @Nullable UUID parent, @Nullable UUID before) {
        return ((MoveResult.Moved) move(ids, parent, before)).before();
    }
}
