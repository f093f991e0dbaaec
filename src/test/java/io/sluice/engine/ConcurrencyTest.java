package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.SluiceException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
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

    /** A run that plans until it is let go on. */
    private RunHandle planning(Semaphore planned, int channels) {
        return TestRun.start(
                TestRun.job(
                        context -> {
                            planned.acquire();
                            return new NumberSource(context, COUNT, SPLITS);
                        },
                        context -> target,
                        RunSettings.DEFAULT.withConcurrency(channels)),
                recorder);
    }

    /** A run plans for a while; whoever changes it then is not asked to do so again. */
    @Test
    void whatIsAskedForWhileTheRunPlansCountsFromItsBeginning() throws Exception {
        Semaphore planned = new Semaphore(0);
        RunHandle run = planning(planned, 2);
        run.concurrency(1);
        run.concurrency(3);
        planned.release();
        await(() -> target.openWorkers.get() == 3);
        passes.release(Integer.MAX_VALUE / 2);
        assertThat(run.await().outcome()).isEqualTo(Outcome.SUCCEEDED);
        everyNumberIsStoredOnce();
        assertThat(target.calls).contains("commit 3");
    }

    @Test
    void fewerThanTheTaskSaysCanBeAskedForWhileTheRunPlans() throws Exception {
        Semaphore planned = new Semaphore(0);
        RunHandle run = planning(planned, 16);
        run.concurrency(1);
        planned.release();
        passes.release(Integer.MAX_VALUE / 2);
        assertThat(run.await().outcome()).isEqualTo(Outcome.SUCCEEDED);
        everyNumberIsStoredOnce();
        assertThat(target.calls).contains("commit 1");
    }

    /** Two people change channels and speed of a run that meets deadlocks, to its very end. */
    @Test
    void twoPeopleAtOnceLoseAndDoubleNothingWhileBatchesAreRepeated() throws Exception {
        TransactionalNumbers numbers = new TransactionalNumbers() {
            @Override
            void beforeCommit(int commit) {
                if (commit % 7 == 3) {
                    throw new SluiceException(ResumeTest.Conflict.DEADLOCK, "deadlock");
                }
            }
        };
        RunHandle run = TestRun.start(
                TestRun.job(
                        context -> new NumberSource(context, 200_000, 64),
                        context -> numbers,
                        RunSettings.DEFAULT.withConcurrency(2).withLimits(new RunLimits(100_000, 0))),
                recorder);
        List<Thread> people = List.of(changing(run, 16, 1), changing(run, 1, 32));
        RunResult result = run.await();
        for (Thread person : people) {
            person.join();
        }
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.statistics().retries()).isPositive();
        assertThat(result.statistics().recordsRead()).isEqualTo(200_000);
        assertThat(numbers.stored).hasSize(200_000).doesNotHaveDuplicates();
    }

    private static Thread changing(RunHandle run, int some, int others) {
        return Thread.ofPlatform().start(() -> {
            for (int change = 0; change < 300; change++) {
                run.concurrency(change % 2 == 0 ? some : others);
                run.limit(
                        change % 3 == 0 ? RunLimits.NONE : new RunLimits(change % 3 * 200_000L, change % 5 * 900_000L));
                LockSupport.parkNanos(1_000_000L * (change % 11));
            }
            run.limit(RunLimits.NONE);
        });
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
