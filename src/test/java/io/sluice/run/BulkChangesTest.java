package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.jdbc.JdbcError;
import io.sluice.engine.DirtyRecord;
import io.sluice.engine.DirtyShape;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done to many dirty records at once, with records of a run that are put into each kind of store. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class BulkChangesTest {
    private static final Schema COLUMNS =
            Schema.of(new Column("id", LogicalType.Int.INT64), new Column("note", new LogicalType.Text(10)));
    private static final DirtyShape SHAPE = new DirtyShape(DirtyRecord.Stage.WRITER, 0, COLUMNS, COLUMNS);

    private final Services services;
    private final DirtyService dirty;
    private final Member member;
    private final UUID run = UUID.randomUUID();

    /** Opened by a test when a change has come to the record that it stops at. */
    private final CountDownLatch reached = new CountDownLatch(1);

    private final CountDownLatch goOn = new CountDownLatch(1);

    BulkChangesTest(StoreKind kind) {
        services = kind.services();
        dirty = services.get(DirtyService.class);
        member = services.member(Role.OWNER);
    }

    private void found(int records) {
        DirtyRepository store = services.get(DirtyRepository.class);
        RunPlace place = new RunPlace(member.workspaceId(), run);
        store.insertShape(place, 1, SHAPE);
        store.insert(
                place,
                IntStream.rangeClosed(1, records)
                        .mapToObj(number -> new FoundRecord(number, 1, record(number)))
                        .toList(),
                Instant.now());
    }

    private static DirtyRecord record(int number) {
        List<String> values = List.of(Integer.toString(number), number + " is far too long");
        return new DirtyRecord(
                SHAPE, 0, values, List.of(), 1, "note", JdbcError.VALUE_TOO_LONG, "Too long", "line " + number);
    }

    private BulkStart cut(Member who, ManyRecords which) {
        return dirty.correctMany(who, run, which, new Correction.Cut(4));
    }

    private static ManyRecords all() {
        return new ManyRecords(DirtyQuery.ALL, null, row -> 1);
    }

    /** All of them, with a halt at one. */
    private ManyRecords haltingAt(long sequence) {
        return new ManyRecords(DirtyQuery.ALL, null, row -> {
            if (row.sequence() == sequence) {
                reached.countDown();
                await(goOn);
            }
            return 1;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static BulkChange begun(BulkStart start) {
        assertThat(start).isInstanceOf(BulkStart.Begun.class);
        return ((BulkStart.Begun) start).change();
    }

    private String note(long sequence) {
        return dirty.find(member, run, sequence).orElseThrow().values().get(1);
    }

    private long corrected() {
        return dirty.summary(member, run).ready();
    }

    @Test
    void everyRecordIsCorrectedOnceAndTheEndIsTold() {
        found(2_600);
        AtomicInteger told = new AtomicInteger();
        BulkChange change = begun(cut(member, haltingAt(1)));
        change.watch(told::incrementAndGet);
        assertThat(change.total()).isEqualTo(2_600);
        goOn.countDown();
        BulkChange.Progress end = change.settled(60_000);
        assertThat(end.phase()).isEqualTo(BulkChange.Phase.DONE);
        assertThat(end.tally()).isEqualTo(new BulkChange.Tally(2_600, 2_600, 0));
        assertThat(corrected()).isEqualTo(2_600);
        assertThat(note(1)).isEqualTo("1 is");
        assertThat(note(2_600)).isEqualTo("2600");
        assertThat(dirty.find(member, run, 2_600).orElseThrow().revision()).isEqualTo(1);
        assertThat(dirty.bulkChange(member, run)).containsSame(change);
        assertThat(ReplayScene.changed(cut(member, all())))
                .as("nothing is left to cut")
                .isZero();
        assertThat(told).hasPositiveValue();
    }

    @Test
    void whatIsCancelledSaysHowFarItCame() {
        found(3_500);
        BulkChange change = begun(cut(member, haltingAt(1_500)));
        await(reached);
        Member colleague = services.join(member.workspaceId(), Role.OPERATOR);
        assertThat(change.progress().tally().seen()).isEqualTo(1_000);
        assertThat(dirty.cancel(colleague, run)).isTrue();
        assertThat(dirty.cancel(member, run)).as("a second time").isFalse();
        goOn.countDown();
        BulkChange.Progress end = change.settled(60_000);
        assertThat(end.phase()).isEqualTo(BulkChange.Phase.CANCELLED);
        assertThat(end.stoppedBy()).isEqualTo(colleague.displayName());
        assertThat(end.tally()).isEqualTo(new BulkChange.Tally(2_000, 2_000, 0));
        assertThat(corrected()).isEqualTo(2_000);
        assertThat(note(2_001)).isEqualTo("2001 is far too long");
        assertThat(ReplayScene.changed(cut(member, all()))).isEqualTo(1_500);
    }

    @Test
    void ofTwoAtOnceOneIsBegunAndTheOtherHearsOfIt() {
        found(10);
        BulkChange change = begun(cut(member, haltingAt(1)));
        await(reached);
        Member colleague = services.join(member.workspaceId(), Role.OPERATOR);
        assertThat(dirty.ignore(colleague, run, List.of(1L, 2L))).isEqualTo(new BulkStart.Busy(change));
        assertThat(dirty.bulkChange(colleague, run)).containsSame(change);
        goOn.countDown();
        assertThat(change.settled(60_000).tally().changed()).isEqualTo(10);
        assertThat(ReplayScene.changed(dirty.ignore(colleague, run, List.of(1L, 2L))))
                .isEqualTo(2);
    }

    @Test
    void aRecordThatSomebodyChangesMeanwhileKeepsTheirValue() {
        found(10);
        BulkChange change = begun(cut(member, haltingAt(10)));
        await(reached);
        DirtyRow seen = dirty.find(member, run, 3).orElseThrow();
        assertThat(dirty.correct(member, run, seen, 1, "theirs")).isInstanceOf(CorrectResult.Corrected.class);
        goOn.countDown();
        assertThat(change.settled(60_000).tally()).isEqualTo(new BulkChange.Tally(10, 9, 1));
        assertThat(note(3)).isEqualTo("theirs");
        assertThat(note(4)).isEqualTo("4 is");
    }

    @Test
    void whoLosesTheRoleChangesNoFurtherBatch() {
        found(2_500);
        BulkChange change = begun(cut(member, haltingAt(5)));
        await(reached);
        services.get(JdbcClient.class)
                .sql("UPDATE workspace_member SET role = 'VISITOR' WHERE user_id = ?")
                .param(member.userId().toString())
                .update();
        goOn.countDown();
        BulkChange.Progress end = change.settled(60_000);
        assertThat(end.phase()).isEqualTo(BulkChange.Phase.DENIED);
        assertThat(end.tally().changed()).isEqualTo(1_000);
        Member visitor = new Member(
                member.userId(), member.workspaceId(), member.userName(), member.displayName(), Role.VISITOR);
        assertThatThrownBy(() -> cut(visitor, all())).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> dirty.cancel(visitor, run)).isInstanceOf(PermissionDeniedException.class);
        assertThat(dirty.bulkChange(visitor, run)).isEmpty();
    }

    @Test
    void aChangeThatBreaksOffStandsInNobodysWay() {
        found(3);
        BulkChange broken = begun(cut(member, new ManyRecords(DirtyQuery.ALL, null, row -> {
            throw new IllegalStateException("broken for a test");
        })));
        assertThat(broken.settled(60_000).phase()).isEqualTo(BulkChange.Phase.FAILED);
        assertThat(corrected()).isZero();
        assertThat(ReplayScene.changed(cut(member, all()))).isEqualTo(3);
    }

    @Test
    void longValuesAndNullArriveAsTheyAre() {
        found(4);
        String longest = "ä".repeat(1_200_000);
        DirtyRow second = dirty.find(member, run, 2).orElseThrow();
        assertThat(dirty.correct(member, run, second, 1, longest)).isInstanceOf(CorrectResult.Corrected.class);
        ManyRecords which = new ManyRecords(DirtyQuery.ALL, null, row -> row.sequence() == 2 ? 0 : 1);
        assertThat(ReplayScene.changed(dirty.correctMany(member, run, which, new Correction.Value(null))))
                .isEqualTo(4);
        assertThat(dirty.find(member, run, 2).orElseThrow().values()).containsExactly(null, longest);
        assertThat(dirty.find(member, run, 3).orElseThrow().values()).containsExactly("3", null);
        assertThat(ReplayScene.changed(
                        dirty.correctMany(member, run, all(), new Correction.Value("1 is far too long"))))
                .isEqualTo(4);
        assertThat(dirty.find(member, run, 1).orElseThrow().corrected())
                .as("what was found, once more")
                .isNull();
        assertThat(note(2)).isEqualTo("1 is far too long");
    }

    @Test
    void strangersNeitherSeeNorHinderIt() {
        found(2);
        Member stranger = services.member(Role.OWNER);
        BulkChange change = begun(cut(member, haltingAt(1)));
        await(reached);
        assertThat(dirty.bulkChange(stranger, run)).isEmpty();
        assertThat(dirty.cancel(stranger, run)).isFalse();
        assertThat(ReplayScene.changed(cut(stranger, all()))).isZero();
        goOn.countDown();
        assertThat(change.settled(60_000).tally().changed()).isEqualTo(2);
    }
}
