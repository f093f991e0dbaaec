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
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs that wait for a place when the workbench ends that they were started in. */
class WaitingRunsTest {
    private static final String COPY = """
            {"type": "job", "version": "2.0",
             "steps": [
               {"stepType": "mysql", "name": "Reader", "category": "reader",
                "parameter": {"datasource": "shop", "table": "src", "column": ["id"]}},
               {"stepType": "mysql", "name": "Writer", "category": "writer",
                "parameter": {"datasource": "shop", "table": "t", "column": ["id"], "batchSize": 20}}],
             "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
             "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": 1, "record": 20}}}
            """;
    private static final int ROWS = 100;

    private @TempDir Path home;

    private final TestDatabase store = MariaDbServer.shared().database();
    private final TestDatabase shop = MariaDbServer.shared().database();

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(StoreKind.settings(store));
        settings.put("SLUICE_RUN_LEASE_SECONDS", "10");
        settings.put("SLUICE_RUNS_AT_ONCE", "1");
        return settings;
    }

    private Services node(String name) throws IOException {
        Path folder = Files.createDirectories(home.resolve(name));
        Path key = home.resolve("secret.key");
        if (Files.exists(key) && !Files.exists(folder.resolve("secret.key"))) {
            Files.copy(key, folder.resolve("secret.key"));
        }
        return Services.start(folder, settings());
    }

    /** The key that all nodes need is the first one's. */
    private Services first() throws IOException {
        Services services = node("first");
        Files.copy(home.resolve("first/secret.key"), home.resolve("secret.key"));
        return services;
    }

    private UUID task(Services services, Member member) {
        shop.run(
                "create table src (id int primary key)",
                "insert into src select seq from seq_1_to_" + ROWS,
                "create table t (id int)");
        services.get(DataSourceService.class)
                .save(member, new DataSourceDraft(null, "shop", "mysql", "", Databases.settings(shop)));
        StudioService studio = services.get(StudioService.class);
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "flow");
        NodeResult task =
                studio.createTask(member, ((NodeResult.Done) flow).node().id(), "copy", COPY);
        return ((NodeResult.Done) task).node().id();
    }

    private static UUID start(Services services, Member member, UUID task) {
        return ((StartResult.Started) services.get(RunService.class).start(member, task, Map.of())).runId();
    }

    private static RunView view(Services services, Member member, UUID run) {
        return services.get(RunService.class).view(member, run).orElseThrow();
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(until);
            Thread.sleep(50);
        }
    }

    private static List<String> log(Services services, Member member, UUID run) {
        return services.get(RunService.class).log(member, run, 0, 10_000).stream()
                .map(LogLine::text)
                .toList();
    }

    @Test
    void aRunThatWaitsAtAnEndingWorkbenchIsBegunByAnother() throws Exception {
        Services first = first();
        try (Services second = node("second")) {
            Member member = first.member(Role.OWNER);
            UUID task = task(first, member);
            UUID atWork = start(first, member, task);
            UUID waits = start(first, member, task);
            await("the first to work", () -> view(first, member, atWork).state() == RunState.RUNNING);

            first.close();

            await(
                    "the end of the second",
                    () -> view(second, member, waits).state().ended());
            assertThat(view(second, member, waits).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(view(second, member, atWork).state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(log(second, member, waits)).anyMatch(line -> line.startsWith("Taken over from a workbench"));
        }
    }

    /** The process is killed, so nobody lets go of anything. */
    @Test
    void aRunThatWaitsAtADeadWorkbenchIsBegunByExactlyOneOfTwo() throws Exception {
        Member member;
        UUID task;
        try (Services setUp = first()) {
            member = setUp.member(Role.OWNER);
            task = task(setUp, member);
        }
        try (Services second = node("second");
                Services third = node("third")) {
            UUID waits = diesWithAWaitingRun(member, task);
            int before = written();
            assertThat(view(second, member, waits).state()).isEqualTo(RunState.QUEUED);

            await("the end", () -> view(second, member, waits).state().ended());

            assertThat(view(third, member, waits).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(written() - before).isEqualTo(ROWS);
            assertThat(log(second, member, waits).stream().filter(line -> line.startsWith("Taken over")))
                    .hasSize(1);
        }
    }

    private int written() {
        return Integer.parseInt(String.valueOf(shop.value("select count(*) from t")));
    }

    private UUID diesWithAWaitingRun(Member member, UUID task) throws Exception {
        Process dying = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dying.class.getName(),
                        home.resolve("first").toString(),
                        store.url(),
                        store.user(),
                        store.password(),
                        member.userId().toString(),
                        member.workspaceId().toString(),
                        task.toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = dying.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith("waits ")) {
                    return UUID.fromString(line.substring("waits ".length()));
                }
            }
            throw new AssertionError(String.join("\n", said));
        } finally {
            dying.destroyForcibly().waitFor();
        }
    }

    /** A workbench in a process of its own that has one run at work and one waiting. */
    static final class Dying {
        private Dying() {}

        public static void main(String[] words) throws Exception {
            Map<String, Object> settings = Map.of(
                    "SLUICE_DB_URL", words[1],
                    "SLUICE_DB_USER", words[2],
                    "SLUICE_DB_PASSWORD", words[3],
                    "SLUICE_RUN_LEASE_SECONDS", "10",
                    "SLUICE_RUNS_AT_ONCE", "1");
            Services services = Services.start(Path.of(words[0]), settings);
            Member member = new Member(UUID.fromString(words[4]), UUID.fromString(words[5]), "a", "A", Role.OWNER);
            UUID task = UUID.fromString(words[6]);
            UUID atWork = start(services, member, task);
            UUID waits = start(services, member, task);
            await("the first to work", () -> view(services, member, atWork).state() == RunState.RUNNING);
            System.out.println("waits " + waits);
            Thread.sleep(60_000);
        }
    }

    /** As after a freeze: another has taken it over, and its former process does not know yet. */
    @Test
    void whoseWaitingRunWasTakenOverLeavesItAlone() throws Exception {
        try (Services services = first()) {
            Member member = services.member(Role.OWNER);
            UUID task = task(services, member);
            UUID atWork = start(services, member, task);
            UUID waits = start(services, member, task);
            await("the first to work", () -> view(services, member, atWork).state() == RunState.RUNNING);
            change(services, waits, "owner_id = 'another', heartbeat_at = '2999-01-01 00:00:00'");
            services.get(RunService.class).stop(member, atWork);
            LiveRuns live = services.get(LiveRuns.class);
            await("the end of both", () -> live.ids().isEmpty());
            assertThat(services.get(JdbcClient.class)
                            .sql("SELECT state FROM task_run WHERE id = ?")
                            .param(waits.toString())
                            .query(String.class)
                            .single())
                    .isEqualTo("QUEUED");
            assertThat(log(services, member, waits)).noneMatch(line -> line.startsWith("Stopped"));
        }
    }

    private static void change(Services services, UUID run, String what) {
        services.get(JdbcClient.class)
                .sql("UPDATE task_run SET " + what + " WHERE id = ?")
                .param(run.toString())
                .update();
    }

    /** One goes on with a load whose checkpoints lie elsewhere; the other has waited for longer than anybody expects. */
    @ParameterizedTest
    @ValueSource(strings = {"movable = FALSE", "heartbeat_at = UTC_TIMESTAMP(6) - INTERVAL 40 SECOND"})
    void aRunThatNobodyMayBeginIsMarkedAsInterrupted(String reason) throws Exception {
        try (Services services = first()) {
            Member member = services.member(Role.OWNER);
            UUID task = task(services, member);
            UUID run = start(services, member, task);
            services.get(RunService.class).stop(member, run);
            await("its end", () -> services.get(LiveRuns.class).ids().isEmpty());
            change(
                    services,
                    run,
                    "state = 'QUEUED', ended_at = NULL, owner_id = '00000000-0000-0000-0000-000000000000',"
                            + " heartbeat_at = UTC_TIMESTAMP(6) - INTERVAL 15 SECOND");
            change(services, run, reason);
            int before = written();
            await("the round", () -> view(services, member, run).state() != RunState.QUEUED);
            RunView view = view(services, member, run);
            assertThat(view.state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(Objects.requireNonNull(view.failure()).advice())
                    .startsWith(reason.startsWith("movable") ? "Resume the run" : "Start the task again");
            assertThat(written()).isEqualTo(before);
        }
    }

    /** An embedded store: the same workbench, after a restart. */
    @Test
    void aRunThatWaitsWhenItsWorkbenchIsStartedAgainBegins() throws Exception {
        Map<String, Object> one = Map.of("SLUICE_RUNS_AT_ONCE", "1");
        Member member;
        UUID waits;
        try (Services before = Services.start(home, one)) {
            member = before.member(Role.OWNER);
            UUID task = task(before, member);
            UUID atWork = start(before, member, task);
            waits = start(before, member, task);
            await("the first to work", () -> view(before, member, atWork).state() == RunState.RUNNING);
        }
        int left = written();
        try (Services after = Services.start(home, one)) {
            await("its end", () -> view(after, member, waits).state().ended());
            assertThat(view(after, member, waits).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(written() - left).isEqualTo(ROWS);
        }
    }
}
