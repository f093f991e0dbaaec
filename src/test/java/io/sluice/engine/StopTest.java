package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.data.RowBatch;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopTest {
    private final Recorder recorder = new Recorder();
    private final CountDownLatch reached = new CountDownLatch(1);

    /** Blocks in a write until somebody counts the latch down; an interrupt does not help, as in most drivers. */
    private static class BlockingTarget extends NumberTarget {
        private final CountDownLatch reached;
        final CountDownLatch released = new CountDownLatch(1);

        BlockingTarget(CountDownLatch reached) {
            this.reached = reached;
        }

        @Override
        void beforeWrite(RowBatch rows, int from, int to) throws IOException {
            reached.countDown();
            boolean waiting = true;
            while (waiting) {
                try {
                    waiting = !released.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    continue;
                }
            }
            throw new IOException("the statement was cancelled");
        }
    }

    private RunHandle startBlocked(BlockingTarget target, boolean cancellable) throws InterruptedException {
        Job job = TestRun.job(
                context -> new NumberSource(context, 1_000_000, 4),
                context -> {
                    if (cancellable) {
                        context.onCancel(target.released::countDown);
                    }
                    return target;
                },
                RunSettings.DEFAULT.withConcurrency(2));
        RunHandle run = TestRun.start(job, recorder);
        assertThat(reached.await(1, TimeUnit.MINUTES)).isTrue();
        return run;
    }

    private RunResult stop(RunHandle run) throws InterruptedException {
        long began = System.nanoTime();
        run.stop();
        RunResult result = run.await();
        // Five seconds are promised; a machine that is busy with something else gets as many again.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        return result;
    }

    @Test
    void endsABlockingCallThroughItsCancelAction() throws Exception {
        BlockingTarget target = new BlockingTarget(reached);
        RunResult result = stop(startBlocked(target, true));
        assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(result.failure()).isNull();
        assertThat(target.calls).containsExactly("prepare", "abort", "close");
        assertThat(target.openWorkers).hasValue(0);
        assertThat(recorder.ended).hasSize(1);
    }

    @Test
    void leavesAConnectorBehindThatDoesNotReact() throws Exception {
        BlockingTarget target = new BlockingTarget(reached);
        RunResult result = stop(startBlocked(target, false));
        assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(recorder.ended).hasSize(1);
        assertThat(recorder.logText()).contains("is left behind");
        target.released.countDown();
    }

    @Test
    void endsWithinFiveSecondsInsideALongPreparation() throws Exception {
        NumberTarget target = new NumberTarget() {
            @Override
            public io.sluice.spi.data.Schema prepare(io.sluice.spi.data.Schema source) throws Exception {
                reached.countDown();
                Thread.sleep(Duration.ofMinutes(1));
                return source;
            }
        };
        Job job = TestRun.job(context -> new NumberSource(context, 1, 1), context -> target, RunSettings.DEFAULT);
        RunHandle run = TestRun.start(job, recorder);
        assertThat(reached.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(stop(run).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(target.calls).containsExactly("close");
    }

    @Test
    void endsWhileTheSpeedLimitHoldsItBack() throws Exception {
        NumberTarget target = new NumberTarget() {
            @Override
            void beforeWrite(RowBatch rows, int from, int to) {
                reached.countDown();
            }
        };
        Job job = TestRun.job(
                context -> new NumberSource(context, 1_000_000, 1),
                context -> target,
                RunSettings.DEFAULT.withLimits(new RunLimits(10, 0)));
        RunHandle run = TestRun.start(job, recorder);
        assertThat(reached.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(stop(run).outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aStopAfterTheEndChangesNothing() throws Exception {
        Job job = TestRun.job(
                context -> new NumberSource(context, 10, 1), context -> new NumberTarget(), RunSettings.DEFAULT);
        RunHandle run = TestRun.start(job, recorder);
        RunResult result = run.await();
        run.stop();
        assertThat(run.await()).isSameAs(result);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(recorder.ended).hasSize(1);
    }

    @Test
    void runsAnActionAtOnceThatIsRegisteredTooLate() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation(failure -> {});
        cancellation.cancel();
        cancellation.register(late::countDown);
        assertThat(late.await(1, TimeUnit.MINUTES)).isTrue();
    }
}
