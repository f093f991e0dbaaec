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
import io.sluice.testing.TcpProxy;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two workbenches on one store. */
class RunLeasesTest {
    private static final int ROWS = 20_000;
    private static final String SLOW = """
            {"type": "job", "version": "2.0",
             "steps": [
               {"stepType": "mysql", "name": "Reader", "category": "reader",
                "parameter": {"datasource": "shop", "table": "src", "column": ["id"]}},
               {"stepType": "mysql", "name": "Writer", "category": "writer",
                "parameter": {"datasource": "shop", "table": "t", "column": ["id"], "batchSize": 50}}],
             "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
             "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": 1, "record": 500}}}
            """;

    private @TempDir Path home;

    private final TestDatabase store = MariaDbServer.shared().database();
    private final TestDatabase shop = MariaDbServer.shared().database();

    private static Services start(Path home, TestDatabase store) {
        Map<String, Object> settings = new HashMap<>(StoreKind.settings(store));
        settings.put("SLUICE_RUN_LEASE_SECONDS", "12");
        return Services.start(home, settings);
    }

    private UUID task(Services services, Member member) {
        shop.run(
                "create table src (id int primary key)",
                "insert into src select seq from seq_1_to_" + ROWS,
                "create table t (id int primary key)");
        services.get(DataSourceService.class)
                .save(member, new DataSourceDraft(null, "shop", "mysql", "", Databases.settings(shop)));
        StudioService studio = services.get(StudioService.class);
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "flow");
        NodeResult task =
                studio.createTask(member, ((NodeResult.Done) flow).node().id(), "copy", SLOW);
        return ((NodeResult.Done) task).node().id();
    }

    private int written() {
        return Integer.parseInt(String.valueOf(shop.value("select count(*) from t")));
    }

    private static UUID begin(Services services, Member member, UUID task) {
        RunService runs = services.get(RunService.class);
        UUID run = ((StartResult.Started) runs.start(member, task, Map.of())).runId();
        Recorder recorder = new Recorder();
        runs.watch(member, run, recorder);
        recorder.await(view -> view.statistics().recordsWritten() > 100);
        return run;
    }

    private static RunState state(Services services, Member member, UUID run) {
        return services.get(RunService.class).view(member, run).orElseThrow().state();
    }

    @Test
    void whoLosesTheStoreStopsHisWritersBeforeAnotherTakesHisRunsForDead() throws Exception {
        try (TcpProxy proxy = TcpProxy.to(store.port());
                Services cutOff = start(home.resolve("a"), proxy.before(store));
                Services other = start(home.resolve("b"), store)) {
            Member member = cutOff.member(Role.OWNER);
            UUID run = begin(cutOff, member, task(cutOff, member));
            Thread.sleep(3_000);
            assertThat(state(other, member, run)).isEqualTo(RunState.RUNNING);

            proxy.stall();
            while (state(other, member, run) == RunState.RUNNING) {
                Thread.sleep(20);
            }
            int atTakeOver = written();
            assertThat(state(other, member, run)).isEqualTo(RunState.INTERRUPTED);
            assertThat(atTakeOver).isLessThan(ROWS);
            Thread.sleep(2_000);
            assertThat(written()).as("after another may have taken over").isEqualTo(atTakeOver);

            proxy.pass();
            LiveRuns live = cutOff.get(LiveRuns.class);
            while (live.find(run).isPresent()) {
                Thread.sleep(20);
            }
            assertThat(state(cutOff, member, run)).isEqualTo(RunState.INTERRUPTED);
            assertThat(cutOff.get(RunService.class).resumption(member, run)).isEqualTo(Resumption.POSSIBLE);
            assertThat(other.get(RunService.class).resumption(member, run)).isEqualTo(Resumption.NOTHING_LEFT);
        }
    }

    /** As after a freeze: nobody watches yet, and the run is the first to go on. */
    @Test
    void whoGoesOnAfterHisLeaseCommitsNothing() throws Exception {
        try (Services services = start(home, store)) {
            Member member = services.member(Role.OWNER);
            UUID run = begin(services, member, task(services, member));
            services.get(RunLeases.class).stop();
            Thread.sleep(1_500);
            assertThat(state(services, member, run)).isEqualTo(RunState.RUNNING);

            services.get(RunLease.class).renewed(System.nanoTime() - TimeUnit.MINUTES.toNanos(5));
            int atTheEnd = written();
            LiveRuns live = services.get(LiveRuns.class);
            while (live.find(run).isPresent()) {
                Thread.sleep(20);
            }
            assertThat(written() - atTheEnd)
                    .as("beyond what was being committed")
                    .isBetween(0, 50);
            assertThat(state(services, member, run)).isEqualTo(RunState.INTERRUPTED);
            assertThat(services.get(RunService.class).resumption(member, run)).isEqualTo(Resumption.POSSIBLE);
        }
    }

    @Test
    void aRunThatAnotherHasEndedIsStopped() throws Exception {
        try (Services services = start(home, store)) {
            Member member = services.member(Role.OWNER);
            UUID run = begin(services, member, task(services, member));
            services.get(JdbcClient.class)
                    .sql("UPDATE task_run SET state = 'INTERRUPTED', ended_at = heartbeat_at WHERE id = ?")
                    .param(run.toString())
                    .update();
            LiveRuns live = services.get(LiveRuns.class);
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (live.find(run).isPresent() && System.nanoTime() < until) {
                Thread.sleep(20);
            }
            assertThat(live.find(run)).isEmpty();
            assertThat(written()).isLessThan(ROWS);
            assertThat(state(services, member, run)).isEqualTo(RunState.INTERRUPTED);
            assertThat(services.get(RunService.class).resumption(member, run)).isEqualTo(Resumption.POSSIBLE);
        }
    }

    @Test
    void ofTwoWhoResumeOneRunOneDoes() throws Exception {
        try (Services first = start(home, store);
                Services second = start(home, store)) {
            Member member = first.member(Role.OWNER);
            UUID task = task(first, member);
            UUID run = begin(first, member, task);
            first.get(LiveRuns.class)
                    .find(run)
                    .ifPresent(live -> first.get(LiveRuns.class).lose(live, "It is told to."));
            while (state(first, member, run) != RunState.INTERRUPTED) {
                Thread.sleep(20);
            }
            CountDownLatch together = new CountDownLatch(1);
            List<FutureTask<StartResult>> both = new ArrayList<>();
            for (Services services : List.of(first, second, first, second)) {
                both.add(new FutureTask<>(() -> {
                    together.await();
                    return services.get(RunService.class).resume(member, run);
                }));
            }
            both.forEach(one -> Thread.ofPlatform().start(one));
            together.countDown();
            int started = 0;
            for (FutureTask<StartResult> one : both) {
                StartResult result = one.get(20, TimeUnit.SECONDS);
                started += result instanceof StartResult.Started ? 1 : 0;
            }
            assertThat(started).isEqualTo(1);
        }
    }

    /** The process it belongs to is alive, but was not heard when it said that the run had ended. */
    @Test
    void aRunThatItsOwnProcessHasForgottenEndsToo() throws Exception {
        try (Services services = start(home, store)) {
            Member member = services.member(Role.OWNER);
            UUID run = begin(services, member, task(services, member));
            services.get(RunService.class).stop(member, run);
            while (state(services, member, run) != RunState.CANCELLED
                    || services.get(LiveRuns.class).find(run).isPresent()) {
                Thread.sleep(20);
            }
            services.get(JdbcClient.class)
                    .sql("UPDATE task_run SET state = 'RUNNING', heartbeat_at = '2026-01-01 00:00:00' WHERE id = ?")
                    .param(run.toString())
                    .update();
            LiveRuns live = services.get(LiveRuns.class);
            services.get(RunReaper.class).reap(live.processId(), live.ids());
            assertThat(state(services, member, run)).isEqualTo(RunState.INTERRUPTED);
        }
    }
}
