package io.sluice.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(StoreKind.class)
class StudioServiceTest {
    private final Services services;
    private final StudioService studio;
    private final Member member;

    StudioServiceTest(StoreKind kind) {
        services = kind.services();
        studio = services.get(StudioService.class);
        member = services.member(Role.DEVELOPER);
    }

    private TreeNode create(@Nullable UUID parent, NodeKind kind, String name) {
        assertThat(studio.create(member, parent, kind, name)).isInstanceOf(NodeResult.Done.class);
        return find(name);
    }

    private TreeNode find(String name) {
        return studio.tree(member).stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> childrenOf(@Nullable UUID parent) {
        return studio.tree(member).stream()
                .filter(node -> java.util.Objects.equals(node.parentId(), parent))
                .map(TreeNode::name)
                .toList();
    }

    @Test
    void flowComesWithItsSection() {
        TreeNode flow = create(null, NodeKind.FLOW, "Sales");
        assertThat(studio.tree(member)).hasSize(2);
        TreeNode section = studio.tree(member).stream()
                .filter(node -> node.kind() == NodeKind.SECTION)
                .findFirst()
                .orElseThrow();
        assertThat(section.parentId()).isEqualTo(flow.id());
    }

    @Test
    void whatIsCreatedBelowAFlowGoesIntoItsSection() {
        TreeNode flow = create(null, NodeKind.FLOW, "Sales");
        TreeNode folder = create(flow.id(), NodeKind.FOLDER, "Daily");
        assertThat(studio.createTask(member, folder.id(), "orders → 仓库 🚚", "{}"))
                .isInstanceOf(NodeResult.Done.class);
        Task task = studio.open(member, find("orders → 仓库 🚚").id()).orElseThrow();
        assertThat(task.path()).containsExactly("Sales", "Data integration", "Daily");
        assertThat(task.text()).isEqualTo("{}");
        assertThat(task.revision()).isEqualTo(1);
        assertThat(task.changedBy()).isEqualTo("Ada Lovelace");
    }

    @Test
    void siblingsHaveDifferentNamesInTheirExactSpelling() {
        TreeNode flow = create(null, NodeKind.FLOW, "Sales");
        create(flow.id(), NodeKind.TASK, "copy");
        create(flow.id(), NodeKind.TASK, "Copy");
        create(flow.id(), NodeKind.TASK, "cöpy");
        assertThat(studio.create(member, flow.id(), NodeKind.FOLDER, " copy "))
                .isEqualTo(new NodeResult.NameTaken("copy"));
    }

    @Test
    void namesAreChecked() {
        assertThat(studio.create(member, null, NodeKind.FLOW, " "))
                .isEqualTo(new NodeResult.InvalidName(NameProblem.EMPTY));
        assertThat(studio.create(member, null, NodeKind.FLOW, "x".repeat(129)))
                .isEqualTo(new NodeResult.InvalidName(NameProblem.TOO_LONG));
        for (String name : List.of("a/b", "a\\b", "x\r\n2026-01-01 INFO", "\u001b[2J", "\u202Etxt")) {
            assertThat(studio.create(member, null, NodeKind.FLOW, name))
                    .as(name)
                    .isEqualTo(new NodeResult.InvalidName(NameProblem.FORBIDDEN_CHARACTER));
        }
        for (String unseen : List.of("\u00a0", "\u3000\u2007", "\u200d", "\u2800\u3164")) {
            assertThat(studio.create(member, null, NodeKind.FLOW, unseen))
                    .isEqualTo(new NodeResult.InvalidName(NameProblem.EMPTY));
        }
        assertThat(studio.create(member, null, NodeKind.FLOW, "\u00a0 padded \u202f"))
                .isInstanceOfSatisfying(
                        NodeResult.Done.class,
                        done -> assertThat(done.node().name()).isEqualTo("padded"));
        create(null, NodeKind.FLOW, "😀".repeat(128));
        create(null, NodeKind.FLOW, "<img src=x onerror=alert(1)>");
    }

    @Test
    void everyKindHasItsPlace() {
        TreeNode flow = create(null, NodeKind.FLOW, "Sales");
        NodeResult wrong = new NodeResult.Refused(Refusal.WRONG_PLACE);
        assertThat(studio.create(member, null, NodeKind.TASK, "a")).isEqualTo(wrong);
        assertThat(studio.create(member, flow.id(), NodeKind.FLOW, "a")).isEqualTo(wrong);
        TreeNode task = create(flow.id(), NodeKind.TASK, "task");
        assertThat(studio.create(member, task.id(), NodeKind.TASK, "a")).isEqualTo(wrong);
        assertThat(studio.create(member, UUID.randomUUID(), NodeKind.TASK, "a"))
                .isEqualTo(new NodeResult.Refused(Refusal.GONE));
    }

    @Test
    void renamesButNotToASiblingsName() {
        TreeNode flow = create(null, NodeKind.FLOW, "Sales");
        create(null, NodeKind.FLOW, "Stock");
        assertThat(studio.rename(member, flow.id(), "Stock")).isEqualTo(new NodeResult.NameTaken("Stock"));
        assertThat(studio.rename(member, flow.id(), "Sales")).isInstanceOf(NodeResult.Done.class);
        assertThat(studio.rename(member, flow.id(), "Shop")).isInstanceOf(NodeResult.Done.class);
        assertThat(childrenOf(null)).containsExactly("Shop", "Stock");
    }

    @Test
    void savesOnlyOverTheRevisionThatWasRead() {
        TreeNode flow = create(null, NodeKind.FLOW, "Sales");
        UUID task = create(flow.id(), NodeKind.TASK, "copy").id();
        String text = "{\n  // Größe, 数量, 😀\n}".repeat(20_000);
        assertThat(studio.save(member, task, text, 1)).isInstanceOf(SaveResult.Saved.class);
        assertThat(studio.open(member, task).orElseThrow().text()).isEqualTo(text);
        assertThat(studio.save(member, task, "mine", 1)).isInstanceOfSatisfying(SaveResult.Conflict.class, conflict -> {
            assertThat(conflict.theirText()).isEqualTo(text);
            assertThat(conflict.theirRevision()).isEqualTo(2);
            assertThat(conflict.changedBy()).isEqualTo("Ada Lovelace");
        });
        assertThat(studio.save(member, task, "mine", 2)).isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void savingWhatSomebodyElseHasStoredAlreadyIsNoConflict() {
        TreeNode flow = create(null, NodeKind.FLOW, "Sales");
        UUID task = create(flow.id(), NodeKind.TASK, "copy").id();
        assertThat(studio.save(member, task, "both", 1)).isInstanceOf(SaveResult.Saved.class);
        assertThat(studio.save(member, task, "both", 1))
                .isInstanceOfSatisfying(
                        SaveResult.Saved.class,
                        saved -> assertThat(saved.revision()).isEqualTo(2));
        assertThat(studio.open(member, task).orElseThrow().revision()).isEqualTo(2);
        assertThat(studio.save(member, task, "mine", 1)).isInstanceOf(SaveResult.Conflict.class);
    }

    @Test
    void anotherWorkspaceSeesAndChangesNothing() {
        TreeNode flow = create(null, NodeKind.FLOW, "Sales");
        TreeNode task = create(flow.id(), NodeKind.TASK, "copy");
        Member stranger = services.member(Role.OWNER);
        assertThat(studio.tree(stranger)).isEmpty();
        assertThat(studio.open(stranger, task.id())).isEmpty();
        assertThat(studio.save(stranger, task.id(), "theirs", 1)).isEqualTo(new SaveResult.Gone());
        NodeResult gone = new NodeResult.Refused(Refusal.GONE);
        assertThat(studio.rename(stranger, task.id(), "theirs")).isEqualTo(gone);
        assertThat(studio.createTask(stranger, flow.id(), "theirs", "")).isEqualTo(gone);
        assertThat(studio.tree(member))
                .extracting(TreeNode::name)
                .containsExactlyInAnyOrder("Sales", "Data integration", "copy");
    }

    @Test
    void operatorsAndVisitorsChangeNothing() {
        TreeNode flow = create(null, NodeKind.FLOW, "Sales");
        UUID task = create(flow.id(), NodeKind.TASK, "copy").id();
        for (Role role : List.of(Role.OPERATOR, Role.VISITOR)) {
            Member other = services.join(member.workspaceId(), role);
            assertThat(studio.open(other, task)).isPresent();
            assertThatThrownBy(() -> studio.save(other, task, "x", 1)).isInstanceOf(PermissionDeniedException.class);
            assertThatThrownBy(() -> studio.create(other, null, NodeKind.FLOW, "x"))
                    .isInstanceOf(PermissionDeniedException.class);
            assertThatThrownBy(() -> studio.rename(other, task, "x")).isInstanceOf(PermissionDeniedException.class);
        }
    }
}
