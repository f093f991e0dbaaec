package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.DirtyRecord.Stage;
import io.sluice.script.Path;
import io.sluice.spi.Reader;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirtyRecordsTest {
    private static final RunSettings IGNORING = RunSettings.DEFAULT.withDirtyLimit(DirtyLimit.IGNORE);

    private final Recorder recorder = new Recorder();

    @Test
    void isolatesTheRowsTheTargetRefuses() throws Exception {
        NumberTarget target = new NumberTarget(number -> number % 777 == 0);
        Job job = TestRun.job(
                context -> new NumberSource(context, 10_000, 7), context -> target, IGNORING.withConcurrency(3));
        RunResult result = TestRun.run(job, recorder);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.statistics().recordsDirty()).isEqualTo(13);
        assertThat(result.statistics().recordsWritten()).isEqualTo(9_987);
        assertThat(target.stored).hasSize(9_987).doesNotHaveDuplicates().noneMatch(number -> number % 777 == 0);
        assertThat(recorder.dirty).hasSize(13).allSatisfy(record -> {
            assertThat(record.stage()).isEqualTo(Stage.WRITER);
            assertThat(record.message()).isEqualTo(record.values().getFirst() + " is refused");
        });
    }

    @Test
    void failsWhenThereIsOneMoreThanAllowed() throws Exception {
        Job job = TestRun.job(
                context -> new NumberSource(context, 100_000, 16),
                context -> new NumberTarget(number -> number % 100 == 0),
                IGNORING.withConcurrency(4).withDirtyLimit(DirtyLimit.atMost(20)));
        RunResult result = TestRun.run(job, recorder);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.failure()).isNotNull().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo(EngineError.DIRTY_LIMIT_EXCEEDED);
            assertThat(failure.path()).isEqualTo(Path.of("setting", "errorLimit"));
        });
        assertThat(result.statistics().recordsDirty()).isBetween(21L, 25L);
    }

    /** What an exceeded limit does: every channel may find one more before it hears of it. */
    @Test
    void sixteenChannelsStopAtTheLimitTogether() throws Exception {
        NumberTarget target = new NumberTarget(number -> number % 100 == 0);
        Job job = TestRun.job(
                context -> new NumberSource(context, 1_600_000, 16),
                context -> target,
                IGNORING.withConcurrency(16).withDirtyLimit(DirtyLimit.atMost(100)));
        RunResult result = TestRun.run(job, recorder);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.statistics().recordsDirty()).isBetween(101L, 100L + 16);
        assertThat(target.stored).doesNotHaveDuplicates().noneMatch(number -> number % 100 == 0);
    }

    @Test
    void tellsAsManyAsAreWantedAndCountsAll() throws Exception {
        Recorder modest = new Recorder() {
            @Override
            public long dirtyRecordsWanted() {
                return 3;
            }
        };
        Job job = TestRun.job(
                context -> new NumberSource(context, 1_000, 1),
                context -> new NumberTarget(number -> number < 20),
                IGNORING);
        assertThat(TestRun.run(job, modest).statistics().recordsDirty()).isEqualTo(20);
        assertThat(modest.dirty).hasSize(3);
    }

    @Test
    void succeedsWithAsManyAsAllowed() throws Exception {
        Job job = TestRun.job(
                context -> new NumberSource(context, 1_000, 1),
                context -> new NumberTarget(number -> number < 20),
                IGNORING.withDirtyLimit(DirtyLimit.atMost(20)));
        assertThat(TestRun.run(job, recorder).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void theFirstOneFailsTheRunByDefault() throws Exception {
        NumberTarget target = new NumberTarget(number -> number == 500);
        Job job = TestRun.job(context -> new NumberSource(context, 1_000, 1), context -> target, RunSettings.DEFAULT);
        assertThat(TestRun.run(job, recorder).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(target.calls).containsExactly("prepare", "abort", "close");
    }

    @Test
    void aShareIsJudgedAtTheEndBeforeAnythingIsPublished() throws Exception {
        NumberTarget target = new NumberTarget(number -> number % 10 == 0);
        Job failing = TestRun.job(
                context -> new NumberSource(context, 1_000, 1),
                context -> target,
                IGNORING.withDirtyLimit(new DirtyLimit(null, 0.09)));
        assertThat(TestRun.run(failing, recorder).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(target.stored).hasSize(900);
        assertThat(target.calls).containsExactly("prepare", "abort", "close");
        Job passing = TestRun.job(
                context -> new NumberSource(context, 1_000, 1),
                context -> new NumberTarget(number -> number % 10 == 0),
                IGNORING.withDirtyLimit(new DirtyLimit(null, 0.1)));
        assertThat(TestRun.run(passing, recorder).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, SUCCEEDED",
        "1, 1, 0.99, FAILED",
        "1, 1, 1, SUCCEEDED",
        "2, 2, 0.5, SUCCEEDED",
        "2, 2, 0.49, FAILED",
        "3, 3, 0.33, FAILED",
        "10, 3, 0.4, SUCCEEDED",
        "10, 3, 0.39, FAILED",
        "1000, 1000, 0, FAILED"
    })
    void aShareOfFewRecordsIsExact(int rows, int everyDirty, double share, Outcome outcome) throws Exception {
        Job job = TestRun.job(
                context -> new NumberSource(context, rows, 1),
                context -> new NumberTarget(number -> number % everyDirty == 0),
                IGNORING.withDirtyLimit(new DirtyLimit(null, share)));
        assertThat(TestRun.run(job, recorder).outcome()).isEqualTo(outcome);
    }

    /** Each row is counted once, whichever batch was taken back and written again without it. */
    @Test
    void sixteenChannelsOfTransactionsCountExactly() throws Exception {
        TransactionalNumbers target = new TransactionalNumbers(number -> number % 100 == 0);
        Job enduring = TestRun.job(
                context -> new NumberSource(context, 160_000, 16),
                context -> target,
                IGNORING.withConcurrency(16).withDirtyLimit(DirtyLimit.atMost(1_600)));
        RunStatistics all = TestRun.run(enduring, recorder).statistics();
        assertThat(all.recordsDirty()).isEqualTo(1_600);
        assertThat(all.recordsWritten()).isEqualTo(158_400);
        assertThat(target.stored).hasSize(158_400).doesNotHaveDuplicates();
    }

    @Test
    void sixteenChannelsOfTransactionsCommitNothingBeyondTheLimit() throws Exception {
        TransactionalNumbers target = new TransactionalNumbers(number -> number % 100 == 0);
        Job strict = TestRun.job(
                context -> new NumberSource(context, 1_600_000, 16),
                context -> target,
                IGNORING.withConcurrency(16).withDirtyLimit(DirtyLimit.atMost(100)));
        RunResult result = TestRun.run(strict, recorder);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.statistics().recordsDirty()).isBetween(101L, 100L + 16 * 10);
        assertThat(result.statistics().recordsWritten()).isEqualTo(target.stored.size());
        assertThat(target.stored).doesNotHaveDuplicates().noneMatch(number -> number % 100 == 0);
    }

    @Test
    void countsWhatTheReaderCannotRead() throws Exception {
        Job job = TestRun.job(
                context -> new NumberSource(context, 1_000, 3, 100), context -> new NumberTarget(), IGNORING);
        RunStatistics all = TestRun.run(job, recorder).statistics();
        assertThat(all.recordsRead()).isEqualTo(1_000);
        assertThat(all.recordsDirty()).isEqualTo(10);
        assertThat(all.recordsWritten()).isEqualTo(990);
        assertThat(recorder.dirty).allSatisfy(record -> {
            assertThat(record.stage()).isEqualTo(Stage.READER);
            assertThat(record.place()).isEqualTo("n " + record.values().getFirst());
            assertThat(record.columnName()).isEqualTo("n");
        });
    }

    @Test
    void countsWhatCannotBeConvertedAndWritesTheRest() throws Exception {
        NumberTarget narrow = new NumberTarget() {
            @Override
            public Schema prepare(Schema source) {
                return Schema.of(new Column("n", new LogicalType.Int(8, true)));
            }
        };
        Job job = TestRun.job(context -> new NumberSource(context, 1_000, 1), context -> narrow, IGNORING);
        RunStatistics all = TestRun.run(job, recorder).statistics();
        assertThat(all.recordsWritten()).isEqualTo(128);
        assertThat(all.recordsDirty()).isEqualTo(872);
        assertThat(narrow.stored).hasSize(128).allMatch(number -> number <= 127);
        assertThat(recorder.dirty.getFirst().stage()).isEqualTo(Stage.CONVERSION);
        assertThat(recorder.dirty.getFirst().columnName()).isEqualTo("n");
        assertThat(recorder.logText()).contains("only values of the target's range fit");
    }

    @Test
    void keepsSamplesUpToACapAndCountsOn() throws Exception {
        Job job = TestRun.job(
                context -> new NumberSource(context, 3_000, 1), context -> new NumberTarget(number -> true), IGNORING);
        RunStatistics all = TestRun.run(job, recorder).statistics();
        assertThat(all.recordsDirty()).isEqualTo(3_000);
        assertThat(all.recordsWritten()).isZero();
        assertThat(recorder.dirty).hasSize(1_000);
        assertThat(recorder.log)
                .filteredOn(event -> event.text().startsWith("Dirty record"))
                .hasSize(10);
    }

    @Test
    void aLostConnectionIsNeverDirty() throws Exception {
        NumberTarget target = new NumberTarget() {
            @Override
            void beforeWrite(RowBatch rows, int from, int to) {
                throw new SluiceException(CommonError.CONNECTION_LOST, "gone");
            }
        };
        Job job = TestRun.job(context -> new NumberSource(context, 10, 1), context -> target, IGNORING);
        RunResult result = TestRun.run(job, recorder);
        assertThat(result.failure()).isNotNull().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo(CommonError.CONNECTION_LOST);
            assertThat(failure.stepName()).isEqualTo("Writer");
        });
        assertThat(result.statistics().recordsDirty()).isZero();
        assertThat(target.writes).hasValue(1);
    }

    /** Delivers one number, and then loses its connection once. */
    private static final class LosingOnce implements Reader<NumberSource.Range> {
        private final NumberSource numbers;
        private final AtomicInteger opened = new AtomicInteger();

        LosingOnce(TaskContext context, long count) {
            numbers = new NumberSource(context, count, 1, 1);
        }

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
            SplitReader<NumberSource.Range> rows = numbers.open(split);
            boolean loses = opened.getAndIncrement() == 0;
            return new SplitReader<>() {
                @Override
                public Status read(RowBatch batch) throws Exception {
                    Status status = rows.read(batch);
                    if (loses) {
                        throw new SluiceException(CommonError.CONNECTION_LOST, "gone");
                    }
                    return status;
                }

                @Override
                public NumberSource.Range remaining() {
                    return loses ? split : rows.remaining();
                }

                @Override
                public void close() throws IOException {
                    rows.close();
                }
            };
        }

        @Override
        public void close() {
            numbers.close();
        }
    }

    /** What is read again is neither counted nor told again, and makes no room for more than are wanted. */
    @Test
    void recordsThatAreReadAgainAreCountedOnceAndLeaveTheCapAlone() throws Exception {
        Recorder modest = new Recorder() {
            @Override
            public long dirtyRecordsWanted() {
                return 30;
            }
        };
        Job job = TestRun.job(context -> new LosingOnce(context, 50), context -> new NumberTarget(), IGNORING);
        RunStatistics all = TestRun.run(job, modest).statistics();
        assertThat(all.retries()).isEqualTo(1);
        assertThat(all.recordsDirty()).isEqualTo(50);
        assertThat(all.recordsRead()).isEqualTo(50);
        assertThat(modest.dirty)
                .extracting(record -> record.values().getFirst())
                .doesNotHaveDuplicates();
        assertThat(modest.dirty).hasSize(30);
    }

    @Test
    void sixteenChannelsTellExactlyAsManyAsAreWanted() throws Exception {
        Recorder modest = new Recorder() {
            @Override
            public long dirtyRecordsWanted() {
                return 777;
            }
        };
        TransactionalNumbers target = new TransactionalNumbers(number -> number % 10 == 0);
        Job job = TestRun.job(
                context -> new NumberSource(context, 160_000, 16), context -> target, IGNORING.withConcurrency(16));
        RunStatistics all = TestRun.run(job, modest).statistics();
        assertThat(all.recordsDirty()).isEqualTo(16_000);
        assertThat(all.recordsWritten()).isEqualTo(144_000);
        assertThat(target.stored).hasSize(144_000).doesNotHaveDuplicates();
        assertThat(modest.dirty)
                .hasSize(777)
                .allSatisfy(record -> assertThat(record.values()).hasSize(1));
    }
}
