package io.sluice.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.testing.StoreKind;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(StoreKind.class)
class CopyServiceTest {
    private static final CopyName ENGLISH = new CopyName(" (copy)", " (copy #)");

    private final TreeFixture tree;
    private final CopyService copies;
    private final Member member;
    private final UUID section;

    CopyServiceTest(StoreKind kind) {
        tree = new TreeFixture(kind.services());
        copies = tree.services.get(CopyService.class);
        member = tree.member;
        section = tree.section;
    }

    private List<TreeNode> copied(UUID... ids) {
        return ((CopyResult.Copied) copies.copy(member, List.of(ids), ENGLISH)).nodes();
    }

    @Test
    void textIsTheSameToTheLastCharacterAndStandsBehindItsOriginal() {
        String text = "\uFEFF{\r\n\t// Größe, 数量, 😀 \\u0000 '\"\n}\n\n  ".repeat(3_000);
        UUID original = tree.task(section, "orders", text);
        tree.task(section, "stock");
        TreeNode copy = copied(original).getFirst();
        assertThat(tree.children(section)).containsExactly("orders", "orders (copy)", "stock");
        Task task = tree.studio.open(member, copy.id()).orElseThrow();
        assertThat(task.text()).isEqualTo(text);
        assertThat(task.revision()).isEqualTo(1);
        tree.studio.save(member, copy.id(), "{}", 1);
        assertThat(tree.studio.open(member, original).orElseThrow().text()).isEqualTo(text);
    }

    @Test
    void cloneHasTheTextThatItsMakerSeesAndTheOriginalKeepsItsOwn() {
        UUID original = tree.task(section, "orders", "{\"stored\": true}");
        DraftService drafts = tree.services.get(DraftService.class);
        drafts.keep(member, original, "{\"waiting\": 1}", 1);
        CopyResult.Copied copied = (CopyResult.Copied) copies.copy(member, List.of(original), ENGLISH);
        assertThat(copied.unsaved()).isEqualTo(1);
        assertThat(text(copied)).isEqualTo("{\"waiting\": 1}");
        drafts.write();
        assertThat(text((CopyResult.Copied) copies.copy(member, List.of(original), ENGLISH)))
                .isEqualTo("{\"waiting\": 1}");
        assertThat(tree.studio.open(member, original).orElseThrow().text()).isEqualTo("{\"stored\": true}");
        assertThat(drafts.find(member, original).orElseThrow().text()).isEqualTo("{\"waiting\": 1}");
    }

    @Test
    void unsavedTextOfSomebodyElseIsNotCloned() {
        UUID original = tree.task(section, "orders", "{\"stored\": true}");
        Member other = tree.services.join(member.workspaceId(), Role.DEVELOPER);
        tree.services.get(DraftService.class).keep(other, original, "{\"theirs\": 1}", 1);
        CopyResult.Copied copied = (CopyResult.Copied) copies.copy(member, List.of(original), ENGLISH);
        assertThat(copied.unsaved()).isZero();
        assertThat(text(copied)).isEqualTo("{\"stored\": true}");
    }

    private String text(CopyResult.Copied copied) {
        return tree.studio
                .open(member, copied.nodes().getFirst().id())
                .orElseThrow()
                .text();
    }

    @Test
    void clonesOfOneTaskCount() {
        UUID orders = tree.task(section, "orders");
        UUID copy = copied(orders).getFirst().id();
        copied(orders);
        copied(copy);
        assertThat(tree.children(section))
                .containsExactlyInAnyOrder("orders", "orders (copy)", "orders (copy 2)", "orders (copy 3)");
    }

    @Test
    void foldersAndFlowsComeWithAllThatIsInThem() {
        UUID folder = tree.folder(section, "daily");
        UUID inner = tree.folder(folder, "inner");
        tree.task(folder, "b", "text of b");
        tree.task(inner, "a", "text of a");
        tree.task(folder, "a");
        CopyResult.Copied result = (CopyResult.Copied) copies.copy(member, List.of(folder, inner), ENGLISH);
        assertThat(result.tasks()).isEqualTo(3);
        TreeNode copy = result.nodes().getFirst();
        assertThat(copy.name()).isEqualTo("daily (copy)");
        assertThat(tree.children(copy.id())).containsExactly("inner", "b", "a");
        UUID flow = tree.flow();
        TreeNode second = copied(flow).getFirst();
        assertThat(tree.children(null)).containsExactly("Sales", "Sales (copy)");
        assertThat(tree.children(second.id())).containsExactly("Data integration");
        assertThat(tree.studio.all(member))
                .filteredOn(task -> task.path().equals(List.of("Sales (copy)", "Data integration", "daily", "inner")))
                .extracting(Task::text)
                .containsExactly("text of a");
    }

    @Test
    void manyClonesOfManySiblingsKeepTheirOrder() {
        List<UUID> ids = List.of(tree.task(section, "a"), tree.task(section, "b"), tree.task(section, "c"));
        for (int i = 0; i < 12; i++) {
            copies.copy(member, ids, ENGLISH);
        }
        List<String> names = tree.children(section);
        assertThat(names).hasSize(39);
        assertThat(names.indexOf("b")).isEqualTo(13);
        assertThat(names.get(14)).isEqualTo("b (copy 12)");
        assertThat(names.get(25)).isEqualTo("b (copy)");
        assertThat(names.indexOf("c")).isEqualTo(26);
    }

    @Test
    void namesFitAndAreProposedInTheWordsOfWhoClones() {
        CopyName chinese = new CopyName("（副本）", "（副本 #）");
        assertThat(chinese.free("订单", name -> false)).isEqualTo("订单（副本）");
        assertThat(chinese.free("订单（副本）", "订单（副本）"::equals)).isEqualTo("订单（副本 2）");
        String longest = "😀".repeat(128);
        String name = ENGLISH.free(longest, taken -> false);
        assertThat(name).isEqualTo("😀".repeat(121) + " (copy)");
        assertThat(NodeName.problem(name)).isEmpty();
        assertThat(ENGLISH.free(" (copy)", taken -> false)).isEqualTo(" (copy) (copy)");
    }

    @Test
    void whatIsGoneFixedOrForeignIsNotCloned() {
        UUID task = tree.task(section, "orders");
        assertThat(copies.copy(member, List.of(section), ENGLISH)).isEqualTo(new CopyResult.Refused(Refusal.FIXED));
        Member stranger = tree.services.member(Role.OWNER);
        assertThat(copies.copy(stranger, List.of(task), ENGLISH)).isEqualTo(new CopyResult.Refused(Refusal.GONE));
        Member visitor = tree.services.join(member.workspaceId(), Role.VISITOR);
        assertThatThrownBy(() -> copies.copy(visitor, List.of(task), ENGLISH))
                .isInstanceOf(PermissionDeniedException.class);
        UUID other = tree.task(section, "stock");
        tree.trees.delete(member, List.of(other));
        assertThat(copies.copy(member, List.of(task, other), ENGLISH))
                .isInstanceOfSatisfying(
                        CopyResult.Copied.class, done -> assertThat(done.gone()).isEqualTo(1));
    }
}
