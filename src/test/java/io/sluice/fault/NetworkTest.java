package io.sluice.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Engine;
import io.sluice.engine.JournalFile;
import io.sluice.engine.Outcome;
import io.sluice.engine.Recovery;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunResult;
import io.sluice.fault.Fault.Kind;
import io.sluice.fault.Fault.Moment;
import io.sluice.fault.Fault.Step;
import io.sluice.fault.Scene.Level;
import io.sluice.fault.Scene.TargetSystem;
import io.sluice.spi.error.Category;
import io.sluice.testing.TcpProxy;
import io.sluice.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What networks do to connections, at the source and at the target. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkTest {
    private static final Fault NONE = new Fault(Step.BATCH, Moment.BEFORE, Kind.EXCEPTION, Integer.MAX_VALUE);
    private static final int LAST_BYTE = 110_000;

    private FaultCases cases;

    @BeforeAll
    void makesTheSource() {
        cases = new FaultCases();
    }

    /** Source and target behind a proxy each. */
    private final class Network implements AutoCloseable {
        private final TestDatabase direct;
        private final TcpProxy source;
        private final TcpProxy target;
        private final Scene scene;
        private final Path home;

        Network(Level level, TargetSystem system, Path home) {
            direct = FaultCases.target(level, system);
            source = TcpProxy.to(cases.source().port());
            target = TcpProxy.to(direct.port());
            scene = new Scene(level, system, source.before(cases.source()), target.before(direct), home);
            this.home = home;
        }

        RunHandle start(Fault.Trigger trigger, Recovery recovery) throws Exception {
            JournalFile journal = JournalFile.open(home.resolve("journal"));
            return new Engine(Clock.systemUTC())
                    .start(scene.job(trigger, recovery), new FaultCases.Listener(), journal);
        }

        RunResult run(Fault.Trigger trigger) throws Exception {
            try (JournalFile journal = JournalFile.open(home.resolve("journal"))) {
                return new Engine(Clock.systemUTC())
                        .start(scene.job(trigger), new FaultCases.Listener(), journal)
                        .await();
            }
        }

        void requireComplete(int mayBeTwice) {
            new Oracle(scene, direct).requireComplete(mayBeTwice);
        }

        @Override
        public void close() {
            source.close();
            target.close();
        }
    }

    /** While it prepares, a run does not try again by itself: then it is resumed, as a user would. */
    private static void completeInTheEnd(Network network) throws Exception {
        Fault.Trigger none = new Fault.Trigger(NONE, () -> {});
        RunResult result = network.run(none);
        if (result.outcome() == Outcome.FAILED) {
            assertThat(Objects.requireNonNull(result.failure()).code().category())
                    .as(result.toString())
                    .isEqualTo(Category.TRANSIENT);
            result = network.run(none);
        }
        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.statistics().recordsDirty()).isZero();
    }

    private static void cutOften(NetworkTest test, TargetSystem system, int times, Path home) throws Exception {
        Random random = new Random(20261125L + system.ordinal());
        for (int time = 0; time < times; time++) {
            Path folder = java.nio.file.Files.createDirectories(home.resolve("cut" + time));
            try (Network network = test.new Network(Level.PROGRESS, system, folder)) {
                (random.nextInt(3) == 0 ? network.source : network.target).cutAfter(random.nextInt(LAST_BYTE));
                completeInTheEnd(network);
                network.requireComplete(0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsCutAtAnyByteLosesAndRepeatsNothing(TargetSystem system, @TempDir Path home) throws Exception {
        cutOften(this, system, 8, home);
    }

    @Tag("faults")
    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsCutAtAHundredBytesLosesAndRepeatsNothing(TargetSystem system, @TempDir Path home)
            throws Exception {
        cutOften(this, system, 100, home);
    }

    @ParameterizedTest
    @EnumSource
    void aCommitWhoseAnswerIsLostIsNotRepeatedWithProgress(TargetSystem system, @TempDir Path home) throws Exception {
        loseTheAnswer(Level.PROGRESS, system, home, 0);
    }

    @ParameterizedTest
    @EnumSource
    void aCommitWhoseAnswerIsLostMayBeRepeatedWithout(TargetSystem system, @TempDir Path home) throws Exception {
        loseTheAnswer(Level.APPEND, system, home, Scene.BATCH);
    }

    private void loseTheAnswer(Level level, TargetSystem system, Path home, int mayBeTwice) throws Exception {
        try (Network network = new Network(level, system, home)) {
            Fault fault = new Fault(Step.COMMIT, Moment.BEFORE, Kind.RESET, 5);
            RunResult result = network.run(new Fault.Trigger(fault, network.target::loseNextReply));
            assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(result.statistics().recordsWritten()).isEqualTo(Scene.ROWS);
            network.requireComplete(mayBeTwice);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStopEndsARunWhoseTargetIsSilent(TargetSystem system, @TempDir Path home) throws Exception {
        try (Network network = new Network(Level.APPEND, system, home)) {
            CountDownLatch silent = new CountDownLatch(1);
            Fault fault = new Fault(Step.COMMIT, Moment.BEFORE, Kind.RESET, 3);
            RunHandle run = network.start(
                    new Fault.Trigger(fault, () -> {
                        network.target.stall();
                        silent.countDown();
                    }),
                    Recovery.DEFAULT);
            assertThat(silent.await(30, TimeUnit.SECONDS)).isTrue();
            long began = System.nanoTime();
            run.stop();
            assertThat(run.await().outcome()).isEqualTo(Outcome.CANCELLED);
            // Five seconds are promised; a machine that is busy with something else gets as many again.
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTargetThatStaysSilentCountsAsLost(TargetSystem system, @TempDir Path home) throws Exception {
        try (Network network = new Network(Level.IMPATIENT, system, home)) {
            Fault fault = new Fault(Step.BATCH, Moment.BEFORE, Kind.RESET, 3);
            RunHandle run = network.start(new Fault.Trigger(fault, network.target::stall), new Recovery(0, 0, false));
            RunResult result = run.await();
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(Objects.requireNonNull(result.failure()).code().category())
                    .isEqualTo(Category.TRANSIENT);
            assertThat(result.statistics().recordsDirty()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTargetThatSaysGoodByeInTheMiddleIsReachedAgain(TargetSystem system, @TempDir Path home) throws Exception {
        try (Network network = new Network(Level.PROGRESS, system, home)) {
            Fault fault = new Fault(Step.BATCH, Moment.BEFORE, Kind.RESET, 4);
            RunResult result = network.run(new Fault.Trigger(fault, network.target::halfClose));
            assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCEEDED);
            network.requireComplete(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSlowTargetOnlyTakesLonger(TargetSystem system, @TempDir Path home) throws Exception {
        try (Network network = new Network(Level.APPEND, system, home)) {
            network.target.slow(200_000);
            RunResult result = network.run(new Fault.Trigger(NONE, () -> {}));
            assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
            network.requireComplete(0);
        }
    }
}
