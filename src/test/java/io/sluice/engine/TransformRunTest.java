package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.DirtyRecord.Stage;
import io.sluice.engine.transform.TransformStep;
import io.sluice.script.Path;
import io.sluice.script.transform.Cast;
import io.sluice.script.transform.FieldAssign;
import io.sluice.script.transform.Filter;
import io.sluice.script.transform.Transform;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs with steps between reader and writer. */
class TransformRunTest {
    private static final long COUNT = 10_000;
    private final Recorder recorder = new Recorder();
    private final NumberTarget target = new NumberTarget();

    private static TransformStep step(String name, Transform parameters) {
        return new TransformStep(name, Path.of("steps").child(1), parameters);
    }

    private static TransformStep small() {
        return step("Small", new Cast(List.of(new Cast.Target("n", null, "int16", null, null))));
    }

    private static TransformStep drop(String value) {
        return step("Few", new Filter("n", null, Filter.Operator.LESS, value, null, Filter.Matching.DROP));
    }

    private RunResult run(RunSettings settings, TransformStep... steps) throws InterruptedException {
        Job plain = TestRun.job(context -> new NumberSource(context, COUNT, 16), context -> target, settings);
        Job job = new Job(plain.reader(), List.of(steps), plain.writer(), settings, plain.sources(), plain.files());
        return TestRun.run(job, recorder);
    }

    @Test
    void everyRecordIsWrittenFilteredOrDirtyOverAllChannels() throws Exception {
        RunSettings settings = RunSettings.DEFAULT.withConcurrency(4).withDirtyLimit(DirtyLimit.IGNORE);
        Cast tiny = new Cast(List.of(
                new Cast.Target("n", null, "int16", null, null), new Cast.Target("n", null, "int64", null, null)));
        RunResult result = run(settings, drop("100"), step("Tiny", tiny), drop("200"));
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        RunStatistics all = result.statistics();
        assertThat(all.recordsRead()).isEqualTo(COUNT);
        assertThat(all.recordsFiltered()).isEqualTo(200);
        assertThat(all.recordsDirty()).isZero();
        assertThat(all.recordsWritten()).isEqualTo(COUNT - 200);
        assertThat(target.stored).hasSize((int) COUNT - 200).allMatch(number -> number >= 200);
        assertThat(recorder.logText()).contains("records filtered 200");
    }

    @Test
    void aRowThatFailsIsDirtyWithItsStepColumnValueAndCause() throws Exception {
        RunSettings settings = RunSettings.DEFAULT.withConcurrency(4).withDirtyLimit(DirtyLimit.IGNORE);
        Cast bytes = new Cast(List.of(new Cast.Target(null, 0, "int8", null, null)));
        RunResult result = run(settings, step("Bytes", bytes));
        assertThat(result.statistics().recordsDirty()).isEqualTo(COUNT - 128);
        assertThat(target.stored).hasSize(128);
        assertThat(recorder.dirty.getFirst()).satisfies(record -> {
            assertThat(record.stage()).isEqualTo(Stage.TRANSFORM);
            assertThat(record.columnName()).isEqualTo("n");
            assertThat(record.columnIndex()).isZero();
            assertThat(record.values())
                    .singleElement()
                    .satisfies(value -> assertThat(Long.parseLong(value)).isGreaterThan(127));
            assertThat(record.code().name()).isEqualTo("VALUE_OUT_OF_RANGE");
            assertThat(record.message()).startsWith("step 'Bytes': '").contains("does not fit");
        });
    }

    @Test
    void dirtyRecordsOfStepsCountForTheLimit() throws Exception {
        Cast bytes = new Cast(List.of(new Cast.Target("n", null, "int8", null, null)));
        RunResult result = run(RunSettings.DEFAULT, step("Bytes", bytes));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.failure()).isNotNull();
        assertThat(result.failure().code()).isEqualTo(EngineError.DIRTY_LIMIT_EXCEEDED);
    }

    @Test
    void aFilterThatKeepsNothingSucceeds() throws Exception {
        RunResult result = run(RunSettings.DEFAULT, drop("1e9"));
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.statistics().recordsFiltered()).isEqualTo(COUNT);
        assertThat(target.writes.get()).isZero();
    }

    @Test
    void aStepThatDoesNotFitFailsWithItsNameBeforeAnythingIsWritten() throws Exception {
        FieldAssign rename = new FieldAssign(List.of(new FieldAssign.Assignment("m", "n", null, null, null)));
        RunResult result = run(RunSettings.DEFAULT, step("Rename", rename), small());
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.failure()).isNotNull();
        assertThat(result.failure().stepName()).isEqualTo("Small");
        assertThat(result.failure().path()).hasToString("steps[1]");
        assertThat(result.failure().message()).contains("no column 'n'");
        assertThat(target.calls).doesNotContain("prepare");
    }
}
