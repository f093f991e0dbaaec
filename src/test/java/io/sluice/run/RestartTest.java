package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class RestartTest {
    private static final String LEFT_RUNNING =
            "UPDATE task_run SET state = 'RUNNING', ended_at = NULL, owner_id = ?, heartbeat_at = ? WHERE id = ?";

    private static UUID finishedRun(Services services, Member member, String flowName) {
        StudioService studio = services.get(StudioService.class);
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, flowName);
        NodeResult task = studio.createTask(
                member, ((NodeResult.Done) flow).node().id(), "task", RunServiceTest.GENERATE.formatted("10", ""));
        RunService runs = services.get(RunService.class);
        StartResult started = runs.start(member, ((NodeResult.Done) task).node().id(), Map.of());
        UUID run = ((StartResult.Started) started).runId();
        Recorder recorder = new Recorder();
        runs.watch(member, run, recorder);
        recorder.awaitEnd();
        return run;
    }

    private static void leaveRunning(Services services, UUID run, String heartbeat) {
        services.get(JdbcClient.class)
                .sql(LEFT_RUNNING)
                .params(UUID.randomUUID().toString(), heartbeat, run.toString())
                .update();
    }

    @Test
    void keepsRunsAndLogsAndMarksWhatADeadProcessLeft(@TempDir Path home) {
        Member member;
        UUID ended;
        UUID left;
        RunView view;
        List<LogLine> log;
        try (Services before = StoreKind.H2.start(home)) {
            member = before.member(Role.OWNER);
            ended = finishedRun(before, member, "ended");
            view = before.get(RunService.class).view(member, ended).orElseThrow();
            log = before.get(RunService.class).log(member, ended, 0, 1_000);
            left = finishedRun(before, member, "left");
            leaveRunning(before, left, "2026-01-01 00:00:00");
        }
        try (Services after = StoreKind.H2.start(home)) {
            RunService runs = after.get(RunService.class);
            assertThat(runs.view(member, ended)).contains(view);
            assertThat(runs.log(member, ended, 0, 1_000)).isEqualTo(log).isNotEmpty();
            RunView interrupted = runs.view(member, left).orElseThrow();
            assertThat(interrupted.state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(interrupted.endedAt()).isNotNull();
            assertThat(Objects.requireNonNull(interrupted.failure()).code()).isEqualTo("RUN_INTERRUPTED");
            assertThat(runs.running(member)).isZero();
        }
    }

    @Test
    void leavesTheRunsOfALivingNeighbourAlone(@TempDir Path home) {
        Map<String, Object> database = StoreKind.settings(MariaDbServer.shared().database());
        Member member;
        UUID dead;
        UUID alive;
        try (Services before = Services.start(home, database)) {
            member = before.member(Role.OWNER);
            dead = finishedRun(before, member, "dead");
            alive = finishedRun(before, member, "alive");
            leaveRunning(before, dead, "2026-01-01 00:00:00");
            leaveRunning(before, alive, "2099-01-01 00:00:00");
        }
        try (Services after = Services.start(home, database)) {
            RunService runs = after.get(RunService.class);
            assertThat(runs.view(member, dead).orElseThrow().state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(runs.view(member, alive).orElseThrow().state()).isEqualTo(RunState.RUNNING);
        }
    }
}
