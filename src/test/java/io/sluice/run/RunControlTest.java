package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.audit.AuditEntry;
import io.sluice.audit.AuditKind;
import io.sluice.audit.AuditService;
import io.sluice.connector.jdbc.Databases;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceService;
import io.sluice.engine.DryCheck;
import io.sluice.engine.RunLimits;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.engine.verify.VerifyResult.KeyRange;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Limits of a live run, dry runs and comparisons. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class RunControlTest {
    private static final String COPY = """
            {
              "type": "job", "version": "2.0",
              "steps": [
                {"stepType": "mysql", "name": "Reader", "category": "reader",
                 "parameter": {"datasource": "shop", "table": "src", "column": ["id", "note"]}},
                {"stepType": "postgresql", "name": "Writer", "category": "writer",
                 "parameter": {"datasource": "dwh", "table": "%s", "column": ["id", "note"],
                   "preSql": ["delete from @table"]}}
              ],
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
              "setting": {"errorLimit": {"record": "100"}, "speed": {"concurrent": 2}}
            }
            """;

    private static final String ENDLESS = """
            {
              "type": "job", "version": "2.0",
              "steps": [
                {"stepType": "stream", "name": "Reader", "category": "reader",
                 "parameter": {"sliceRecordCount": "100000000000",
                   "column": [{"type": "long", "random": "1,9"}, {"type": "string", "value": "x"}]}},
                {"stepType": "postgresql", "name": "Writer", "category": "writer",
                 "parameter": {"datasource": "dwh", "table": "dst", "column": ["id", "note"]}}
              ],
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
              "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": 1}}
            }
            """;

    private final Services services;
    private final RunService runs;
    private final Member member;

    RunControlTest(StoreKind kind) {
        services = kind.services();
        runs = services.get(RunService.class);
        member = services.member(Role.OWNER);
    }

    private UUID task(String text) {
        StudioService studio = services.get(StudioService.class);
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "flow " + UUID.randomUUID());
        return ((NodeResult.Done) studio.createTask(
                        member, ((NodeResult.Done) flow).node().id(), "task", text))
                .node()
                .id();
    }

    private UUID start(UUID task, RunKind kind) {
        StartResult result = runs.start(member, task, kind, Map.of());
        assertThat(result).isInstanceOf(StartResult.Started.class);
        return ((StartResult.Started) result).runId();
    }

    private Recorder follow(UUID run) {
        Recorder recorder = new Recorder();
        runs.watch(member, run, recorder);
        return recorder;
    }

    private TestDatabase tables() {
        TestDatabase shop = MariaDbServer.shared().database();
        TestDatabase dwh = PostgreSqlServer.shared().database();
        shop.run(
                "create table src (id int primary key, note varchar(500))",
                "insert into src select seq, concat('note ', seq) from seq_1_to_1000",
                "update src set note = 'a note that is far too long' where id % 100 = 0",
                "update src set note = null where id = 7");
        dwh.run(
                "create table dst (id int primary key, note varchar(12) not null)",
                "insert into dst values (5000, 'x')");
        DataSourceService sources = services.get(DataSourceService.class);
        sources.save(member, new DataSourceDraft(null, "shop", "mysql", "", Databases.settings(shop)));
        sources.save(member, new DataSourceDraft(null, "dwh", "postgresql", "", Databases.settings(dwh)));
        return dwh;
    }

    @Test
    void limitsOfALiveRunChangeAtOnceAndAreToldToEverybody() {
        UUID run = start(task(RunServiceTest.SLOW), RunKind.LOAD);
        Recorder recorder = follow(run);
        recorder.await(view -> view.state() == RunState.RUNNING && view.pace() != null);
        assertThat(Objects.requireNonNull(recorder.last().pace()).limits()).isEqualTo(new RunLimits(10, 0));
        assertThat(runs.limit(member, run, RunLimits.NONE)).isTrue();
        RunView end = recorder.awaitEnd();
        assertThat(end.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(end.statistics().recordsWritten()).isEqualTo(1_000_000);
        assertThat(recorder.lines()).extracting(LogLine::text).contains("Limit changed to unlimited by Ada Lovelace.");
        assertThat(runs.limit(member, run, RunLimits.NONE)).isFalse();
        assertThat(audited()).isTrue();
    }

    private boolean audited() {
        return services.get(AuditService.class).ofWorkspace(member.workspaceId(), 100).stream()
                .map(AuditEntry::event)
                .anyMatch(event -> event.kind() == AuditKind.RUN_CHANGED);
    }

    @Test
    void concurrencyOfALiveRunChanges() {
        tables();
        String many = COPY.formatted("dst").replace("\"concurrent\": 2", "\"concurrent\": 2, \"record\": 100");
        UUID run = start(task(many), RunKind.LOAD);
        Recorder recorder = follow(run);
        recorder.await(view -> view.statistics().splitsRunning() > 0 && view.pace() != null);
        assertThat(runs.concurrency(member, run, 4)).isTrue();
        RunView more = recorder.await(view -> view.pace() != null && view.pace().channels() == 4);
        assertThat(Objects.requireNonNull(more.pace()).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.what()).isEqualTo(RunPace.What.CHANNELS));
        recorder.await(view -> view.statistics().splitsRunning() == 4);
        runs.stop(member, run);
        recorder.awaitEnd();
        assertThat(recorder.lines()).extracting(LogLine::text).contains("Concurrency changed to 4 by Ada Lovelace.");
    }

    @Test
    void strangersAndVisitorsChangeNothing() {
        UUID run = start(task(RunServiceTest.SLOW), RunKind.LOAD);
        Recorder recorder = follow(run);
        recorder.await(view -> view.state() == RunState.RUNNING);
        Member stranger = services.member(Role.OWNER);
        assertThat(runs.limit(stranger, run, RunLimits.NONE)).isFalse();
        assertThat(runs.concurrency(stranger, run, 8)).isFalse();
        Member visitor = services.join(member.workspaceId(), Role.VISITOR);
        assertThatThrownBy(() -> runs.limit(visitor, run, RunLimits.NONE))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> runs.concurrency(visitor, run, 2)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> runs.start(visitor, UUID.randomUUID(), RunKind.DRY_RUN, Map.of()))
                .isInstanceOf(PermissionDeniedException.class);
        runs.stop(member, run);
        assertThat(recorder.awaitEnd().statistics().recordsWritten()).isLessThan(10_000);
    }

    @Test
    void dryRunCountsWhatWouldBeDirtyAndTouchesNothing() {
        TestDatabase dwh = tables();
        RunView end =
                follow(start(task(COPY.formatted("dst")), RunKind.DRY_RUN)).awaitEnd();
        assertThat(end.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(end.kind()).isEqualTo(RunKind.DRY_RUN);
        assertThat(end.statistics().recordsRead()).isEqualTo(1_000);
        assertThat(end.statistics().recordsDirty()).isEqualTo(11);
        assertThat(end.statistics().recordsWritten()).isEqualTo(989);
        assertThat(dwh.rows("select id, note from dst")).containsExactly("5000|x");
        DirtySummary dirty = services.get(DirtyService.class).summary(member, end.id());
        assertThat(dirty.kept()).isEqualTo(11);
        assertThat(runs.lastRuns(member, 0).byTask()).doesNotContainKey(end.taskId());
    }

    @Test
    void dryRunMissesTheTargetBeforeItReads() {
        tables();
        RunView end =
                follow(start(task(COPY.formatted("nowhere")), RunKind.DRY_RUN)).awaitEnd();
        assertThat(end.state()).isEqualTo(RunState.FAILED);
        assertThat(Objects.requireNonNull(end.failure()).code()).isEqualTo("TABLE_UNKNOWN");
        assertThat(end.statistics().recordsRead()).isZero();
    }

    @Test
    void comparisonNamesTheRowsThatDiffer() throws IOException {
        TestDatabase dwh = tables();
        UUID task = task(COPY.formatted("dst"));
        assertThat(follow(start(task, RunKind.LOAD)).awaitEnd().state()).isEqualTo(RunState.SUCCEEDED);
        RunView equal = follow(start(task, RunKind.VERIFY)).awaitEnd();
        VerifyResult before = Objects.requireNonNull(equal.verified());
        assertThat(before.sourceRows() + before.unfitRows()).isEqualTo(1_000);
        dwh.run(
                "delete from dst where id = 3",
                "update dst set note = 'other' where id = 4",
                "insert into dst values (9999, 'more')");
        RunView end = follow(start(task, RunKind.VERIFY)).awaitEnd();
        assertThat(end.state()).isEqualTo(RunState.FAILED);
        assertThat(Objects.requireNonNull(end.failure()).code()).isEqualTo("VERIFY_DIFFERENT");
        VerifyResult after = Objects.requireNonNull(end.verified());
        assertThat(after.missing()).isEqualTo(before.missing() + 1);
        assertThat(after.additional()).isEqualTo(1);
        assertThat(after.different()).isEqualTo(1);
        assertThat(after.differences()).isEmpty();
        assertThat(runs.view(member, end.id())).contains(end);
        rowsThatDifferAreKept(end.id(), after);
    }

    private void rowsThatDifferAreKept(UUID run, VerifyResult result) throws IOException {
        DifferenceService differences = services.get(DifferenceService.class);
        assertThat(differences.count(member, run, DifferenceQuery.ALL)).isEqualTo(result.found());
        DifferenceQuery changed = new DifferenceQuery(VerifyResult.Kind.DIFFERENT, null);
        assertThat(differences.page(member, run, changed, 0, 10))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.columns()).containsExactly("note");
                    VerifyResult.Values values = Objects.requireNonNull(one.values());
                    assertThat(values.source()).containsExactly("4", "note 4");
                    assertThat(values.target()).containsExactly("4", "other");
                });
        KeyRange last = result.ranges().getLast();
        assertThat(differences.page(member, run, new DifferenceQuery(null, last.number()), 0, 10))
                .hasSize((int) (last.missing() + last.additional() + last.different()))
                .allSatisfy(one -> assertThat(one.range()).isEqualTo(last.number()));
        StringWriter file = new StringWriter();
        differences.export(member, run, changed, file);
        assertThat(file.toString()).isEqualTo("""
                        "sluice_difference","sluice_kind","sluice_side","sluice_key","sluice_columns","id","note"
                        "1","DIFFERENT","source","4","note","4","note 4"
                        "1","DIFFERENT","target","4","note","4","other"
                        """.replace("\n", "\r\n"));
        onlyMembersWhoMayRunSeeThem(differences, run);
    }

    private void onlyMembersWhoMayRunSeeThem(DifferenceService differences, UUID run) {
        Member visitor = services.join(member.workspaceId(), Role.VISITOR);
        assertThatThrownBy(() -> differences.page(visitor, run, DifferenceQuery.ALL, 0, 10))
                .isInstanceOf(PermissionDeniedException.class);
        Member stranger = services.member(Role.OWNER);
        assertThat(differences.page(stranger, run, DifferenceQuery.ALL, 0, 10)).isEmpty();
        assertThat(differences.count(stranger, run, DifferenceQuery.ALL)).isZero();
    }

    @Test
    void aRunOfAnEarlierVersionIsStillShown() {
        UUID run = start(task(RunServiceTest.GENERATE.formatted("10", "")), RunKind.LOAD);
        follow(run).awaitEnd();
        services.get(JdbcClient.class)
                .sql(
                        "UPDATE task_run SET statistics = :statistics, verified = :verified, dry_check = :dry WHERE id = :id")
                .param("statistics", "{\"recordsRead\": 7, \"left\": null, \"unheardOf\": 1}")
                .param("dry", "{\"tried\": true, \"obstacle\": null, \"columnsKnown\": true}")
                .param(
                        "verified",
                        "{\"equal\": false, \"keyed\": true, \"missing\": 1, \"differences\": [{\"kind\": \"MISSING\","
                                + " \"key\": [{\"column\": \"id\", \"value\": \"3\"}], \"columns\": []}]}")
                .param("id", run.toString())
                .update();
        RunView stored = runs.view(member, run).orElseThrow();
        assertThat(stored.statistics().recordsRead()).isEqualTo(7);
        assertThat(stored.statistics().elapsed()).isZero();
        assertThat(stored.dry()).isEqualTo(new DryCheck(true, null, true, DryCheck.Repeated.NOT_FOUND));
        assertThat(Objects.requireNonNull(stored.verified()).ranges()).isEmpty();
        assertThat(services.get(DifferenceService.class).page(member, run, DifferenceQuery.ALL, 0, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.values()).isNull());
    }

    @Test
    void anEmptyTargetMissesAllRows() {
        TestDatabase dwh = tables();
        dwh.run("delete from dst");
        RunView end = follow(start(task(COPY.formatted("dst")), RunKind.VERIFY)).awaitEnd();
        VerifyResult result = Objects.requireNonNull(end.verified());
        assertThat(result.targetRows()).isZero();
        assertThat(result.missing()).isEqualTo(result.sourceRows()).isPositive();
    }

    /** The screens wait for virtual threads. */
    @Test
    void comparisonsOfEndlessRowsKeepNobodyWaitingAndEndWhenTheyAreStopped() throws Exception {
        tables();
        UUID task = task(ENDLESS);
        List<UUID> comparisons = new ArrayList<>();
        List<Recorder> recorders = new ArrayList<>();
        for (int i = 0; i < Math.min(8, 2 * Runtime.getRuntime().availableProcessors() + 1); i++) {
            comparisons.add(start(task, RunKind.VERIFY));
        }
        for (UUID comparison : comparisons) {
            Recorder recorder = follow(comparison);
            recorder.await(view -> view.state() == RunState.RUNNING);
            recorders.add(recorder);
        }
        for (int i = 0; i < 20; i++) {
            CompletableFuture<Void> answer = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> answer.complete(null));
            answer.get(10, TimeUnit.SECONDS);
        }
        comparisons.forEach(comparison -> runs.stop(member, comparison));
        assertThat(recorders)
                .extracting(recorder -> recorder.awaitEnd().state())
                .containsOnly(RunState.CANCELLED);
    }

    @Test
    void generatedRowsCannotBeCompared() {
        assertThat(runs.start(member, task(RunServiceTest.GENERATE.formatted("10", "")), RunKind.VERIFY, Map.of()))
                .isEqualTo(new StartResult.Refused(Refusal.NOT_COMPARABLE));
    }
}
