package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.jdbc.Databases;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceService;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.studio.TreeService;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What loads leave in their targets that nobody goes on with. */
class LeftoversTest {
    private static final String COPY = """
            {"type": "job", "version": "2.0",
             "steps": [
               {"stepType": "%1$s", "name": "Reader", "category": "reader",
                "parameter": {"datasource": "shop", "table": "src", "column": ["id", "a"], "where": "id < ${limit}"}},
               {"stepType": "%1$s", "name": "Writer", "category": "writer",
                "parameter": {"datasource": "shop", "table": "t", "column": ["id", "a"], "batchSize": 100, %2$s}}],
             "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
             "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": 1%3$s}}}
            """;
    private static final String STAGING = "\"loadMode\": \"staging\"";
    private static final String PROGRESS = "\"progressTable\": true";
    private static final Map<String, String> ALL = Map.of("limit", "5000");

    enum System {
        MARIADB("mysql"),
        POSTGRESQL("postgresql");

        private final String connector;

        System(String connector) {
            this.connector = connector;
        }

        TestDatabase database() {
            return this == MARIADB
                    ? MariaDbServer.shared().database()
                    : PostgreSqlServer.shared().database();
        }
    }

    private @TempDir Path home;
    private Services services;
    private TestDatabase shop;
    private Member member;
    private UUID task;

    /** A source with one row that the target refuses, in the middle. */
    private void set(System system, String landing, String speed) {
        services = StoreKind.H2.start(home);
        member = services.member(Role.OWNER);
        shop = system.database();
        shop.run(
                "create table src (id int primary key, a varchar(9))",
                "create table t (id int primary key, a varchar(9) not null)");
        shop.run(
                system == System.MARIADB
                        ? "insert into src select seq, if(seq = 750, null, 'x') from seq_1_to_1000"
                        : "insert into src select i, case when i <> 750 then 'x' end from generate_series(1, 1000) i");
        shop.run("insert into t values (0, 'before')");
        services.get(DataSourceService.class)
                .save(member, new DataSourceDraft(null, "shop", system.connector, "", Databases.settings(shop)));
        StudioService studio = services.get(StudioService.class);
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "flow");
        NodeResult made = studio.createTask(
                member, ((NodeResult.Done) flow).node().id(), "copy", COPY.formatted(system.connector, landing, speed));
        task = ((NodeResult.Done) made).node().id();
    }

    @AfterEach
    void end() {
        services.close();
    }

    private UUID start(Map<String, String> parameters) {
        return ((StartResult.Started) services.get(RunService.class).start(member, task, parameters)).runId();
    }

    private RunView ended(UUID run) {
        Recorder recorder = new Recorder();
        services.get(RunService.class).watch(member, run, recorder);
        return recorder.awaitEnd();
    }

    private UUID failed() {
        RunView view = ended(start(ALL));
        assertThat(view.state()).isEqualTo(RunState.FAILED);
        assertThat(services.get(RunService.class).resumption(member, view.id())).isEqualTo(Resumption.POSSIBLE);
        return view.id();
    }

    private void sweep() {
        services.get(Leftovers.class).sweep();
    }

    /** Our tables in the target. */
    private List<String> ours() {
        return shop.rows(
                "select table_name from information_schema.tables where table_name like 'sluice%' and table_schema ="
                        + (shop.url().contains("mariadb") ? " database()" : " current_schema()"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("checkpoints"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private List<String> log(UUID run) {
        return services.get(RunService.class).log(member, run, 0, 1_000).stream()
                .map(LogLine::text)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(System.class)
    void aLaterSuccessOfTheTaskEndsWhatAFailedLoadLeft(System system) throws Exception {
        set(system, STAGING, "");
        UUID failed = failed();
        sweep();
        assertThat(ours()).hasSize(2);

        shop.run("update src set a = 'x'");
        assertThat(ended(start(ALL)).state()).isEqualTo(RunState.SUCCEEDED);
        sweep();

        assertThat(ours()).isEmpty();
        assertThat(files()).isEmpty();
        assertThat(services.get(RunService.class).resumption(member, failed)).isEqualTo(Resumption.NOTHING_LEFT);
        assertThat(log(failed)).anyMatch(line -> line.matches("Dropped .*sluice_stg_.*nobody goes on with"));
        assertThat(shop.value("select count(*) from t")).isEqualTo("1000");
    }

    @Test
    void aLoadWithOtherValuesEndsNothing() {
        set(System.MARIADB, STAGING, "");
        UUID failed = failed();
        assertThat(ended(start(Map.of("limit", "500"))).state()).isEqualTo(RunState.SUCCEEDED);
        sweep();

        assertThat(ours()).hasSize(2);
        shop.run("update src set a = 'x'");
        StartResult resumed = services.get(RunService.class).resume(member, failed);
        assertThat(ended(((StartResult.Started) resumed).runId()).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(shop.value("select count(*) from t")).isEqualTo("1000");
    }

    @ParameterizedTest
    @EnumSource(System.class)
    void aLoadThatGoesOnKeepsItsStagingTable(System system) throws Exception {
        set(system, STAGING, ", \"record\": 400");
        shop.run("update src set a = 'x'");
        UUID slow = start(ALL);
        Recorder recorder = new Recorder();
        services.get(RunService.class).watch(member, slow, recorder);
        recorder.await(view -> view.statistics().recordsWritten() > 100);
        assertThat(services.get(RunService.class).giveUp(member, slow)).isFalse();
        for (int i = 0; i < 20; i++) {
            sweep();
            assertThat(ours()).hasSize(2);
            Thread.sleep(20);
        }
        assertThat(recorder.awaitEnd().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(shop.value("select count(*) from t")).isEqualTo("1000");
        assertThat(ours()).isEmpty();
    }

    @Test
    void aTargetThatIsAwayIsAskedAgainLater() throws Exception {
        set(System.POSTGRESQL, STAGING, "");
        UUID failed = failed();
        DataSourceService sources = services.get(DataSourceService.class);
        UUID source = sources.list(member).getFirst().id();
        ConfigValue.Obj away = Databases.settings(shop).with("port", new ConfigValue.Num(1));
        sources.save(member, new DataSourceDraft(source, "shop", "postgresql", "", away));

        assertThat(services.get(RunService.class).giveUp(member, failed)).isTrue();
        sweep();

        assertThat(files()).containsExactly(failed + ".given-up");
        assertThat(log(failed))
                .filteredOn(line -> line.contains("tried again later"))
                .hasSize(1);
        assertThat(services.get(RunService.class)
                        .view(member, failed)
                        .orElseThrow()
                        .state())
                .isEqualTo(RunState.FAILED);
        assertThat(services.get(RunService.class).resume(member, failed))
                .isEqualTo(new StartResult.Refused(Refusal.NOTHING_TO_RESUME));
        sources.save(member, new DataSourceDraft(source, "shop", "postgresql", "", Databases.settings(shop)));
        later(Duration.ofMinutes(2)).sweep();
        assertThat(ours()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(System.class)
    void progressInTheTargetIsRemovedOfThisLoadOnly(System system) throws Exception {
        set(system, PROGRESS, "");
        UUID failed = failed();
        shop.run("insert into sluice_progress select '" + UUID.randomUUID() + "', 7, 1, 1, null, 1, 1, 0, 1, null");
        assertThat(shop.value("select count(*) from sluice_progress")).isEqualTo("2");

        assertThat(services.get(RunService.class).giveUp(member, failed)).isTrue();
        sweep();

        assertThat(shop.rows("select split_no from sluice_progress")).containsExactly("7");
        assertThat(files()).isEmpty();
        assertThat(shop.value("select count(*) from t")).isEqualTo("701");
    }

    @Test
    void whoMayNotRunMayNotGiveUp() {
        set(System.MARIADB, STAGING, "");
        UUID failed = failed();
        Member visitor = services.join(member.workspaceId(), Role.VISITOR);
        Member stranger = services.member(Role.OWNER);
        RunService runs = services.get(RunService.class);

        assertThatThrownBy(() -> runs.giveUp(visitor, failed)).isInstanceOf(PermissionDeniedException.class);
        assertThat(runs.giveUp(stranger, failed)).isFalse();
        assertThat(runs.resumption(member, failed)).isEqualTo(Resumption.POSSIBLE);
    }

    @Test
    void aDeletedTaskKeepsItsLoadForADay() throws Exception {
        set(System.MARIADB, STAGING, "");
        failed();
        services.get(TreeService.class).delete(member, Set.of(task));
        Leftovers leftovers = later(Duration.ZERO);
        leftovers.sweep();
        assertThat(ours()).hasSize(2);

        moved = Duration.ofHours(25);
        leftovers.sweep();
        assertThat(ours()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aLoadCanBeResumedForAMonth() throws Exception {
        set(System.MARIADB, STAGING, "");
        failed();
        later(Duration.ofDays(29)).sweep();
        assertThat(ours()).hasSize(2);
        later(Duration.ofDays(31)).sweep();
        assertThat(ours()).isEmpty();
    }

    @Test
    void aRunThatIsNotInTheStoreIsForgottenAfterADay() throws Exception {
        set(System.MARIADB, STAGING, "");
        UUID failed = failed();
        services.get(JdbcClient.class)
                .sql("DELETE FROM task_run WHERE id = ?")
                .param(failed.toString())
                .update();
        Leftovers leftovers = later(Duration.ZERO);
        leftovers.sweep();
        assertThat(files()).containsExactly(failed + ".jsonl");
        moved = Duration.ofHours(25);
        leftovers.sweep();
        assertThat(files()).isEmpty();
    }

    private Duration moved = Duration.ZERO;

    /** The same at a later hour. */
    private Leftovers later(Duration by) {
        moved = by;
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return Instant.now().plus(moved);
            }

            @Override
            public ZoneId getZone() {
                return ZoneId.of("UTC");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        LeftRunRepository runs = services.get(LeftRunRepository.class);
        return new Leftovers(
                runs,
                services.get(LoadDiscard.class),
                services.get(RunCheckpoints.class),
                services.get(LiveRuns.class),
                new LeftRules(runs, services.get(JobPreparation.class), clock, services.get(RunCapacity.class)));
    }
}
