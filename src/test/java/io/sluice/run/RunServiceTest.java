package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(StoreKind.class)
class RunServiceTest {
    static final String GENERATE = """
            {
              "type": "job", "version": "2.0",
              // a comment stays a comment
              "steps": [
                {"stepType": "stream", "name": "Reader", "category": "reader",
                 "parameter": {"sliceRecordCount": "%s", "column": [{"type": "long", "random": "1,9"}]}},
                {"stepType": "stream", "name": "Writer", "category": "writer", "parameter": {"print": false}}
              ],
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
              "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": 1%s}}
            }
            """;
    static final String SLOW = GENERATE.formatted("1000000", ", \"record\": 10");

    private final Services services;
    private final RunService runs;
    private final StudioService studio;
    private final Member member;

    RunServiceTest(StoreKind kind) {
        services = kind.services();
        runs = services.get(RunService.class);
        studio = services.get(StudioService.class);
        member = services.member(Role.DEVELOPER);
    }

    private UUID task(String text) {
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "flow " + UUID.randomUUID());
        UUID flowId = ((NodeResult.Done) flow).node().id();
        return ((NodeResult.Done) studio.createTask(member, flowId, "task", text))
                .node()
                .id();
    }

    private UUID start(UUID task, Map<String, String> parameters) {
        StartResult result = runs.start(member, task, parameters);
        assertThat(result).isInstanceOf(StartResult.Started.class);
        return ((StartResult.Started) result).runId();
    }

    private Recorder follow(Member who, UUID run) {
        Recorder recorder = new Recorder();
        runs.watch(who, run, recorder);
        return recorder;
    }

    @Test
    void successfulRunTellsItsFiguresAndKeepsItsLog() {
        UUID task = task(GENERATE.formatted("1000", ""));
        UUID run = start(task, Map.of());
        Recorder recorder = follow(member, run);
        RunView end = recorder.awaitEnd();
        assertThat(end.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(end.statistics().recordsRead()).isEqualTo(1000);
        assertThat(end.statistics().recordsWritten()).isEqualTo(1000);
        assertThat(end.startedBy()).isEqualTo("Ada Lovelace");
        assertThat(end.endedAt()).isNotNull();
        assertThat(end.failure()).isNull();
        List<LogLine> stored = runs.log(member, run, 0, 10_000);
        assertThat(stored).isEqualTo(recorder.lines()).isNotEmpty();
        assertThat(stored).extracting(LogLine::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(runs.view(member, run)).contains(end);
        assertThat(runs.history(member, task, 0, 10)).containsExactly(end);
        assertThat(runs.recent(member, 10)).containsExactly(end);
        assertThat(runs.lastRuns(member, 0).byTask()).containsEntry(task, new LastRun(RunState.SUCCEEDED, 0));
        assertThat(recorder.threads()).doesNotContain(Thread.currentThread());
    }

    @Test
    void stopsWithinFiveSecondsAndSaysWho() {
        UUID run = start(task(SLOW), Map.of());
        Recorder mine = follow(member, run);
        Member colleague = services.join(member.workspaceId(), Role.OPERATOR);
        Recorder theirs = follow(colleague, run);
        mine.await(view -> view.state() == RunState.RUNNING);
        assertThat(runs.running(member)).isEqualTo(1);
        Instant stopped = Instant.now();
        assertThat(runs.stop(colleague, run)).isEqualTo(new StopResult.Stopping());
        assertThat(runs.stop(member, run)).isIn(new StopResult.AlreadyStopping("Ada Lovelace"), new StopResult.Ended());
        assertThat(mine.awaitEnd().state()).isEqualTo(RunState.CANCELLED);
        // Five seconds are promised; a machine that is busy with something else gets as many again.
        assertThat(Duration.between(stopped, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(runs.stop(member, run)).isEqualTo(new StopResult.Ended());
        assertThat(theirs.awaitEnd()).isEqualTo(mine.last());
        assertThat(theirs.lines()).isEqualTo(mine.lines());
        assertThat(mine.lines()).extracting(LogLine::text).contains("Stopped by Ada Lovelace.");
        assertThat(runs.running(member)).isZero();
    }

    @Test
    void failureNamesTheLineOfTheScript() {
        String text = GENERATE.formatted("10", "").replace("\"random\": \"1,9\"", "\"random\": \"nine\"");
        StartResult result = runs.start(member, task(text), Map.of());
        if (result instanceof StartResult.Invalid invalid) {
            assertThat(invalid.problems().getFirst().line()).isEqualTo(6);
            return;
        }
        Recorder recorder = follow(member, ((StartResult.Started) result).runId());
        RunView end = recorder.awaitEnd();
        assertThat(end.state()).isEqualTo(RunState.FAILED);
        RunFailure failure = Objects.requireNonNull(end.failure());
        assertThat(failure.code()).isEqualTo("PARAMETER_INVALID");
        assertThat(failure.category()).isEqualTo("CONFIGURATION");
        assertThat(failure.line()).isBetween(5, 6);
        assertThat(failure.advice()).isNotBlank();
    }

    @Test
    void taskWithErrorsIsNotStarted() {
        String text = "{\n \"type\": \"job\", \"version\": \"2.0\", \"steps\": []\n}";
        StartResult result = runs.start(member, task(text), Map.of());
        assertThat(result).isInstanceOfSatisfying(StartResult.Invalid.class, invalid -> {
            assertThat(invalid.problems()).isNotEmpty();
            assertThat(invalid.problems().getFirst().line()).isEqualTo(2);
        });
        assertThat(runs.start(member, task(""), Map.of())).isInstanceOf(StartResult.Invalid.class);
        assertThat(runs.start(member, UUID.randomUUID(), Map.of()))
                .isEqualTo(new StartResult.Refused(Refusal.TASK_GONE));
    }

    @Test
    void parametersAreAskedForAndRemembered() {
        UUID task = task(GENERATE.formatted("${count}", ""));
        assertThat(runs.start(member, task, Map.of())).isEqualTo(new StartResult.MissingParameters(List.of("count")));
        assertThat(runs.rememberedParameters(member, task)).isEmpty();
        RunView end = follow(member, start(task, Map.of("count", "7"))).awaitEnd();
        assertThat(end.statistics().recordsRead()).isEqualTo(7);
        assertThat(end.parameters()).isEqualTo(Map.of("count", "7"));
        Member colleague = services.join(member.workspaceId(), Role.OPERATOR);
        assertThat(runs.rememberedParameters(colleague, task)).isEqualTo(Map.of("count", "7"));
        assertThat(runs.start(colleague, task, Map.of("count", "8"))).isInstanceOf(StartResult.Started.class);
        assertThat(runs.rememberedParameters(colleague, task)).isEqualTo(Map.of("count", "8"));
        assertThat(runs.rememberedParameters(member, task)).isEqualTo(Map.of("count", "7"));
    }

    @Test
    void parametersAreNeverEvaluated() {
        UUID task = task(GENERATE.formatted("${count}", ""));
        for (String value : List.of("${7*7}", "#{T(java.lang.Runtime).getRuntime().exec('id')}", "{{7*7}}", "\"")) {
            assertThat(runs.start(member, task, Map.of("count", value))).isInstanceOf(StartResult.Invalid.class);
        }
    }

    @Test
    void watcherIsCalledAtAHumanPace() {
        UUID run = start(task(SLOW), Map.of());
        Recorder recorder = follow(member, run);
        Instant start = Instant.now();
        recorder.await(view -> view.statistics().recordsRead() >= 20);
        Duration watched = Duration.between(start, Instant.now());
        assertThat(recorder.calls()).isLessThan((int) (8 * (watched.toSeconds() + 2)));
        runs.stop(member, run);
        recorder.awaitEnd();
    }

    @Test
    void closedWatchHearsNothingMore() {
        UUID run = start(task(SLOW), Map.of());
        Recorder closed = new Recorder();
        Watch watch = runs.watch(member, run, closed);
        closed.await(view -> view.state() == RunState.RUNNING);
        watch.close();
        Recorder open = follow(member, run);
        runs.stop(member, run);
        open.awaitEnd();
        assertThat(closed.last().state().ended()).isFalse();
    }

    @Test
    void endedRunIsToldToALateWatcherAsToAnEarlyOne() {
        UUID run = start(task(GENERATE.formatted("10", "")), Map.of());
        Recorder early = follow(member, run);
        RunView end = early.awaitEnd();
        Recorder late = follow(member, run);
        assertThat(late.awaitEnd()).isEqualTo(end);
        assertThat(late.lines()).isEqualTo(early.lines());
    }

    @Test
    void anotherWorkspaceSeesAndStopsNothing() {
        UUID task = task(SLOW);
        UUID run = start(task, Map.of());
        Recorder mine = follow(member, run);
        mine.await(view -> view.state() == RunState.RUNNING);
        Member stranger = services.member(Role.OWNER);
        assertThat(runs.view(stranger, run)).isEmpty();
        assertThat(runs.log(stranger, run, 0, 100)).isEmpty();
        assertThat(runs.history(stranger, task, 0, 10)).isEmpty();
        assertThat(runs.recent(stranger, 10)).isEmpty();
        assertThat(runs.lastRuns(stranger, 0).byTask()).isEmpty();
        assertThat(runs.running(stranger)).isZero();
        assertThat(runs.rememberedParameters(stranger, task)).isEmpty();
        assertThat(runs.start(stranger, task, Map.of())).isEqualTo(new StartResult.Refused(Refusal.TASK_GONE));
        runs.stop(stranger, run);
        Recorder theirs = follow(stranger, run);
        assertThat(runs.view(member, run).orElseThrow().state()).isEqualTo(RunState.RUNNING);
        runs.stop(member, run);
        assertThat(mine.awaitEnd().state()).isEqualTo(RunState.CANCELLED);
        assertThat(theirs.calls()).isZero();
    }

    @Test
    void lastRunsAreToldAgainFromTheFirstThatHadNotEnded() {
        UUID quick = task(GENERATE.formatted("10", ""));
        follow(member, start(quick, Map.of())).awaitEnd();
        UUID slow = task(SLOW);
        UUID run = start(slow, Map.of());
        Recorder mine = follow(member, run);
        mine.await(view -> view.state() == RunState.RUNNING);
        LastRuns before = runs.lastRuns(member, 0);
        assertThat(before.byTask()).containsEntry(quick, new LastRun(RunState.SUCCEEDED, 0));
        assertThat(before.byTask()).containsEntry(slow, new LastRun(RunState.RUNNING, 0));
        runs.stop(member, run);
        mine.awaitEnd();
        LastRuns after = runs.lastRuns(member, before.next());
        assertThat(after.byTask()).isEqualTo(Map.of(slow, new LastRun(RunState.CANCELLED, 0)));
        assertThat(runs.lastRuns(member, after.next()).byTask()).isEmpty();
    }

    @Test
    void visitorsRunNothing() {
        UUID task = task(SLOW);
        Member visitor = services.join(member.workspaceId(), Role.VISITOR);
        assertThatThrownBy(() -> runs.start(visitor, task, Map.of())).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> runs.stop(visitor, UUID.randomUUID())).isInstanceOf(PermissionDeniedException.class);
        assertThat(runs.history(visitor, task, 0, 10)).isEmpty();
    }
}
