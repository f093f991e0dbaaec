package io.sluice.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.testing.StoreKind;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(StoreKind.class)
class TreeServiceTest extends TreeStory {
    TreeServiceTest(StoreKind kind) {
        super(kind);
    }

    @Test
    void movesAmongSiblingsAndIntoOtherFolders() {
        UUID a = tree.task(section, "a");
        UUID b = tree.task(section, "b");
        UUID c = tree.task(section, "c");
        tree.move(List.of(c), section, a);
        assertThat(tree.children(section)).containsExactly("c", "a", "b");
        tree.move(List.of(c), section, null);
        assertThat(tree.children(section)).containsExactly("a", "b", "c");
        tree.move(List.of(b, a), section, c);
        assertThat(tree.children(section)).containsExactly("a", "b", "c");
        UUID folder = tree.folder(section, "d");
        tree.move(List.of(c, a), folder, null);
        assertThat(tree.children(folder)).containsExactly("a", "c");
        assertThat(tree.children(section)).containsExactly("b", "d");
        UUID other = tree.create(null, NodeKind.FLOW, "Stock");
        tree.move(List.of(folder), other, null);
        assertThat(tree.studio.open(member, a).orElseThrow().path()).containsExactly("Stock", "Data integration", "d");
        tree.move(List.of(other), null, tree.flow());
        assertThat(tree.children(null)).containsExactly("Stock", "Sales");
    }

    @Test
    void comesBetweenTwoSiblingsAgainAndAgain() {
        UUID first = tree.task(section, "first");
        tree.task(section, "last");
        List<String> expected = new ArrayList<>(List.of("first", "last"));
        for (int i = 0; i < 30; i++) {
            UUID next = tree.task(section, "t" + i);
            UUID before = tree.studio.tree(member).stream()
                    .filter(node -> section.equals(node.parentId()))
                    .toList()
                    .get(1)
                    .id();
            tree.move(List.of(next), section, before);
            expected.add(1, "t" + i);
            assertThat(tree.children(section)).isEqualTo(expected);
        }
        tree.move(List.of(first), section, null);
        assertThat(tree.children(section).getLast()).isEqualTo("first");
    }

    @Test
    void whatIsThereAlreadyStaysAndLeavesNothingToUndo() {
        UUID a = tree.task(section, "a");
        UUID b = tree.task(section, "b");
        assertThat(tree.move(List.of(a, b), section, null)).isEqualTo(new MoveResult.Moved(List.of(), List.of(), 0));
        assertThat(tree.move(List.of(a), section, a)).isEqualTo(new MoveResult.Moved(List.of(), List.of(), 0));
    }

    @Test
    void movesAllOrNothingWhenANameIsTaken() {
        UUID target = tree.folder(section, "target");
        tree.task(target, "orders");
        UUID orders = tree.task(section, "orders");
        UUID stock = tree.task(section, "stock");
        assertThat(tree.move(List.of(stock, orders), target, null))
                .isEqualTo(new MoveResult.NamesTaken(List.of("orders")));
        assertThat(tree.children(section)).containsExactly("target", "orders", "stock");
        UUID one = tree.task(tree.folder(section, "one"), "twin");
        UUID two = tree.task(tree.folder(section, "two"), "twin");
        assertThat(tree.move(List.of(one, two), target, null)).isEqualTo(new MoveResult.NamesTaken(List.of("twin")));
    }

    @Test
    void foldersNeverMoveIntoThemselvesAndEveryKindHasItsPlace() {
        UUID outer = tree.folder(section, "outer");
        UUID inner = tree.folder(outer, "inner");
        UUID task = tree.task(inner, "task");
        assertThat(tree.move(List.of(outer), inner, null)).isEqualTo(new MoveResult.Refused(Refusal.INTO_ITSELF));
        assertThat(tree.move(List.of(outer), outer, null)).isEqualTo(new MoveResult.Refused(Refusal.INTO_ITSELF));
        assertThat(tree.move(List.of(outer), task, null)).isEqualTo(new MoveResult.Refused(Refusal.WRONG_PLACE));
        assertThat(tree.move(List.of(task), null, null)).isEqualTo(new MoveResult.Refused(Refusal.WRONG_PLACE));
        assertThat(tree.move(List.of(section), outer, null)).isEqualTo(new MoveResult.Refused(Refusal.FIXED));
    }

    @Test
    void nodesBelowOthersThatMoveGoWithThem() {
        UUID folder = tree.folder(section, "folder");
        UUID task = tree.task(folder, "task");
        UUID target = tree.folder(section, "target");
        tree.move(List.of(task, folder), target, null);
        assertThat(tree.children(target)).containsExactly("folder");
        assertThat(tree.children(folder)).containsExactly("task");
    }

    @Test
    void whatSomebodyDeletedMeanwhileIsToldAndTheRestMoves() {
        UUID a = tree.task(section, "a");
        UUID b = tree.task(section, "b");
        UUID folder = tree.folder(section, "folder");
        trees.delete(member, List.of(b));
        assertThat(tree.move(List.of(a, b), folder, null)).isInstanceOfSatisfying(MoveResult.Moved.class, moved -> {
            assertThat(moved.gone()).isEqualTo(1);
            assertThat(moved.nodes()).extracting(TreeNode::name).containsExactly("a");
        });
        assertThat(tree.move(List.of(b), section, null)).isEqualTo(new MoveResult.Refused(Refusal.GONE));
        trees.delete(member, List.of(folder));
        UUID c = tree.task(section, "c");
        assertThat(tree.move(List.of(c), folder, null)).isEqualTo(new MoveResult.TargetGone());
        assertThat(tree.children(section)).containsExactly("c");
    }

    @Test
    void undoingAMovePutsEveryNodeWhereItWas() {
        UUID one = tree.folder(section, "one");
        List<UUID> moving = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            moving.add(tree.task(one, name));
        }
        UUID two = tree.folder(section, "two");
        moving.add(tree.task(two, "f"));
        List<TreeNode> before = tree.studio.tree(member);
        UUID target = tree.folder(section, "target");
        moving.remove(2);
        List<FormerPlace> former = tree.moved(moving, target, null);
        assertThat(tree.children(target)).containsExactly("a", "b", "d", "e", "f");
        assertThat(trees.putBack(member, former)).satisfies(done -> {
            assertThat(done.back()).extracting(TreeNode::name).containsExactly("a", "b", "d", "e", "f");
            assertThat(done.renamed()).isZero();
            assertThat(done.left()).isZero();
        });
        trees.delete(member, List.of(target));
        assertThat(tree.studio.tree(member)).isEqualTo(before);
    }

    @Test
    void undoingAMoveLeavesAloneWhatOthersDidMeanwhile() {
        UUID one = tree.folder(section, "one");
        UUID a = tree.task(one, "a");
        UUID b = tree.task(one, "b");
        UUID c = tree.task(one, "c");
        UUID d = tree.task(tree.folder(section, "lost"), "d");
        UUID target = tree.folder(section, "target");
        List<FormerPlace> former = tree.moved(List.of(a, b, c, d), target, null);
        tree.task(one, "a");
        tree.move(List.of(b), section, null);
        trees.delete(member, List.of(c));
        trees.delete(member, List.of(former.getLast().node().parentId()));
        PutBack done = trees.putBack(member, former);
        assertThat(done).isEqualTo(new PutBack(done.back(), 1, 3));
        assertThat(done.back()).extracting(TreeNode::id).containsExactly(a);
        assertThat(tree.children(one)).containsExactlyInAnyOrder("a", "a (2)");
        assertThat(tree.children(section)).containsExactly("one", "target", "b");
        assertThat(tree.children(target)).containsExactly("d");
    }

    @Test
    void twoFoldersNeverEndUpInEachOther() throws Exception {
        UUID left = tree.folder(section, "left");
        UUID right = tree.folder(section, "right");
        List<MoveResult> results =
                atOnce(() -> tree.move(List.of(left), right, null), () -> tree.move(List.of(right), left, null));
        assertThat(results).filteredOn(MoveResult.Moved.class::isInstance).hasSize(1);
        assertThat(results).contains(new MoveResult.Refused(Refusal.INTO_ITSELF));
        assertThat(tree.children(section)).hasSize(1);
    }

    @Test
    void oneOfTwoWhoWantTheSameNameGetsIt() throws Exception {
        List<NodeResult> results = atOnce(
                () -> tree.studio.createTask(member, section, "same", ""),
                () -> tree.studio.createTask(member, section, "same", ""));
        assertThat(results).filteredOn(NodeResult.Done.class::isInstance).hasSize(1);
        assertThat(results).contains(new NodeResult.NameTaken("same"));
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws InterruptedException {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            return both.invokeAll(List.of(one, other)).stream()
                    .map(TreeServiceTest::result)
                    .toList();
        }
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void everyChangeCountsTheRevisionUp() {
        long before = trees.revision(member);
        UUID folder = tree.folder(section, "folder");
        UUID task = tree.task(section, "task");
        assertThat(trees.revision(member)).isEqualTo(before + 2);
        tree.move(List.of(task), folder, null);
        tree.studio.rename(member, task, "other");
        assertThat(trees.revision(member)).isEqualTo(before + 4);
    }

    @Test
    void strangersVisitorsAndOperatorsChangeNothing() {
        UUID folder = tree.folder(section, "folder");
        UUID task = tree.task(section, "task");
        Deletion deletion = trees.delete(member, List.of(tree.task(section, "gone")));
        List<FormerPlace> former = tree.moved(List.of(task), folder, null);
        List<TreeNode> before = tree.studio.tree(member);
        Member stranger = tree.services.member(Role.OWNER);
        TreePlace place = new TreePlace(section, null);
        assertThat(trees.folders(stranger)).isEmpty();
        assertThat(trees.find(stranger, folder)).isEmpty();
        assertThat(trees.move(stranger, List.of(task), new TreePlace(null, null)))
                .isEqualTo(new MoveResult.Refused(Refusal.GONE));
        assertThat(trees.move(stranger, List.of(task), place)).isEqualTo(new MoveResult.TargetGone());
        assertThat(trees.delete(stranger, List.of(task)).nodes()).isEmpty();
        assertThat(trees.putBack(stranger, former)).isEqualTo(new PutBack(List.of(), 0, 1));
        assertThat(trees.restore(stranger, deletion.id())).isEqualTo(new Restored(0, 0, 0, 0, 0));
        for (Role role : List.of(Role.OPERATOR, Role.VISITOR)) {
            Member other = tree.services.join(member.workspaceId(), role);
            List<Runnable> attempts = List.of(
                    () -> trees.move(other, List.of(task), place),
                    () -> trees.putBack(other, former),
                    () -> trees.delete(other, List.of(task)),
                    () -> trees.restore(other, deletion.id()));
            for (Runnable attempt : attempts) {
                assertThatThrownBy(attempt::run).isInstanceOf(PermissionDeniedException.class);
            }
        }
        assertThat(tree.studio.tree(member)).isEqualTo(before);
    }
}
