package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.data.RowBatch;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SpeedTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Recorder recorder = new Recorder();

    private RunResult run(RunLimits limits, long count, int channels) throws InterruptedException {
        return TestRun.run(
                TestRun.job(
                        context -> new NumberSource(context, count, channels),
                        context -> new NumberTarget(),
                        RunSettings.DEFAULT.withConcurrency(channels).withLimits(limits)),
                recorder);
    }

    @Test
    void keepsToRecordsPerSecondOverAllChannels() throws Exception {
        RunResult result = run(new RunLimits(10_000, 0), 30_000, 3);
        keepsTo(10_000, result.statistics().recordsPerSecond());
    }

    /** Never faster; a machine that is busy with something else may well be slower for a moment. */
    private static void keepsTo(double limit, double speed) {
        assertThat(speed).isBetween(0.5 * limit, 1.1 * limit);
    }

    @Test
    void keepsToBytesPerSecond() throws Exception {
        RunResult result = run(new RunLimits(0, 80_000), 20_000, 1);
        keepsTo(80_000, result.statistics().bytesPerSecond());
    }

    @Test
    void goesFasterWhenTheLimitIsLifted() throws Exception {
        RunHandle run = TestRun.start(
                TestRun.job(
                        context -> new NumberSource(context, 1_000_000, 1),
                        context -> new NumberTarget(),
                        RunSettings.DEFAULT.withLimits(new RunLimits(1, 0))),
                recorder);
        run.limit(RunLimits.NONE);
        assertThat(run.await().statistics().elapsed().toSeconds()).isLessThan(60);
    }

    @Test
    void changesOfTheLimitAtAnyTimeLoseNothing() throws Exception {
        NumberTarget target = new NumberTarget();
        RunHandle run = TestRun.start(
                TestRun.job(
                        context -> new NumberSource(context, 100_000, 8),
                        context -> target,
                        RunSettings.DEFAULT.withConcurrency(4).withLimits(new RunLimits(20_000, 0))),
                recorder);
        List<RunLimits> limits = List.of(
                new RunLimits(1, 0),
                new RunLimits(Long.MAX_VALUE, Long.MAX_VALUE),
                new RunLimits(0, 1),
                new RunLimits(20_000, 0),
                new RunLimits(1, 1));
        for (int change = 0; change < 40; change++) {
            run.limit(limits.get(change % limits.size()));
            Thread.sleep(10);
        }
        run.limit(RunLimits.NONE);
        assertThat(run.await().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(target.stored).hasSize(100_000).doesNotHaveDuplicates();
    }

    /** What was let through at another speed does not count against the new one for longer than it has to. */
    @Test
    void aLimitThatIsRaisedCountsAtOnce() throws Exception {
        AtomicLong clock = new AtomicLong();
        Throttle throttle = new Throttle(new RunLimits(1, 0), clock::get);
        throttle.take(1_000, 0);
        assertThat(throttle.waitNanos()).isCloseTo(1_000 * SECOND, within(SECOND));
        throttle.limit(new RunLimits(100_000, 0));
        assertThat(throttle.waitNanos()).isLessThanOrEqualTo(SECOND / 100);
    }

    @Test
    void tellsHowMuchWaitsForASlowTarget() throws Exception {
        RunResult result = TestRun.run(
                TestRun.job(
                        context -> new NumberSource(context, 10_000, 1),
                        context -> new NumberTarget() {
                            @Override
                            void beforeWrite(RowBatch rows, int from, int to) throws Exception {
                                Thread.sleep(300);
                            }
                        },
                        RunSettings.DEFAULT),
                recorder);
        assertThat(recorder.statistics).anySatisfy(now -> {
            assertThat(now.ringFill()).isGreaterThanOrEqualTo(0.75);
            assertThat(now.queuedBytes()).isGreaterThanOrEqualTo(3 * 1000 * 8L);
        });
        assertThat(result.statistics().queuedBytes()).isZero();
    }

    @Test
    void isAccurateOverTenSecondsWhateverTheBatches() throws Exception {
        AtomicLong clock = new AtomicLong();
        Throttle throttle = new Throttle(new RunLimits(1_000, 0), clock::get);
        long records = 0;
        long waited = 0;
        for (int batch = 1; clock.get() < 10 * SECOND; batch = batch % 97 + 1) {
            long wait = throttle.waitNanos();
            clock.addAndGet(wait);
            waited += wait;
            throttle.take(batch, 0);
            records += batch;
        }
        assertThat(records).isCloseTo(10_000, within(500L));
        assertThat(waited).isPositive();
    }

    @Test
    void tellsWhoWaitedForWhom() throws Exception {
        RunResult result = run(new RunLimits(1_000, 0), 1_500, 1);
        assertThat(result.statistics().readerBusy()).isLessThan(0.5);
        assertThat(result.statistics().writerBusy()).isLessThan(0.5);
        assertThat(recorder.statistics).hasSizeGreaterThan(1);
    }
}
