package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.data.RowBatch;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrencyTest {
    private static final long COUNT = 20_000;
    private static final int SPLITS = 20;

    private final Recorder recorder = new Recorder();
    private final Semaphore passes = new Semaphore(0);
    private final NumberTarget target = new NumberTarget() {
        @Override
        void beforeWrite(RowBatch rows, int from, int to) throws Exception {
            passes.acquire();
        }
    };

    private RunHandle start(int channels) {
        return TestRun.start(
                TestRun.job(
                        context -> new NumberSource(context, COUNT, SPLITS),
                        context -> target,
                        RunSettings.DEFAULT.withConcurrency(channels)),
                recorder);
    }

    @Test
    void moreChannelsTakeTheSplitsThatWait() throws Exception {
        RunHandle run = start(1);
        await(() -> target.openWorkers.get() == 1);
        run.concurrency(4);
        await(() -> target.openWorkers.get() == 4);
        passes.release(Integer.MAX_VALUE / 2);
        assertThat(run.await().outcome()).isEqualTo(Outcome.SUCCEEDED);
        everyNumberIsStoredOnce();
        assertThat(target.calls).contains("commit 4");
    }

    @Test
    void superfluousChannelsEndAfterTheirSplit() throws Exception {
        RunHandle run = start(4);
        await(() -> target.openWorkers.get() == 4);
        run.concurrency(1);
        while (target.openWorkers.get() > 1) {
            passes.release();
            Thread.sleep(Duration.ofMillis(1));
        }
        assertThat(run.statistics().splitsDone()).isLessThan(SPLITS);
        passes.release(Integer.MAX_VALUE / 2);
        assertThat(run.await().outcome()).isEqualTo(Outcome.SUCCEEDED);
        everyNumberIsStoredOnce();
    }

    @Test
    void changesAtAnyTimeLoseNothing() throws Exception {
        passes.release(Integer.MAX_VALUE / 2);
        RunHandle run = start(2);
        for (int i = 0; i < 200; i++) {
            run.concurrency(i % 7);
        }
        assertThat(run.await().outcome()).isEqualTo(Outcome.SUCCEEDED);
        run.concurrency(3);
        everyNumberIsStoredOnce();
        assertThat(target.openWorkers).hasValue(0);
    }

    @Test
    void fromOneToSixteenAndBackLosesNothing() throws Exception {
        RunHandle run = start(1);
        await(() -> target.openWorkers.get() == 1);
        run.concurrency(16);
        await(() -> target.openWorkers.get() > 1);
        run.concurrency(1);
        passes.release(Integer.MAX_VALUE / 2);
        assertThat(run.await().outcome()).isEqualTo(Outcome.SUCCEEDED);
        everyNumberIsStoredOnce();
        assertThat(target.openWorkers).hasValue(0);
    }

    private void everyNumberIsStoredOnce() {
        assertThat(target.stored)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, COUNT).boxed().toList());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(Duration.ofMillis(1));
        }
    }
}
