package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.SplitState.Phase;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whoever looks at a run sees of each split what it is and where it stands. */
class SplitBoardTest {
    private static RunHandle run(NumberTarget target, int channels) throws InterruptedException {
        Job job = TestRun.job(
                context -> new NumberSource(context, 20_000, 4),
                context -> target,
                RunSettings.DEFAULT.withConcurrency(channels));
        RunHandle run = new Engine(Clock.systemUTC()).start(job, new Recorder());
        run.await();
        return run;
    }

    @Test
    void allSplitsOfASuccessAreDone() throws Exception {
        List<SplitState> splits = run(new TransactionalNumbers(), 2).splits();
        assertThat(splits).extracting(SplitState::number).containsExactly(0, 1, 2, 3);
        assertThat(splits).allMatch(split -> split.phase() == Phase.DONE && split.records() == 5_000);
        assertThat(splits.get(1).what()).isEqualTo("numbers 5000 to 10000");
    }

    @Test
    void ofSeveralChannelsOnlyTheOneThatFailedHasAFailedSplit() throws Exception {
        TransactionalNumbers target = new TransactionalNumbers() {
            @Override
            void beforeCommit(int count) {
                if (count == 3) {
                    throw new IllegalStateException("a defect");
                }
            }
        };
        RunHandle run = run(target, 4);
        RunResult result = run.await();
        assertThat(Objects.requireNonNull(result.failure()).message()).contains("a defect");
        assertThat(run.splits())
                .filteredOn(split -> split.phase() == Phase.FAILED)
                .hasSize(1);
        assertThat(result.statistics().splitsFailed()).isEqualTo(1);
    }
}
