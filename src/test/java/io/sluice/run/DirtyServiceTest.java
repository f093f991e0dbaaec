package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.jdbc.Databases;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceService;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.Role;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Dirty records between a real MariaDB and a real PostgreSQL, kept in each kind of store. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class DirtyServiceTest {
    private static final String TASK = """
            {
              "type": "job", "version": "2.0",
              "steps": [
                {"stepType": "mysql", "name": "Reader", "category": "reader",
                 "parameter": {"datasource": "shop", "table": "src", "column": ["id", "note", "price", "at", "raw"]}},
                {"stepType": "postgresql", "name": "Writer", "category": "writer",
                 "parameter": {"datasource": "dwh", "table": "dst", "column": ["id", "note", "price", "at", "raw"],
                   "preSql": ["delete from @table"], "postSql": ["insert into swept values (1)"]}}
              ],
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
              "setting": {"errorLimit": {"record": "%s"}, "speed": {"concurrent": %s}}
            }
            """;

    private final TestDatabase shop = MariaDbServer.shared().database();
    private final TestDatabase dwh = PostgreSqlServer.shared().database();
    private final Services services;
    private final RunService runs;
    private final DirtyService dirty;
    private final Member member;

    DirtyServiceTest(StoreKind kind) {
        services = kind.services();
        runs = services.get(RunService.class);
        dirty = services.get(DirtyService.class);
        member = services.member(Role.OWNER);
    }

    @BeforeEach
    void tables() {
        shop.run(
                "create table src (id int primary key, note varchar(500), price decimal(10,3), at datetime(3), raw varbinary(20))",
                "insert into src values"
                        + " (1, 'fine', 1.5, '2026-11-18 21:04:11.302', x'00ff'),"
                        + " (2, '', null, null, null),"
                        + " (3, 'a note that is far too long', 12.345, '2026-11-18 21:04:00', x'c3'),"
                        + " (4, 'fine too', 99999.5, null, x''),"
                        + " (5, null, 2, null, null)");
        dwh.run(
                "create table dst (id int primary key, note varchar(12) not null, price numeric(7,3), at timestamp, raw bytea)",
                "create table swept (n int)");
        DataSourceService sources = services.get(DataSourceService.class);
        sources.save(member, new DataSourceDraft(null, "shop", "mysql", "", Databases.settings(shop)));
        sources.save(member, new DataSourceDraft(null, "dwh", "postgresql", "", Databases.settings(dwh)));
    }

    private UUID task(String limit, String channels) {
        StudioService studio = services.get(StudioService.class);
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "flow " + UUID.randomUUID());
        NodeResult task = studio.createTask(
                member, ((NodeResult.Done) flow).node().id(), "copy", TASK.formatted(limit, channels));
        return ((NodeResult.Done) task).node().id();
    }

    private RunView ended(UUID run) {
        Recorder recorder = new Recorder();
        runs.watch(member, run, recorder);
        return recorder.awaitEnd();
    }

    private RunView load() {
        StartResult started = runs.start(member, task("1000000", "1"), Map.of());
        assertThat(started).isInstanceOf(StartResult.Started.class);
        return ended(((StartResult.Started) started).runId());
    }

    private DirtyRow row(UUID run, String id) {
        return dirty.page(member, run, DirtyQuery.ALL, 0, 1_000).stream()
                .filter(row -> id.equals(row.values().getFirst()))
                .findFirst()
                .orElseThrow();
    }

    private DirtyRow correct(UUID run, String id, int column, String value) {
        CorrectResult result = dirty.correct(member, run, row(run, id), column, value);
        assertThat(result).isInstanceOf(CorrectResult.Corrected.class);
        return ((CorrectResult.Corrected) result).row();
    }

    private static ReplayResult.Started started(ReplayResult result) {
        assertThat(result).isInstanceOf(ReplayResult.Started.class);
        return (ReplayResult.Started) result;
    }

    @Test
    void keepsWhatWasNotWrittenWithItsCause() {
        RunView run = load();
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.statistics().recordsDirty()).isEqualTo(3);
        assertThat(runs.lastRuns(member, 0).byTask()).containsEntry(run.taskId(), new LastRun(RunState.SUCCEEDED, 3));
        DirtySummary summary = dirty.summary(member, run.id());
        assertThat(summary.kept()).isEqualTo(3);
        assertThat(summary.open()).isEqualTo(3);
        assertThat(summary.causes())
                .extracting(cause -> cause.key().columnName())
                .containsExactlyInAnyOrder("note", "price", "");
        DirtyRow tooLong = row(run.id(), "3");
        assertThat(tooLong.values())
                .containsExactly("3", "a note that is far too long", "12.345", "2026-11-18 21:04:00", "\\xc3");
        assertThat(tooLong.cause().columnIndex()).isEqualTo(1);
        assertThat(tooLong.state()).isEqualTo(DirtyState.OPEN);
        assertThat(row(run.id(), "5").values()).containsExactly("5", null, "2.000", null, null);
        assertThat(row(run.id(), "4").values().get(4)).isEqualTo("\\x");
        assertThat(dwh.rows("select id from dst order by 1")).containsExactly("1", "2");
    }

    @Test
    void correctedRecordsArriveExactlyAndTheOthersStay() {
        RunView run = load();
        correct(run.id(), "3", 1, "short now");
        correct(run.id(), "5", 1, "");
        ReplayResult.Started replay = started(dirty.replayCorrected(member, run.id()));
        assertThat(replay.records()).isEqualTo(2);
        replay.runs().forEach(one -> {
            RunView end = ended(one);
            assertThat(end.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(end.kind()).isEqualTo(RunKind.REPLAY);
            assertThat(end.nature().origin()).isEqualTo(run.id());
            assertThat(dirty.share(member, run.id(), one).left()).isZero();
            assertThat(runs.replays(member, run.taskId(), run.id())).contains(end);
        });
        assertThat(replay.runs().stream()
                        .mapToLong(one -> dirty.share(member, run.id(), one).records())
                        .sum())
                .isEqualTo(2);
        assertThat(dwh.rows("select id, note, price, at, raw from dst order by 1"))
                .containsExactly(
                        "1|fine|1.500|2026-11-18 21:04:11.302|\\x00ff",
                        "2||∅|∅|∅",
                        "3|short now|12.345|2026-11-18 21:04:00|\\xc3",
                        "5||2.000|∅|∅");
        assertThat(dwh.rows("select n from swept"))
                .as("statements after the load")
                .hasSize(1);
        assertThat(row(run.id(), "3").state()).isEqualTo(DirtyState.REPLAYED);
        assertThat(row(run.id(), "4").state()).isEqualTo(DirtyState.OPEN);
        assertThat(dirty.summary(member, run.id()).open()).isEqualTo(1);
    }

    @Test
    void recordsThatFailAgainStayWithTheirNewCause() {
        RunView run = load();
        correct(run.id(), "4", 2, "1.5");
        correct(run.id(), "4", 0, "1");
        correct(run.id(), "3", 2, "no number");
        ReplayResult.Started replay = started(dirty.replayCorrected(member, run.id()));
        replay.runs().forEach(this::ended);
        DirtyRow duplicate = row(run.id(), "1");
        assertThat(duplicate.state()).isEqualTo(DirtyState.OPEN);
        assertThat(duplicate.cause().code()).isEqualTo("DUPLICATE_KEY");
        DirtyRow noNumber = row(run.id(), "3");
        assertThat(noNumber.state()).isEqualTo(DirtyState.OPEN);
        assertThat(noNumber.cause().columnName()).isEqualTo("price");
        assertThat(noNumber.cause().columnIndex()).isEqualTo(2);
        assertThat(dwh.rows("select id from dst order by 1")).containsExactly("1", "2");
        correct(run.id(), "1", 0, "40");
        started(dirty.replay(member, run.id(), List.of(duplicate.sequence())))
                .runs()
                .forEach(this::ended);
        assertThat(dwh.rows("select id, price from dst where id = 40")).containsExactly("40|1.500");
    }

    @Test
    void ofTwoWhoReplayTheSameRecordsOneWritesEach() {
        shop.run("insert into src select seq, 'a note that is far too long', 1, null, null from seq_1000_to_1499");
        RunView run = load();
        assertThat(ReplayScene.changed(dirty.correctMany(
                        member,
                        run.id(),
                        ManyRecords.with(row(run.id(), "3").cause().key()),
                        new Correction.Cut(5))))
                .isEqualTo(501);
        List<Long> all = dirty.page(member, run.id(), DirtyQuery.ALL, 0, 1_000).stream()
                .filter(row -> row.corrected() != null)
                .map(DirtyRow::sequence)
                .toList();
        Member colleague = services.join(member.workspaceId(), Role.OPERATOR);
        List<CompletableFuture<ReplayResult>> both = List.of(member, colleague).stream()
                .map(who -> CompletableFuture.supplyAsync(() -> dirty.replay(who, run.id(), all)))
                .toList();
        int written = 0;
        for (CompletableFuture<ReplayResult> one : both) {
            if (one.join() instanceof ReplayResult.Started started) {
                started.runs().forEach(this::ended);
                written += started.records();
            }
        }
        assertThat(written).isEqualTo(501);
        assertThat(dwh.value("select count(*) from dst")).isEqualTo("503");
        assertThat(dirty.replay(member, run.id(), all))
                .isEqualTo(new ReplayResult.Nothing(new ReplayResult.Left(501, 0)));
    }

    @Test
    void aStoppedReplayLosesNothingAndWritesNothingTwice() {
        shop.run("insert into src select seq, 'a note that is far too long', 1, null, null from seq_1000_to_2999");
        RunView run = load();
        ReplayScene.changed(dirty.correctMany(
                member, run.id(), ManyRecords.with(row(run.id(), "3").cause().key()), new Correction.Cut(5)));
        UUID replay = started(dirty.replayCorrected(member, run.id())).runs().getFirst();
        Recorder recorder = new Recorder();
        runs.watch(member, replay, recorder);
        recorder.await(
                view -> view.statistics().recordsWritten() > 0 || view.state().ended());
        runs.stop(member, replay);
        RunView stopped = recorder.awaitEnd();
        long there = Long.parseLong(dwh.value("select count(*) from dst")) - 2;
        DirtySummary summary = dirty.summary(member, run.id());
        assertThat(summary.open()).as("%s", stopped.state()).isBetween(2_003 - there, 2_004 - there);
        assertThat(summary.doubtful()).isLessThanOrEqualTo(1);
        new ReplayScene(services, member).settle(run.id(), dwh.rows("select id from dst"));
        ReplayResult again = dirty.replayCorrected(member, run.id());
        if (again instanceof ReplayResult.Started more) {
            more.runs().forEach(this::ended);
        }
        assertThat(dwh.value("select count(*) from dst")).isEqualTo("2003");
        assertThat(dwh.value("select count(distinct id) from dst")).isEqualTo("2003");
    }

    @Test
    void aCorrectionOfAChangedRecordIsRefused() {
        RunView run = load();
        DirtyRow seen = row(run.id(), "3");
        correct(run.id(), "3", 1, "mine");
        assertThat(dirty.correct(member, run.id(), seen, 1, "theirs"))
                .isInstanceOfSatisfying(
                        CorrectResult.Changed.class,
                        changed -> assertThat(changed.row().values().get(1)).isEqualTo("mine"));
        assertThat(dirty.restore(member, run.id(), row(run.id(), "3")))
                .isInstanceOfSatisfying(
                        CorrectResult.Corrected.class,
                        back -> assertThat(back.row().corrected()).isNull());
    }

    @Test
    void exportsAreFreeOfFormulas() throws IOException {
        shop.run(
                "update src set note = '=HYPERLINK(\"http://x\") long' where id = 3",
                "update src set price = -99999.5 where id = 4");
        RunView run = load();
        StringWriter csv = new StringWriter();
        dirty.export(member, run.id(), DirtyQuery.ALL, DirtyExport.Format.CSV, csv);
        assertThat(csv.toString())
                .startsWith("\"sluice_record\",\"sluice_state\"")
                .contains("\"'=HYPERLINK(\"\"http://x\"\") long\"")
                .contains("\"-99999.500\"");
        StringWriter lines = new StringWriter();
        dirty.export(member, run.id(), DirtyQuery.ALL, DirtyExport.Format.JSON_LINES, lines);
        assertThat(lines.toString().lines()).hasSize(3).anyMatch(line -> line.contains("\"values\":[\"5\",null,"));
    }

    @Test
    void aFileThatWasExportedAndChangedCorrectsItsRecords() throws IOException {
        shop.run("update src set note = '=1+1 is a note that is far too long' where id = 3");
        RunView run = load();
        String csv = export(run);
        assertThat(dirty.readCsv(member, run.id(), bytes(csv)).records())
                .as("as it was exported")
                .isZero();

        String changed = csv.replace("\"'=1+1 is a note that is far too long\"", "\"'=short\"")
                .replace("\"99999.500\"", "1.5");
        DirtyImport file = dirty.readCsv(member, run.id(), bytes("\uFEFF" + changed.replace("\"5\",,", "\"5\",\"\",")));
        assertThat(file.problems()).isEmpty();
        assertThat(file.lines()).isEqualTo(3);
        assertThat(file.values()).isEqualTo(2);
        assertThat(dirty.apply(member, run.id(), file)).isEqualTo(2);
        assertThat(row(run.id(), "3").values().get(1)).isEqualTo("=short");
        assertThat(row(run.id(), "4").values().get(2)).isEqualTo("1.5");
        assertThat(row(run.id(), "5").values().get(1)).as("still NULL").isNull();
        assertThat(dirty.apply(member, run.id(), file))
                .as("of records that have changed")
                .isZero();
    }

    @Test
    void aFileOfASpreadsheetIsUnderstoodAndWhatDoesNotBelongIsNamed() {
        RunView run = load();
        long third = row(run.id(), "3").sequence();
        String some = "note;sluice_record\nshort;%d\nlost;77\nlost;x\n".formatted(third);
        DirtyImport file = dirty.readCsv(member, run.id(), bytes(some));
        assertThat(file.records()).isEqualTo(1);
        assertThat(file.problems())
                .containsExactly(
                        new DirtyImport.Problem(3, DirtyImport.Kind.UNKNOWN_RECORD, "77"),
                        new DirtyImport.Problem(4, DirtyImport.Kind.UNKNOWN_RECORD, "x"));
        assertThat(problem(run, "sluice_record,nota\n1,x\n"))
                .isEqualTo(new DirtyImport.Problem(1, DirtyImport.Kind.UNKNOWN_COLUMN, "nota"));
        assertThat(problem(run, "note\nx\n").kind()).isEqualTo(DirtyImport.Kind.NO_RECORDS);
        assertThat(problem(run, "").kind()).isEqualTo(DirtyImport.Kind.NO_RECORDS);
        assertThat(dirty.readCsv(member, run.id(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1})
                        .problems()
                        .getFirst()
                        .kind())
                .isEqualTo(DirtyImport.Kind.UNREADABLE);
    }

    private DirtyImport.Problem problem(RunView run, String file) {
        return dirty.readCsv(member, run.id(), bytes(file)).problems().getFirst();
    }

    private String export(RunView run) throws IOException {
        StringWriter csv = new StringWriter();
        dirty.export(member, run.id(), DirtyQuery.ALL, DirtyExport.Format.CSV, csv);
        return csv.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void strangersAndVisitorsSeeAndWriteNothing() {
        RunView run = load();
        DirtyRow seen = row(run.id(), "3");
        Member stranger = services.member(Role.OWNER);
        assertThat(dirty.summary(stranger, run.id()).kept()).isZero();
        assertThat(dirty.page(stranger, run.id(), DirtyQuery.ALL, 0, 10)).isEmpty();
        assertThat(dirty.correct(stranger, run.id(), seen, 1, "x")).isInstanceOf(CorrectResult.Gone.class);
        assertThat(dirty.replay(stranger, run.id(), List.of(seen.sequence())))
                .isEqualTo(new ReplayResult.Refused(Refusal.TASK_GONE));
        Member visitor = services.join(member.workspaceId(), Role.VISITOR);
        assertThatThrownBy(() -> dirty.summary(visitor, run.id())).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> dirty.page(visitor, run.id(), DirtyQuery.ALL, 0, 1))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> dirty.replay(visitor, run.id(), List.of(1L)))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void searchesValuesAndCauses() {
        RunView run = load();
        assertThat(dirty.count(member, run.id(), new DirtyQuery(null, "FAR TOO", DirtyQuery.Show.ALL)))
                .isEqualTo(1);
        assertThat(dirty.count(member, run.id(), new DirtyQuery(null, "%", DirtyQuery.Show.ALL)))
                .isZero();
        assertThat(dirty.count(
                        member,
                        run.id(),
                        new DirtyQuery(row(run.id(), "4").cause().key(), "", DirtyQuery.Show.OPEN)))
                .isEqualTo(1);
    }

    @Test
    void manyDirtyRecordsOnManyChannelsAreAllKeptOnce() {
        shop.run(
                "insert into src select seq, if(seq % 10 = 0, 'a note that is far too long', 'ok'), 1, null, null from seq_1001_to_41000");
        StartResult result = runs.start(member, task("1000000", "16"), Map.of());
        RunView end = ended(((StartResult.Started) result).runId());
        assertThat(end.statistics().recordsDirty()).isEqualTo(4_003);
        List<DirtyRow> rows = LongStream.iterate(0, from -> from < 5_000, from -> from + 1_000)
                .boxed()
                .flatMap(from -> dirty.page(member, end.id(), DirtyQuery.ALL, from.intValue(), 1_000).stream())
                .toList();
        assertThat(rows).hasSize(4_003);
        assertThat(rows).extracting(row -> row.values().getFirst()).doesNotHaveDuplicates();
    }
}
