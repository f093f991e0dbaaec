package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.verify.VerifyResult;
import io.sluice.script.Path;
import io.sluice.spi.Guarantee;
import io.sluice.spi.Reader;
import io.sluice.spi.SplitReader;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.Schema;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The comparison as a part of runs: stopped, failing, and counting what cannot be read. */
@Timeout(30)
class JobVerificationTest {
    private final Recorder recorder = new Recorder();

    private static Job job(JobReader.Opening source, JobWriter.ReadBack readBack) {
        return new Job(
                new JobReader("Reader", Path.of("reader"), new TestConnector(), source),
                new JobWriter(
                        "Writer",
                        Path.of("writer"),
                        new TestConnector(),
                        context -> new NumberTarget(),
                        Guarantee.AT_LEAST_ONCE,
                        readBack),
                RunSettings.DEFAULT.withDirtyLimit(DirtyLimit.IGNORE).withVerify(),
                name -> Optional.empty(),
                new TestRun.NoFiles());
    }

    /** Few numbers for the run, and no end of them when they are read again. */
    private static JobReader.Opening endlessTheSecondTime() {
        AtomicInteger opened = new AtomicInteger();
        return context -> new NumberSource(context, opened.getAndIncrement() == 0 ? 10 : Long.MAX_VALUE, 1);
    }

    private VerifyResult verify(JobReader.Opening source, JobWriter.ReadBack target) throws Exception {
        Verified verified = new Verifier(job(source, target), recorder, Clock.systemUTC()).verify();
        return Objects.requireNonNull(verified.result(), () -> String.valueOf(verified.failure()));
    }

    @Test
    void aStopEndsAnEndlessComparisonAndTheRunHasSucceeded() throws Exception {
        CompletableFuture<RunHandle> started = new CompletableFuture<>();
        Recorder stopping = new Recorder() {
            @Override
            public void log(LogEvent event) {
                super.log(event);
                if (event.text().equals("Comparing source and target")) {
                    started.thenAccept(RunHandle::stop);
                }
            }
        };
        Job job = job(endlessTheSecondTime(), context -> new NumberSource(context, Long.MAX_VALUE, 1));
        started.complete(TestRun.start(job, stopping));
        RunResult result = started.join().await();

        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.statistics().elapsed()).isLessThan(Duration.ofSeconds(15));
        assertThat(stopping.logText()).doesNotContain("equal");
    }

    @Test
    void aTargetThatCannotBeReadEndsTheReadingOfTheSource() throws Exception {
        RunResult result = TestRun.run(job(endlessTheSecondTime(), Broken::new), recorder);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Objects.requireNonNull(result.failure()).stepName()).isEqualTo("Writer");
        assertThat(result.failure().message()).isEqualTo("The disk is gone");
    }

    @Test
    void rowsThatCannotBeReadAreCountedAndNotMissing() throws Exception {
        VerifyResult result = verify(
                context -> new NumberSource(context, 5_000, 3, 1_000),
                context -> new NumberSource(context, 5_000, 2, 1_000));
        assertThat(result.sourceRows()).isEqualTo(4_995);
        assertThat(result.unfitRows()).isEqualTo(5);
        assertThat(result.missing()).isZero();
        assertThat(result.additional()).isEqualTo(5);
        assertThat(result.equal()).as("what cannot be read may be anything").isFalse();
    }

    @Test
    void bothReadersAreClosed() throws Exception {
        List<NumberSource> opened = new java.util.concurrent.CopyOnWriteArrayList<>();
        verify(context -> kept(opened, context, 100), context -> kept(opened, context, 101));
        assertThat(opened).hasSize(2).allSatisfy(one -> {
            assertThat(one.closed).isTrue();
            assertThat(one.openSplits).hasValue(0);
        });
    }

    private static NumberSource kept(List<NumberSource> opened, TaskContext context, long count) {
        NumberSource source = new NumberSource(context, count, 1);
        opened.add(source);
        return source;
    }

    /** Delivers the columns and no row. */
    private record Broken(TaskContext context) implements Reader<NumberSource.Range> {
        @Override
        public Schema discover() {
            return NumberSource.SCHEMA;
        }

        @Override
        public List<NumberSource.Range> plan(int wanted) {
            return List.of(new NumberSource.Range(0, 1));
        }

        @Override
        public SplitReader<NumberSource.Range> open(NumberSource.Range split) throws IOException {
            throw new IOException("The disk is gone");
        }

        @Override
        public void close() {}
    }
}
