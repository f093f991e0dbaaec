package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Writer;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
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
        throttle.take(throttle.pass(), 1_000, 0);
        assertThat(throttle.waitNanos()).isCloseTo(1_000 * SECOND, within(SECOND));
        throttle.limit(new RunLimits(100_000, 0));
        assertThat(throttle.waitNanos()).isLessThanOrEqualTo(SECOND / 100);
    }

    @Test
    void aLimitThatIsLoweredCountsFromTheChangeOn() throws Exception {
        AtomicLong clock = new AtomicLong();
        Throttle throttle = new Throttle(new RunLimits(1_000_000, 80_000_000), clock::get);
        throttle.take(throttle.pass(), 50_000, 4_000_000);
        throttle.limit(new RunLimits(1, 1));
        assertThat(throttle.waitNanos()).isCloseTo(SECOND / 20, within(SECOND / 1_000));
    }

    /** Sixteen channels are in the middle of their batches when somebody sets the first limit of the run. */
    @Test
    void whatWasReadBeforeTheFirstLimitDoesNotCountAgainstIt() throws Exception {
        AtomicLong clock = new AtomicLong();
        Throttle throttle = new Throttle(RunLimits.NONE, clock::get);
        throttle.limit(new RunLimits(100, 100));
        for (int channel = 0; channel < 16; channel++) {
            throttle.take(RunLimits.NONE, 50_000, 1 << 20);
        }
        assertThat(throttle.waitNanos()).isZero();
        throttle.take(throttle.pass(), 5, 5);
        assertThat(throttle.waitNanos()).isCloseTo(SECOND / 20, within(SECOND / 1_000));
    }

    /** Up, down and back, by two people who do not know of each other. */
    @Test
    void isAccurateWithinFivePercentInTheTenSecondsAfterEachChange() throws Exception {
        AtomicLong clock = new AtomicLong();
        Throttle throttle = new Throttle(new RunLimits(500_000, 0), clock::get);
        for (long rate : List.of(1_000L, 1L, 50_000L, 20L, 80_000L, 100L)) {
            clock.addAndGet(throttle.waitNanos());
            RunLimits began = throttle.pass();
            int reading = throttle.batchRows(4_096, 8);
            throttle.limit(new RunLimits(rate, 0));
            throttle.take(began, reading, 0);
            long changed = clock.get();
            long records = 0;
            while (clock.get() < changed + 10 * SECOND) {
                clock.addAndGet(throttle.waitNanos());
                int batch = throttle.batchRows(4_096, 8);
                throttle.take(throttle.pass(), batch, 0);
                records += batch;
            }
            assertThat(records).isCloseTo(10 * rate, within(Math.max(1, rate / 2)));
        }
    }

    /** Rows that are far larger than what a column of text is taken for: only the volume of a batch keeps the flow even. */
    @Test
    void batchesFitTheVolumeThatMayPassAfterEachChange() {
        Throttle throttle = new Throttle(RunLimits.NONE, System::nanoTime);
        Schema text = Schema.of(new Column("t", LogicalType.Text.UNBOUNDED));
        BatchShape shape = new BatchShape(text, null, new Writer.BatchSize(100, 8 << 20), 4, throttle);
        RowBatch wide = shape.create();
        assertThat(shape.fits(wide)).isTrue();
        throttle.limit(new RunLimits(0, 1 << 20));
        assertThat(shape.fits(wide)).isFalse();
        RowBatch narrow = shape.create();
        assertThat(narrow.byteLimit()).isLessThan(1 << 17);
        throttle.limit(RunLimits.NONE);
        assertThat(shape.fits(narrow)).isFalse();
        assertThat(shape.create().byteLimit()).isEqualTo(wide.byteLimit());
    }

    @Test
    void oneRecordASecondOnSixteenChannelsIsOneOfAllTogether() throws Exception {
        RunHandle run = TestRun.start(
                TestRun.job(
                        context -> new NumberSource(context, 1_600, 16),
                        context -> new NumberTarget(),
                        RunSettings.DEFAULT.withConcurrency(16).withLimits(new RunLimits(1, 0))),
                recorder);
        long began = System.nanoTime();
        while (run.statistics().recordsRead() < 4) {
            Thread.sleep(10);
        }
        double read = run.statistics().recordsRead();
        assertThat((System.nanoTime() - began) / (double) SECOND).isGreaterThan(read - 2);
        run.limit(RunLimits.NONE);
        RunResult result = run.await();
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.statistics().recordsRead()).isEqualTo(1_600);
    }

    /** Fifteen channels that have ended are not fifteen that work. */
    @Test
    void channelsThatHaveEndedAreNotTakenForBusyOnes() throws Exception {
        RunHandle run = TestRun.start(
                TestRun.job(
                        context -> new NumberSource(context, 64_000, 16),
                        context -> new NumberTarget(),
                        RunSettings.DEFAULT.withConcurrency(16).withLimits(new RunLimits(20_000, 0))),
                recorder);
        run.concurrency(1);
        run.await();
        assertThat(recorder.statistics).hasSizeGreaterThan(2);
        assertThat(recorder.statistics.get(recorder.statistics.size() - 2).readerBusy())
                .isLessThan(0.5);
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
            throttle.take(throttle.pass(), batch, 0);
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
