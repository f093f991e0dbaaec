package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.testing.MariaDbServer;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that somebody has settled without writing them, kept in each kind of store. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class DirtyIgnoreTest {
    private final TestDatabase shop = MariaDbServer.shared().database();
    private final Services services;
    private final DirtyService dirty;
    private final Member member;

    DirtyIgnoreTest(StoreKind kind) {
        services = kind.services();
        dirty = services.get(DirtyService.class);
        member = services.member(Role.OWNER);
    }

    private UUID load(int unfit) {
        ReplayScene.source(shop, unfit);
        shop.run("create table dst (id int primary key, note varchar(4))");
        return new ReplayScene(services, member).load(shop, shop, "mysql", "");
    }

    private DirtyState state(UUID run, long sequence) {
        return dirty.find(member, run, sequence).orElseThrow().state();
    }

    @Test
    void ignoredRecordsAreSettledAndCanBeOpenedAgain() {
        UUID run = load(3);
        DirtyRow before = dirty.find(member, run, 2).orElseThrow();
        assertThat(ReplayScene.changed(dirty.ignore(member, run, List.of(2L, 4711L))))
                .isEqualTo(1);
        assertThat(state(run, 2)).isEqualTo(DirtyState.IGNORED);
        assertThat(dirty.summary(member, run).open()).isEqualTo(2);
        assertThat(dirty.count(member, run, DirtyQuery.ALL.show(DirtyQuery.Show.DONE)))
                .isEqualTo(1);
        assertThat(dirty.sequences(member, run, DirtyQuery.ALL)).containsExactly(1L, 3L);
        assertThat(dirty.correct(member, run, before, 1, "x")).isInstanceOf(CorrectResult.Changed.class);
        assertThat(dirty.replay(member, run, List.of(2L))).isInstanceOf(ReplayResult.Nothing.class);
        assertThat(ReplayScene.changed(dirty.ignore(member, run, List.of(2L)))).isZero();
        assertThat(ReplayScene.changed(dirty.reopen(member, run, List.of(1L, 2L))))
                .isEqualTo(1);
        assertThat(state(run, 2)).isEqualTo(DirtyState.OPEN);
    }

    @Test
    void theSummaryCountsAsTheStoreDoes() {
        UUID run = load(5);
        ReplayScene.changed(dirty.ignore(member, run, List.of(2L, 3L)));
        DirtySummary summary = dirty.summary(member, run);
        DirtyCause.Key cause = summary.causes().getFirst().key();
        DirtyCause.Key other = new DirtyCause.Key("OTHER", "");
        for (DirtyQuery.Show show : DirtyQuery.Show.values()) {
            for (DirtyQuery query : List.of(
                    new DirtyQuery(null, "", show), new DirtyQuery(cause, "", show), new DirtyQuery(other, "", show))) {
                assertThat(summary.count(query)).as(query.toString()).hasValue(dirty.count(member, run, query));
            }
            assertThat(summary.count(new DirtyQuery(null, "x", show))).isEmpty();
        }
    }

    @Test
    void manyAreIgnoredAtOnce() {
        UUID run = load(1_234);
        List<Long> all = dirty.sequences(member, run, DirtyQuery.ALL);
        assertThat(ReplayScene.changed(dirty.ignore(member, run, all))).isEqualTo(1_234);
        assertThat(dirty.summary(member, run).open()).isZero();
        assertThat(ReplayScene.changed(dirty.reopen(member, run, all))).isEqualTo(1_234);
    }

    @Test
    void strangersAndVisitorsSettleNothing() {
        UUID run = load(1);
        Member stranger = services.member(Role.OWNER);
        assertThat(ReplayScene.changed(dirty.ignore(stranger, run, List.of(1L))))
                .isZero();
        ReplayScene.changed(dirty.ignore(member, run, List.of(1L)));
        assertThat(ReplayScene.changed(dirty.reopen(stranger, run, List.of(1L))))
                .isZero();
        Member visitor = services.join(member.workspaceId(), Role.VISITOR);
        assertThatThrownBy(() -> dirty.ignore(visitor, run, List.of(1L))).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> dirty.reopen(visitor, run, List.of(1L))).isInstanceOf(PermissionDeniedException.class);
    }
}
