package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    private static final RunSettings IGNORING = RunSettings.DEFAULT.withDirtyLimit(DirtyLimit.IGNORE);

    private final Recorder recorder = new Recorder();

    @TempDir
    private Path folder;

    private RunResult run(Job job) throws Exception {
        try (JournalFile journal = JournalFile.open(folder.resolve("journal"))) {
            return new Engine(Clock.systemUTC()).start(job, recorder, journal).await();
        }
    }

    private static ErrorCode code(RunResult result) {
        return Objects.requireNonNull(result.failure()).code();
    }

    private static TransactionalNumbers failingAt(int commit, RuntimeException failure) {
        return new TransactionalNumbers() {
            @Override
            void beforeCommit(int count) {
                if (count == commit) {
                    throw failure;
                }
            }
        };
    }

    @Test
    void goesOnAfterTheLastCommittedBatchOfEachSplit() throws Exception {
        TransactionalNumbers failing = failingAt(9, new IllegalStateException("a defect"));
        TransactionalNumbers second = new TransactionalNumbers();
        RunSettings two = RunSettings.DEFAULT.withConcurrency(2);
        RunResult failed = run(TestRun.job(context -> new NumberSource(context, 20_000, 4), context -> failing, two));
        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failing.calls).containsExactly("prepare", "abort", "close");

        RunResult resumed = run(TestRun.job(
                context -> {
                    assertThat(context.attempt().number()).isEqualTo(2);
                    return new NumberSource(context, 20_000, 77);
                },
                context -> second,
                two));

        assertThat(resumed.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(second.stored).doesNotContainAnyElementsOf(failing.stored);
        HashSet<Long> all = new HashSet<>(failing.stored);
        all.addAll(second.stored);
        assertThat(all).hasSize(20_000);
        assertThat(resumed.statistics().recordsRead()).isEqualTo(20_000);
        assertThat(resumed.statistics().recordsWritten()).isEqualTo(20_000);
        assertThat(resumed.statistics().splitsTotal()).isEqualTo(4);
        assertThat(folder.resolve("journal")).doesNotExist();
    }

    @Test
    void aSourceWithOtherColumnsIsNotGoneOnWith() throws Exception {
        run(TestRun.job(
                context -> new NumberSource(context, 10_000, 2),
                context -> failingAt(3, new IllegalStateException("a defect")),
                RunSettings.DEFAULT));
        NumberSource other = new NumberSource(context(), 10_000, 2);
        RunResult resumed = run(
                TestRun.job(context -> new Renamed(other), context -> new TransactionalNumbers(), RunSettings.DEFAULT));
        assertThat(code(resumed)).isEqualTo(EngineError.SCHEMA_CHANGED);
    }

    private static io.sluice.spi.TaskContext context() {
        return io.sluice.testing.RecordingContext.unrestricted(1);
    }

    /** The same numbers under another name. */
    private record Renamed(NumberSource numbers) implements io.sluice.spi.Reader<NumberSource.Range> {
        @Override
        public Schema discover() {
            return Schema.of(new Column("other", LogicalType.Int.INT64));
        }

        @Override
        public List<NumberSource.Range> plan(int wanted) {
            return numbers.plan(wanted);
        }

        @Override
        public SplitReader<NumberSource.Range> open(NumberSource.Range split) {
            return numbers.open(split);
        }

        @Override
        public void close() {
            numbers.close();
        }
    }

    private static TransactionalNumbers refusingSome(int failAt) {
        return new TransactionalNumbers(number -> number % 1_000 == 500) {
            @Override
            void beforeCommit(int count) {
                if (count == failAt) {
                    throw new IllegalStateException("a defect");
                }
            }
        };
    }

    private RunResult numbersWith(TransactionalNumbers target, DirtyLimit limit, RunListener listener)
            throws Exception {
        Job job = TestRun.job(
                context -> new NumberSource(context, 10_000, 1),
                context -> target,
                RunSettings.DEFAULT.withDirtyLimit(limit));
        try (JournalFile journal = JournalFile.open(folder.resolve("journal"))) {
            return new Engine(Clock.systemUTC()).start(job, listener, journal).await();
        }
    }

    /** A limit is one of the load, not of an attempt: six of an attempt before and three of this one are nine. */
    @Test
    void theLimitCountsWhatAttemptsBeforeHaveFound() throws Exception {
        DirtyLimit eight = DirtyLimit.atMost(8);
        numbersWith(refusingSome(7), eight, recorder);
        RunResult resumed = numbersWith(refusingSome(0), eight, recorder);
        assertThat(code(resumed)).isEqualTo(EngineError.DIRTY_LIMIT_EXCEEDED);
        assertThat(resumed.statistics().recordsDirty()).isEqualTo(9);
    }

    @Test
    void theShareCountsWhatAttemptsBeforeHaveFound() throws Exception {
        DirtyLimit justEnough = new DirtyLimit(null, 0.001);
        numbersWith(refusingSome(7), justEnough, recorder);
        RunResult resumed = numbersWith(refusingSome(0), justEnough, recorder);
        assertThat(resumed.outcome()).as("%s", resumed.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(resumed.statistics().recordsDirty()).isEqualTo(10);
    }

    /** Each attempt is a run of its own, with records of its own; those of the attempt before leave them their room. */
    @Test
    void eachAttemptTellsAsManyRecordsAsAreWanted() throws Exception {
        List<Recorder> attempts = List.of(modest(), modest());
        numbersWith(refusingSome(7), DirtyLimit.IGNORE, attempts.getFirst());
        numbersWith(refusingSome(0), DirtyLimit.IGNORE, attempts.getLast());
        assertThat(attempts.getFirst().dirty).hasSize(4);
        assertThat(attempts.getLast().dirty)
                .extracting(record -> record.values().getFirst())
                .containsExactly("6500", "7500", "8500", "9500");
    }

    private static Recorder modest() {
        return new Recorder() {
            @Override
            public long dirtyRecordsWanted() {
                return 4;
            }
        };
    }

    @Test
    void dirtyRecordsAreCountedOnceOverAllAttempts() throws Exception {
        TransactionalNumbers failing = new TransactionalNumbers(number -> number % 1_000 == 500) {
            @Override
            void beforeCommit(int count) {
                if (count == 7) {
                    throw new IllegalStateException("a defect");
                }
            }
        };
        run(TestRun.job(context -> new NumberSource(context, 10_000, 1, 1_000), context -> failing, IGNORING));
        RunResult resumed = run(TestRun.job(
                context -> new NumberSource(context, 10_000, 1, 1_000),
                context -> new TransactionalNumbers(number -> number % 1_000 == 500),
                IGNORING));
        assertThat(resumed.statistics().recordsDirty()).isEqualTo(20);
        assertThat(resumed.statistics().recordsWritten()).isEqualTo(9_980);
        assertThat(resumed.statistics().recordsRead()).isEqualTo(10_000);
    }

    @Test
    void aConflictIsTriedAgainOverTheSameConnection() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        TransactionalNumbers target = new TransactionalNumbers() {
            @Override
            void beforeCommit(int count) {
                if (count == 2 || count == 3) {
                    throw new SluiceException(Conflict.DEADLOCK, "deadlock");
                }
            }

            @Override
            public io.sluice.spi.TransactionalBatchWriter<Part> open(int worker) throws Exception {
                opened.incrementAndGet();
                return super.open(worker);
            }
        };
        RunResult result = run(
                TestRun.job(context -> new NumberSource(context, 10_000, 1), context -> target, RunSettings.DEFAULT));
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(target.stored).hasSize(10_000).doesNotHaveDuplicates();
        assertThat(opened).hasValue(1);
        assertThat(recorder.logText()).contains("DEADLOCK in step Writer", "(1 of 8)", "(2 of 8)");
        assertThat(result.statistics().retries()).isEqualTo(2);
    }

    enum Conflict implements ErrorCode {
        DEADLOCK;

        @Override
        public io.sluice.spi.error.Category category() {
            return io.sluice.spi.error.Category.TRANSIENT;
        }

        @Override
        public boolean isConflict() {
            return true;
        }
    }

    @Test
    void withoutProgressInTheTargetALostAnswerRepeatsOneBatchAndSaysSo() throws Exception {
        TransactionalNumbers target = new TransactionalNumbers() {
            @Override
            void afterCommit(int count) {
                if (count == 4) {
                    throw new SluiceException(CommonError.CONNECTION_LOST, "gone");
                }
            }
        };
        RunResult result = run(
                TestRun.job(context -> new NumberSource(context, 10_000, 1), context -> target, RunSettings.DEFAULT));
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(target.stored).hasSize(11_000);
        assertThat(new HashSet<>(target.stored)).hasSize(10_000);
        assertThat(result.statistics().recordsWritten()).isEqualTo(10_000);
        assertThat(target.openWorkers).hasValue(0);
        assertThat(recorder.logText()).contains("The answer to a commit of 1000 rows is lost");
    }

    @Test
    void aReaderThatLosesItsConnectionGoesOnWhereItWas() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        TransactionalNumbers target = new TransactionalNumbers();
        RunResult result = run(TestRun.job(
                context -> new Losing(new NumberSource(context, 10_000, 1, 300), reads), context -> target, IGNORING));
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(target.stored).hasSize(9_966).doesNotHaveDuplicates();
        assertThat(result.statistics().recordsRead()).isEqualTo(10_000);
        assertThat(result.statistics().recordsDirty()).isEqualTo(34);
        assertThat(recorder.dirty)
                .extracting(record -> record.values().getFirst())
                .hasSize(34)
                .doesNotHaveDuplicates();
    }

    /** Loses its connection in the middle of every third batch. */
    private record Losing(NumberSource numbers, AtomicInteger reads)
            implements io.sluice.spi.Reader<NumberSource.Range> {
        @Override
        public Schema discover() {
            return numbers.discover();
        }

        @Override
        public List<NumberSource.Range> plan(int wanted) {
            return numbers.plan(wanted);
        }

        @Override
        public SplitReader<NumberSource.Range> open(NumberSource.Range split) {
            SplitReader<NumberSource.Range> real = numbers.open(split);
            return new SplitReader<>() {
                @Override
                public Status read(RowBatch batch) throws Exception {
                    Status status = real.read(batch);
                    if (reads.incrementAndGet() % 3 == 0) {
                        throw new SluiceException(CommonError.CONNECTION_LOST, "gone");
                    }
                    return status;
                }

                @Override
                public NumberSource.Range remaining() {
                    return real.remaining();
                }

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        }

        @Override
        public void close() {
            numbers.close();
        }
    }

    @Test
    void failoverResumesOnceByItself() throws Exception {
        RunSettings impatient = RunSettings.DEFAULT.withRecovery(new Recovery(0, 0, true));
        SluiceException lost = new SluiceException(CommonError.CONNECTION_LOST, "gone");
        TransactionalNumbers target = failingAt(3, lost);
        RunResult result =
                run(TestRun.job(context -> new NumberSource(context, 10_000, 1), context -> target, impatient));
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(target.stored).hasSize(10_000).doesNotHaveDuplicates();
        assertThat(recorder.ended).containsExactly(result);
        assertThat(recorder.logText()).contains("Attempt 2 goes on");
    }

    @Test
    void failoverGivesUpAfterTheSecondFailure() throws Exception {
        RunSettings impatient = RunSettings.DEFAULT.withRecovery(new Recovery(0, 0, true));
        TransactionalNumbers target = new TransactionalNumbers() {
            @Override
            void beforeCommit(int count) {
                throw new SluiceException(CommonError.CONNECTION_LOST, "gone");
            }
        };
        RunResult result =
                run(TestRun.job(context -> new NumberSource(context, 10_000, 1), context -> target, impatient));
        assertThat(code(result)).isEqualTo(CommonError.CONNECTION_LOST);
        assertThat(target.commits).hasValue(2);
        assertThat(recorder.ended).containsExactly(result);
    }

    @Test
    void aBatchWithMoreDirtyRecordsThanAllowedIsNotStored() throws Exception {
        TransactionalNumbers target = new TransactionalNumbers(number -> number % 400 == 0);
        RunResult result = run(TestRun.job(
                context -> new NumberSource(context, 10_000, 1),
                context -> target,
                RunSettings.DEFAULT.withDirtyLimit(DirtyLimit.atMost(4))));
        assertThat(code(result)).isEqualTo(EngineError.DIRTY_LIMIT_EXCEEDED);
        assertThat(target.stored).hasSize(997);
        assertThat(result.statistics().recordsDirty()).isEqualTo(5);
    }

    @Test
    void aStoppedRunLeavesNoCheckpoints() throws Exception {
        try (JournalFile journal = JournalFile.open(folder.resolve("journal"))) {
            Job slow = TestRun.job(
                    context -> new NumberSource(context, 1_000_000, 1),
                    context -> new TransactionalNumbers(),
                    RunSettings.DEFAULT.withLimits(new RunLimits(1_000, 0)));
            RunHandle run = new Engine(Clock.systemUTC()).start(slow, recorder, journal);
            run.stop();
            assertThat(run.await().outcome()).isEqualTo(Outcome.CANCELLED);
        }
        assertThat(folder.resolve("journal")).doesNotExist();
    }
}
