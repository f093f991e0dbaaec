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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(StoreKind.class)
class VersionServiceTest {
    private final Services services;
    private final StudioService studio;
    private final VersionService versions;
    private final DraftService drafts;
    private final DraftRepository store;
    private final Member member;
    private UUID task = UUID.randomUUID();

    VersionServiceTest(StoreKind kind) {
        services = kind.services();
        studio = services.get(StudioService.class);
        versions = services.get(VersionService.class);
        drafts = services.get(DraftService.class);
        store = services.get(DraftRepository.class);
        member = services.member(Role.DEVELOPER);
    }

    @BeforeEach
    void create() {
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "Sales");
        UUID parent = ((NodeResult.Done) flow).node().id();
        task = ((NodeResult.Done) studio.createTask(member, parent, "copy", "{}"))
                .node()
                .id();
    }

    @Test
    void versionsAreNumberedAndKeepTheirTexts() {
        TaskVersion first = submitted(versions.submit(member, task, 1, "  first\none 😀 "));
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.comment()).isEqualTo("first\none 😀");
        studio.save(member, task, "{ \"数量\": 1 }", 1);
        TaskVersion second = submitted(versions.submit(member, task, 2, ""));
        assertThat(versions.list(member, task)).containsExactly(second, first);
        assertThat(versions.text(member, task, 1)).contains("{}");
        assertThat(versions.text(member, task, 2)).contains("{ \"数量\": 1 }");
        assertThat(versions.text(member, task, 3)).isEmpty();
        assertThat(second.submittedBy()).isEqualTo("Ada Lovelace");
    }

    @Test
    void theSameTextMakesNoSecondVersion() {
        TaskVersion first = submitted(versions.submit(member, task, 1, "first"));
        assertThat(versions.submit(member, task, 1, "again")).isEqualTo(new SubmitResult.Unchanged(first));
        assertThat(versions.list(member, task)).hasSize(1);
    }

    @Test
    void aTextThatSomebodyElseSavedIsNotSubmitted() {
        studio.save(member, task, "{ }", 1);
        assertThat(versions.submit(member, task, 1, "")).isEqualTo(new SubmitResult.Stale());
        assertThat(versions.list(member, task)).isEmpty();
    }

    @Test
    void longCommentsAreCutBetweenCharacters() {
        String comment = "x".repeat(VersionService.MAX_COMMENT - 1) + "😀😀";
        assertThat(submitted(versions.submit(member, task, 1, comment)).comment())
                .isEqualTo("x".repeat(VersionService.MAX_COMMENT - 1));
    }

    @Test
    void manyAtOnceMakeOneVersion() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(6)) {
            List<Callable<SubmitResult>> all = Stream.generate(
                            () -> (Callable<SubmitResult>) () -> versions.submit(member, task, 1, "x"))
                    .limit(12)
                    .toList();
            assertThat(people.invokeAll(all)).allMatch(one -> !(one.resultNow() instanceof SubmitResult.Stale));
        }
        assertThat(versions.list(member, task)).hasSize(1);
    }

    @Test
    void deletedTasksAreNotSubmitted() {
        services.get(TreeService.class).delete(member, List.of(task));
        assertThat(versions.submit(member, task, 1, "")).isEqualTo(new SubmitResult.Gone());
    }

    @Test
    void anotherWorkspaceSeesAndMakesNoVersions() {
        versions.submit(member, task, 1, "");
        Member stranger = services.member(Role.OWNER);
        assertThat(versions.list(stranger, task)).isEmpty();
        assertThat(versions.text(stranger, task, 1)).isEmpty();
        assertThat(versions.submit(stranger, task, 1, "")).isEqualTo(new SubmitResult.Gone());
        assertThat(versions.list(member, task)).hasSize(1);
    }

    @Test
    void operatorsAndVisitorsReadVersionsAndMakeNone() {
        versions.submit(member, task, 1, "");
        for (Role role : List.of(Role.OPERATOR, Role.VISITOR)) {
            Member other = services.join(member.workspaceId(), role);
            assertThat(versions.list(other, task)).hasSize(1);
            assertThat(versions.text(other, task, 1)).contains("{}");
            assertThatThrownBy(() -> versions.submit(other, task, 1, "")).isInstanceOf(PermissionDeniedException.class);
            assertThatThrownBy(() -> drafts.keep(other, task, "x", 1)).isInstanceOf(PermissionDeniedException.class);
        }
    }

    @Test
    void draftsReachTheStoreAndLeaveIt() {
        drafts.keep(member, task, "{ \"a\": 1 }", 1);
        drafts.keep(member, task, "{ \"a\": \"größer\" }", 1);
        assertThat(drafts.find(member, task).orElseThrow().text()).isEqualTo("{ \"a\": \"größer\" }");
        drafts.write();
        Draft stored = store.find(member, task).orElseThrow();
        assertThat(stored.text()).isEqualTo("{ \"a\": \"größer\" }");
        assertThat(stored.revision()).isEqualTo(1);
        assertThat(drafts.find(member, task)).contains(stored);
        drafts.keep(member, task, "{ }", 2);
        drafts.write();
        assertThat(store.find(member, task).orElseThrow().revision()).isEqualTo(2);
        drafts.drop(member, task, "{ }");
        assertThat(drafts.find(member, task)).isEmpty();
        drafts.write();
        assertThat(store.find(member, task)).isEmpty();
    }

    @Test
    void aDraftThatAnotherTabKeptMeanwhileIsNotDropped() {
        drafts.keep(member, task, "first tab", 1);
        drafts.keep(member, task, "second tab", 1);
        drafts.drop(member, task, "first tab");
        assertThat(drafts.find(member, task).orElseThrow().text()).isEqualTo("second tab");
        drafts.write();
        drafts.drop(member, task, "first tab");
        assertThat(store.find(member, task).orElseThrow().text()).isEqualTo("second tab");
        drafts.drop(member, task, "second tab");
        assertThat(store.find(member, task)).isEmpty();
    }

    @Test
    void aDraftBelongsToItsAuthor() {
        drafts.keep(member, task, "mine", 1);
        drafts.write();
        Member other = services.join(member.workspaceId(), Role.DEVELOPER);
        assertThat(drafts.find(other, task)).isEmpty();
        drafts.keep(other, task, "theirs", 1);
        drafts.write();
        drafts.drop(other, task, "theirs");
        assertThat(drafts.find(other, task)).isEmpty();
        assertThat(drafts.find(member, task).orElseThrow().text()).isEqualTo("mine");
    }

    @Test
    void noDraftIsStoredForATaskOfAnotherWorkspace() {
        Member stranger = services.member(Role.OWNER);
        drafts.keep(stranger, task, "theirs", 1);
        drafts.write();
        assertThat(store.find(stranger, task)).isEmpty();
        assertThat(drafts.find(member, task)).isEmpty();
    }

    private static TaskVersion submitted(SubmitResult result) {
        assertThat(result).isInstanceOf(SubmitResult.Submitted.class);
        return ((SubmitResult.Submitted) result).version();
    }
}
