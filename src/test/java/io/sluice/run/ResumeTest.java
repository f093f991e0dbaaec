package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.jdbc.Databases;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceService;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ResumeTest {
    private static final int ROWS = 1_000;
    private static final String COPY = """
            {
              "type": "job", "version": "2.0",
              "steps": [
                {"stepType": "mysql", "name": "Reader", "category": "reader",
                 "parameter": {"datasource": "shop", "table": "src", "column": ["id"], "where": "id < ${bdp.system.bizdate}"}},
                {"stepType": "mysql", "name": "Writer", "category": "writer",
                 "parameter": {"datasource": "shop", "table": "t", "column": ["id"], "batchSize": 100,
                   "preSql": ["delete from @table"]}}
              ],
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
              "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": 1}}
            }
            """;
    private static final String SLOW = COPY.replace("\"concurrent\": 1", "\"concurrent\": 1, \"record\": 400");
    private static final String REFUSE = """
            create trigger refuse before insert on t for each row
            if new.id = 750 then signal sqlstate '45000' set message_text = 'not now'; end if""";

    private final TestDatabase shop = MariaDbServer.shared().database();

    private UUID task(Services services, Member member, String text) {
        shop.run(
                "create table src (id int primary key)",
                "insert into src select seq from seq_1_to_" + ROWS,
                "create table t (id int)",
                REFUSE);
        services.get(DataSourceService.class)
                .save(member, new DataSourceDraft(null, "shop", "mysql", "", Databases.settings(shop)));
        StudioService studio = services.get(StudioService.class);
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "flow");
        NodeResult task =
                studio.createTask(member, ((NodeResult.Done) flow).node().id(), "copy", text);
        return ((NodeResult.Done) task).node().id();
    }

    private static RunView ended(RunService runs, Member member, StartResult started) {
        assertThat(started).isInstanceOf(StartResult.Started.class);
        Recorder recorder = new Recorder();
        runs.watch(member, ((StartResult.Started) started).runId(), recorder);
        return recorder.awaitEnd();
    }

    @Test
    void aFailedRunGoesOnWhereItWas(@TempDir Path home) throws Exception {
        try (Services services = StoreKind.H2.start(home)) {
            Member member = services.member(Role.OWNER);
            RunService runs = services.get(RunService.class);
            UUID task = task(services, member, COPY);
            RunView failed = ended(runs, member, runs.start(member, task, Map.of()));
            assertThat(failed.state()).isEqualTo(RunState.FAILED);
            assertThat(shop.value("select count(*) from t")).isEqualTo("700");
            assertThat(runs.resumption(member, failed.id())).isEqualTo(Resumption.POSSIBLE);

            shop.run("drop trigger refuse");
            RunView resumed = ended(runs, member, runs.resume(member, failed.id()));

            assertThat(resumed.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(resumed.number()).isEqualTo(failed.number() + 1);
            assertThat(resumed.statistics().recordsWritten()).isEqualTo(ROWS);
            assertThat(shop.value("select concat(count(*), ' ', count(distinct id)) from t"))
                    .isEqualTo(ROWS + " " + ROWS);
            assertThat(runs.log(member, resumed.id(), 0, 1_000))
                    .extracting(LogLine::text)
                    .contains("Goes on with the load of run " + failed.number())
                    .noneMatch(line -> line.startsWith("Running: delete"));
            assertNothingLeft(runs, member, failed, home);
            assertThat(runs.resume(member, failed.id())).isEqualTo(new StartResult.Refused(Refusal.NOTHING_TO_RESUME));
        }
    }

    @Test
    void aRunThatReadASnapshotDoesNotGoOn(@TempDir Path home) throws Exception {
        try (Services services = StoreKind.H2.start(home)) {
            Member member = services.member(Role.OWNER);
            RunService runs = services.get(RunService.class);
            String text = COPY.replace("\"table\": \"src\",", "\"table\": \"src\", \"consistency\": \"snapshot\",");
            RunView failed = ended(runs, member, runs.start(member, task(services, member, text), Map.of()));
            assertThat(failed.state()).isEqualTo(RunState.FAILED);
            assertThat(Files.exists(home.resolve("checkpoints/" + failed.id() + ".jsonl")))
                    .isTrue();
            assertThat(runs.resumption(member, failed.id())).isEqualTo(Resumption.SNAPSHOT_ENDED);
            assertThat(runs.resume(member, failed.id())).isEqualTo(new StartResult.Refused(Refusal.SNAPSHOT_ENDED));
        }
    }

    private static void assertNothingLeft(RunService runs, Member member, RunView failed, Path home) throws Exception {
        assertThat(runs.resumption(member, failed.id())).isEqualTo(Resumption.NOTHING_LEFT);
        try (Stream<Path> files = Files.list(home.resolve("checkpoints"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aRunThatTheEndOfTheWorkbenchCutShortGoesOnAfterTheRestart(@TempDir Path home) {
        Member member;
        UUID run;
        try (Services services = StoreKind.H2.start(home)) {
            member = services.member(Role.OWNER);
            RunService runs = services.get(RunService.class);
            UUID task = task(services, member, SLOW);
            shop.run("drop trigger refuse");
            StartResult started = runs.start(member, task, Map.of());
            run = ((StartResult.Started) started).runId();
            Recorder recorder = new Recorder();
            runs.watch(member, run, recorder);
            recorder.await(view -> view.statistics().recordsWritten() > 100);
        }
        assertThat(Integer.parseInt(shop.value("select count(*) from t"))).isBetween(100, ROWS - 1);
        try (Services services = StoreKind.H2.start(home)) {
            RunService runs = services.get(RunService.class);
            assertThat(runs.view(member, run).orElseThrow().state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(runs.resumption(member, run)).isEqualTo(Resumption.POSSIBLE);
            assertThat(ended(runs, member, runs.resume(member, run)).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(shop.value("select concat(count(*), ' ', count(distinct id)) from t"))
                    .isEqualTo(ROWS + " " + ROWS);
        }
    }

    @Test
    void aRunThatSomebodyStoppedIsOver(@TempDir Path home) {
        try (Services services = StoreKind.H2.start(home)) {
            Member member = services.member(Role.OWNER);
            RunService runs = services.get(RunService.class);
            UUID task = task(services, member, SLOW);
            shop.run("drop trigger refuse");
            UUID run = ((StartResult.Started) runs.start(member, task, Map.of())).runId();
            Recorder recorder = new Recorder();
            runs.watch(member, run, recorder);
            recorder.await(view -> view.statistics().recordsWritten() > 100);
            runs.stop(member, run);
            assertThat(recorder.awaitEnd().state()).isEqualTo(RunState.CANCELLED);
            assertThat(runs.resumption(member, run)).isEqualTo(Resumption.NOTHING_LEFT);
        }
    }

    private static final Map<String, Object> ONE_AT_ONCE = Map.of("SLUICE_RUNS_AT_ONCE", "1");

    /** A run that failed, one that is at work, and one behind that which is to go on where the first was. */
    private record Waiting(Member member, UUID failed, UUID atWork, UUID resumption) {}

    private Waiting waiting(Services services) {
        Member member = services.member(Role.OWNER);
        RunService runs = services.get(RunService.class);
        RunView failed = ended(runs, member, runs.start(member, task(services, member, COPY), Map.of()));
        shop.run(
                "drop trigger refuse",
                "create table endless (id int primary key)",
                "insert into endless select seq from seq_1_to_10000",
                "create table elsewhere (id int)");
        StudioService studio = services.get(StudioService.class);
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "other flow");
        NodeResult slow = studio.createTask(
                member,
                ((NodeResult.Done) flow).node().id(),
                "slow",
                SLOW.replace("\"src\"", "\"endless\"").replace("\"t\"", "\"elsewhere\""));
        UUID atWork = ((StartResult.Started)
                        runs.start(member, ((NodeResult.Done) slow).node().id(), Map.of()))
                .runId();
        Recorder recorder = new Recorder();
        runs.watch(member, atWork, recorder);
        recorder.await(view -> view.state() == RunState.RUNNING);
        UUID resumption = ((StartResult.Started) runs.resume(member, failed.id())).runId();
        return new Waiting(member, failed.id(), atWork, resumption);
    }

    private void arrivesOnce(RunService runs, Member member, UUID run) {
        assertThat(runs.resumption(member, run)).isEqualTo(Resumption.POSSIBLE);
        assertThat(ended(runs, member, runs.resume(member, run)).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(shop.value("select concat(count(*), ' ', count(distinct id)) from t"))
                .isEqualTo(ROWS + " " + ROWS);
    }

    /** Nobody else takes it over, as nobody may have its checkpoints; it says so and goes on when it is asked to. */
    @Test
    void aResumptionThatWaitsWhenTheWorkbenchEndsCanBeResumed(@TempDir Path home) {
        Waiting left;
        try (Services services = Services.start(home, ONE_AT_ONCE)) {
            left = waiting(services);
            assertThat(services.get(RunService.class)
                            .view(left.member(), left.resumption())
                            .orElseThrow()
                            .state())
                    .isEqualTo(RunState.QUEUED);
        }
        try (Services services = Services.start(home, ONE_AT_ONCE)) {
            RunService runs = services.get(RunService.class);
            RunView view = runs.view(left.member(), left.resumption()).orElseThrow();
            assertThat(view.state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(Objects.requireNonNull(view.failure()).advice()).startsWith("Resume the run");
            arrivesOnce(runs, left.member(), left.resumption());
        }
    }

    @Test
    void aResumptionThatIsStoppedBeforeItBeginsLeavesTheLoadToTheRunBefore(@TempDir Path home) {
        try (Services services = Services.start(home, ONE_AT_ONCE)) {
            Waiting left = waiting(services);
            RunService runs = services.get(RunService.class);
            assertThat(runs.resumption(left.member(), left.failed())).isEqualTo(Resumption.NOTHING_LEFT);
            Recorder recorder = new Recorder();
            runs.watch(left.member(), left.resumption(), recorder);
            runs.stop(left.member(), left.resumption());
            assertThat(recorder.awaitEnd().state()).isEqualTo(RunState.CANCELLED);
            runs.stop(left.member(), left.atWork());
            arrivesOnce(runs, left.member(), left.failed());
        }
    }

    /** As after a power failure: the store says that they wait, at a process that is not there any more. */
    @ParameterizedTest
    @CsvSource({
        "LOAD, FALSE, QUEUED, Resume the run",
        "LOAD, TRUE, RUNNING, Resume the run",
        "REPLAY, FALSE, QUEUED, Write the records again",
        "REPLAY, FALSE, RUNNING, Write the records again",
        "DRY_RUN, TRUE, RUNNING, Start it again",
        "VERIFY, TRUE, STOPPING, Start it again"
    })
    void whatADeadProcessLeftSaysWhatToDo(
            String kind, String movable, String state, String advice, @TempDir Path home) {
        Member member;
        UUID run;
        try (Services services = StoreKind.H2.start(home)) {
            member = services.member(Role.OWNER);
            RunService runs = services.get(RunService.class);
            run = ended(runs, member, runs.start(member, task(services, member, COPY), Map.of()))
                    .id();
            services.get(JdbcClient.class)
                    .sql("UPDATE task_run SET state = '%s', ended_at = NULL, failure = NULL, movable = %s, kind = '%s'"
                            .formatted(state, movable, kind))
                    .update();
        }
        try (Services services = StoreKind.H2.start(home)) {
            RunView view = services.get(RunService.class).view(member, run).orElseThrow();
            assertThat(view.state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(Objects.requireNonNull(view.failure()).advice()).startsWith(advice);
        }
    }
}
