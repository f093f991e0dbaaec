package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.Path;
import io.sluice.spi.Guarantee;
import io.sluice.spi.Unrepresentable;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of each record that is sent on again it is said exactly what became of it. */
class ReplayRunTest {
    private final Recorder recorder = new Recorder();
    private final Told told = new Told();

    /** What the store of a replay is told. */
    private static final class Told implements CheckpointStore {
        private final List<String> all = Collections.synchronizedList(new ArrayList<>());

        @Override
        public List<Checkpoint> read() {
            return List.of();
        }

        @Override
        public boolean resumable() {
            return false;
        }

        @Override
        public void keep(Checkpoint next, boolean forced) {
            if (next instanceof Checkpoint.Committed one) {
                all.add((one.tally().written() == 1 ? "arrived " : "not ") + one.split());
            }
        }

        @Override
        public void sending(int split) {
            all.add("sending " + split);
        }

        @Override
        public void takenBack(int split) {
            all.add("back " + split);
        }

        @Override
        public void forget() {}

        @Override
        public void close() {}
    }

    private RunResult replay(NumberTarget target, Guarantee guarantee) throws InterruptedException {
        JobWriter.Opening opening = context -> target;
        Job original = new Job(
                new JobReader(
                        "Reader", Path.of("reader"), new TestConnector(), context -> new NumberSource(context, 0, 1)),
                new JobWriter(
                        "Writer",
                        Path.of("writer"),
                        new TestConnector(),
                        opening,
                        guarantee,
                        Unrepresentable.DIRTY,
                        null,
                        true,
                        opening,
                        null),
                RunSettings.DEFAULT,
                name -> java.util.Optional.empty(),
                new TestRun.NoFiles());
        Schema columns = NumberSource.SCHEMA;
        Job job = Replay.job(
                original,
                new DirtyShape(DirtyRecord.Stage.WRITER, 0, columns, columns),
                IntStream.range(0, 4)
                        .mapToObj(n -> List.of(Integer.toString(n)))
                        .toList());
        return new Engine(Clock.systemUTC()).start(job, recorder, told).await();
    }

    private static TransactionalNumbers losingTheAnswerTo(int commit) {
        return new TransactionalNumbers() {
            @Override
            void afterCommit(int count) {
                if (count == commit) {
                    throw new SluiceException(CommonError.CONNECTION_LOST, "gone");
                }
            }
        };
    }

    @Test
    void aRecordWhoseCommitGotNoAnswerIsNotWrittenAgain() throws Exception {
        TransactionalNumbers target = losingTheAnswerTo(2);
        RunResult result = replay(target, Guarantee.AT_LEAST_ONCE);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(target.stored).containsExactly(0L, 1L, 2L, 3L);
        assertThat(recorder.dirty)
                .singleElement()
                .satisfies(record -> assertThat(record.code()).isEqualTo(EngineError.ARRIVAL_UNKNOWN))
                .satisfies(record -> assertThat(record.split()).isEqualTo(1));
        assertThat(result.statistics().recordsWritten()).isEqualTo(3);
        assertThat(told.all)
                .containsExactly(
                        "sending 0",
                        "arrived 0",
                        "sending 1",
                        "not 1",
                        "sending 2",
                        "arrived 2",
                        "sending 3",
                        "arrived 3");
    }

    @Test
    void whereItChangesNothingItIsWrittenAgain() throws Exception {
        TransactionalNumbers target = losingTheAnswerTo(2);
        RunResult result = replay(target, Guarantee.IDEMPOTENT);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(recorder.dirty).isEmpty();
        assertThat(target.stored).containsExactly(0L, 1L, 1L, 2L, 3L);
        assertThat(told.all).contains("sending 1", "arrived 1").doesNotContain("not 1");
    }

    @Test
    void aConnectionThatIsLostBeforeTheCommitLeavesNoDoubt() throws Exception {
        TransactionalNumbers target = new TransactionalNumbers() {
            private boolean lost;

            @Override
            void beforeWrite(RowBatch rows, int from, int to) {
                if (rows.longs(0).get(from) == 1 && !lost) {
                    lost = true;
                    throw new SluiceException(CommonError.CONNECTION_LOST, "gone");
                }
            }
        };
        RunResult result = replay(target, Guarantee.AT_LEAST_ONCE);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(recorder.dirty).isEmpty();
        assertThat(target.stored).containsExactly(0L, 1L, 2L, 3L);
        assertThat(told.all).containsSubsequence("sending 1", "back 1", "sending 1", "arrived 1");
    }
}
