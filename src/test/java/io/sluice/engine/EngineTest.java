package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EngineTest {
    private final Recorder recorder = new Recorder();
    private final NumberTarget target = new NumberTarget();

    @Test
    void movesEveryRowOnce() throws Exception {
        RunSettings settings = RunSettings.DEFAULT.withConcurrency(3);
        Job job = TestRun.job(context -> new NumberSource(context, 100_000, 17), context -> target, settings);
        RunResult result = TestRun.run(job, recorder);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(target.stored).hasSize(100_000).containsExactlyInAnyOrderElementsOf(numbers(100_000));
        assertThat(result.statistics().recordsRead()).isEqualTo(100_000);
        assertThat(result.statistics().recordsWritten()).isEqualTo(100_000);
        assertThat(result.statistics().splitsDone()).isEqualTo(17);
        assertThat(result.statistics().fraction()).isEqualTo(1.0);
        assertThat(recorder.ended).containsExactly(result);
    }

    @Test
    void callsTheWriterInItsOrder() throws Exception {
        Job job = TestRun.job(
                context -> new NumberSource(context, 10, 4), context -> target, RunSettings.DEFAULT.withConcurrency(2));
        TestRun.run(job, recorder);
        assertThat(target.calls).containsExactly("prepare", "commit 2", "finish", "close");
        assertThat(target.openWorkers).hasValue(0);
    }

    @Test
    void succeedsWithoutRows() throws Exception {
        Job job = TestRun.job(context -> new NumberSource(context, 0, 1), context -> target, RunSettings.DEFAULT);
        RunResult result = TestRun.run(job, recorder);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.statistics().recordsRead()).isZero();
        assertThat(target.calls).containsExactly("prepare", "commit 1", "finish", "close");
    }

    private static List<Long> numbers(long count) {
        return LongStream.range(0, count).boxed().toList();
    }
}
