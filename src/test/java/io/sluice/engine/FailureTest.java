package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.Path;
import io.sluice.spi.TaskContext;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Secret;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailureTest {
    private final Recorder recorder = new Recorder();
    private final NumberTarget target = new NumberTarget();

    private record Account(
            @Field(label = "User") String user,
            @Field(label = "Password") Secret password) {}

    private RunResult run(JobReader.Opening reader, JobWriter.Opening writer) throws InterruptedException {
        return TestRun.run(TestRun.job(reader, writer, RunSettings.DEFAULT.withConcurrency(2)), recorder);
    }

    private static @Nullable ErrorCode code(RunResult result) {
        return result.failure() == null ? null : result.failure().code();
    }

    @Test
    void namesTheStepAndItsPlace() throws Exception {
        RunResult result = run(
                context -> {
                    throw new IOException("no such table");
                },
                context -> target);
        assertThat(result.failure())
                .isEqualTo(new Failure(CommonError.WRITE_FAILED, "no such table", "Reader", Path.of("reader")));
        assertThat(target.calls).isEmpty();
        assertThat(recorder.logText()).contains("WRITE_FAILED in step Reader: no such table");
    }

    @Test
    void theNumberOfADriversConnectionStandsInFrontOfNoMessage() throws Exception {
        RunResult result = run(
                context -> {
                    throw new IOException("(conn=37) Table 'shop.orders' doesn't exist");
                },
                context -> target);
        assertThat(result.failure()).isNotNull();
        assertThat(result.failure().message()).isEqualTo("Table 'shop.orders' doesn't exist");
        assertThat(recorder.logText()).doesNotContain("conn=");
    }

    @Test
    void theMessageAndTheAdviceAreTwoSentences() throws Exception {
        String advice = CommonError.WRITE_FAILED.advice();
        assertThat(advice).isNotEmpty();

        for (String message : List.of("no such table", "No such table.", "No such table. ")) {
            run(
                    context -> {
                        throw new IOException(message);
                    },
                    context -> target);
        }

        assertThat(recorder.log)
                .filteredOn(event -> event.level() == TaskContext.Level.ERROR)
                .extracting(LogEvent::text)
                .containsExactly(
                        "WRITE_FAILED in step Reader: no such table. " + advice,
                        "WRITE_FAILED in step Reader: No such table. " + advice,
                        "WRITE_FAILED in step Reader: No such table. " + advice);
    }

    @Test
    void aFailureWhilePublishingTakesBack() throws Exception {
        NumberTarget failing = new NumberTarget() {
            @Override
            public void commit(List<Part> receipts) throws IOException {
                throw new IOException("disk full");
            }
        };
        RunResult result = run(context -> new NumberSource(context, 10, 2), context -> failing);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failing.calls).containsExactly("prepare", "abort", "close");
    }

    @Test
    void statementsAfterTheLoadAreNotRunAfterAFailure() throws Exception {
        NumberTarget failing = new NumberTarget() {
            @Override
            void beforeWrite(io.sluice.spi.data.RowBatch rows, int from, int to) throws IOException {
                throw new IOException("no");
            }
        };
        run(context -> new NumberSource(context, 10, 2), context -> failing);
        assertThat(failing.calls).doesNotContain("finish").contains("abort");
        assertThat(failing.openWorkers).hasValue(0);
    }

    @Test
    void aDefectOfAConnectorEndsTheRunToo() throws Exception {
        NumberTarget failing = new NumberTarget() {
            @Override
            void beforeWrite(io.sluice.spi.data.RowBatch rows, int from, int to) {
                throw new StackOverflowError();
            }
        };
        RunResult result = run(context -> new NumberSource(context, 10, 2), context -> failing);
        assertThat(code(result)).isEqualTo(CommonError.INTERNAL_ERROR);
    }

    @Test
    void differentNumbersOfColumnsAreRefused() throws Exception {
        NumberTarget wide = new NumberTarget() {
            @Override
            public Schema prepare(Schema source) {
                return Schema.of(source.column(0), source.column(0));
            }
        };
        assertThat(code(run(context -> new NumberSource(context, 10, 2), context -> wide)))
                .isEqualTo(CommonError.COLUMN_COUNT);
    }

    @Test
    void typesThatDoNotConvertAreRefusedBeforeAnythingIsWritten() throws Exception {
        NumberTarget dates = new NumberTarget() {
            @Override
            public Schema prepare(Schema source) {
                return Schema.of(new Column("day", new LogicalType.Date()));
            }
        };
        RunResult result = run(context -> new NumberSource(context, 10, 2), context -> dates);
        assertThat(code(result)).isEqualTo(EngineError.TYPES_NOT_CONVERTIBLE);
        assertThat(result.statistics().recordsRead()).isZero();
    }

    @Test
    void oneRunDoesNotDisturbAnother() throws Exception {
        Engine engine = new Engine(Clock.systemUTC());
        RunHandle bad = engine.start(
                TestRun.job(
                        context -> new NumberSource(context, 100_000, 5),
                        context -> new NumberTarget(number -> number > 10),
                        RunSettings.DEFAULT),
                new Recorder());
        RunHandle good = engine.start(
                TestRun.job(context -> new NumberSource(context, 100_000, 5), context -> target, RunSettings.DEFAULT),
                recorder);
        assertThat(bad.await().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(good.await().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(target.stored).hasSize(100_000);
        assertThat(recorder.dirty).isEmpty();
    }

    @Test
    void noThreadOutlivesItsRun() throws Exception {
        Job job = TestRun.job(
                context -> new NumberSource(context, 100_000, 8),
                context -> target,
                RunSettings.DEFAULT.withConcurrency(4));
        Engine engine = new Engine(Clock.systemUTC());
        engine.start(job, recorder).await();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().matches("sluice-run-\\d+-(reader|writer)-\\d+")) {
                assertThat(thread.join(Duration.ofMinutes(1)))
                        .as(thread.getName())
                        .isTrue();
            }
        }
    }

    @Test
    void secretsAppearNowhere() throws Exception {
        NamedSource source = new NamedSource(
                "shop", "test", ConfigValue.Obj.EMPTY.with("user", "me").with("password", "s3cret/x"));
        Job plain = TestRun.job(
                context -> {
                    Account account = context.dataSource("shop", ConfigSpec.of(Account.class));
                    throw new IOException("jdbc://me:" + account.password().reveal() + "@host and s3cret%2Fx refused");
                },
                context -> target,
                RunSettings.DEFAULT);
        Job job = new Job(plain.reader(), plain.writer(), plain.settings(), name -> Optional.of(source), plain.files());
        RunResult result = TestRun.run(job, recorder);
        assertThat(result.failure()).isNotNull();
        assertThat(result + recorder.logText())
                .contains("jdbc://me:••••••@host")
                .doesNotContain("s3cret");
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        RunSettings settings = new RunSettings(
                1,
                5,
                DirtyLimit.NONE_ALLOWED,
                RunLimits.NONE,
                io.sluice.engine.convert.ConversionRules.DEFAULT,
                true,
                false,
                Recovery.DEFAULT);
        Job job = TestRun.job(context -> new NumberSource(context, 10, 1), context -> target, settings);
        assertThat(TestRun.run(job, recorder).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(target.calls).isEmpty();
    }
}
