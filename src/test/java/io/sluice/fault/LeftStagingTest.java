package io.sluice.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Engine;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunResult;
import io.sluice.fault.Fault.Kind;
import io.sluice.fault.Fault.Moment;
import io.sluice.fault.Fault.Step;
import io.sluice.fault.Scene.Level;
import io.sluice.fault.Scene.TargetSystem;
import io.sluice.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What dies without checkpoints leaves things that only the next run can remove: if nobody is at work on them. */
class LeftStagingTest {
    private static final Fault NONE = new Fault(Step.COMMIT, Moment.AFTER, Kind.HALT, Integer.MAX_VALUE);

    private @TempDir Path folder;

    private final TestDatabase source = new FaultCases().source();

    private Scene scene(Level level, TargetSystem system) {
        return new Scene(level, system, source, FaultCases.target(level, system), folder);
    }

    private static Fault death(Step step, int occurrence) {
        return new Fault(step, Moment.AFTER, Kind.HALT, occurrence);
    }

    /** Without checkpoints; a lock of the dead process is let go of when the server notices, which may take its time. */
    private static void die(Scene scene, Step step, int occurrence) throws Exception {
        FaultyProcess.run(scene, death(step, occurrence));
        FaultyProcess.awaitNoticed(scene);
    }

    private static RunHandle start(Scene scene, Fault.Trigger trigger) {
        return new Engine(Clock.systemUTC()).start(scene.job(trigger), new FaultCases.Listener());
    }

    private static void runToTheEnd(Scene scene) throws InterruptedException {
        RunResult result = start(scene, new Fault.Trigger(NONE, () -> {})).await();
        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCEEDED);
    }

    private static List<String> ours(Scene scene) {
        String schema = scene.system() == TargetSystem.MARIADB ? "database()" : "current_schema()";
        return scene.target()
                .rows("select table_name from information_schema.tables where table_name like 'sluice%'"
                        + " and table_schema = " + schema);
    }

    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void theNextRunRemovesTheStagingTableOfADeadProcess(TargetSystem system) throws Exception {
        Scene scene = scene(Level.STAGING, system);
        die(scene, Step.COMMIT, 4);
        die(scene, Step.COMMIT, 2);
        assertThat(ours(scene)).as("the second has removed what the first left").hasSize(2);

        runToTheEnd(scene);

        new Oracle(scene, scene.target()).requireComplete(0);
    }

    /** The content of before stands beside the new one then. */
    @Test
    void theNextRunRemovesWhatAPublicationLeft() throws Exception {
        Scene scene = scene(Level.STAGING, TargetSystem.MARIADB);
        die(scene, Step.RENAME, 1);
        assertThat(ours(scene)).anyMatch(name -> name.startsWith("sluice_old_"));

        runToTheEnd(scene);

        new Oracle(scene, scene.target()).requireComplete(0);
    }

    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void aStagingTableStaysWhileItsProcessIsAtWork(TargetSystem system) throws Exception {
        Scene scene = scene(Level.STAGING, system);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Fault pause = new Fault(Step.BATCH, Moment.BEFORE, Kind.RESET, 3);
        RunHandle slow = start(scene, new Fault.Trigger(pause, () -> {
            reached.countDown();
            try {
                goOn.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }));
        try {
            assertThat(reached.await(60, TimeUnit.SECONDS)).as("it is at work").isTrue();
            runToTheEnd(scene);
            assertThat(ours(scene)).as("those of the one that is at work").hasSize(2);
        } finally {
            goOn.countDown();
        }
        assertThat(slow.await().outcome()).isEqualTo(Outcome.SUCCEEDED);
        new Oracle(scene, scene.target()).requireComplete(0);
    }

    /** Its checkpoints say that somebody may go on with it. */
    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void whatCanBeResumedStays(TargetSystem system) throws Exception {
        Scene scene = scene(Level.STAGING, system);
        FaultyProcess.run(scene, folder.resolve("load.jsonl"), death(Step.COMMIT, 4));
        FaultyProcess.awaitNoticed(scene);

        runToTheEnd(scene);

        assertThat(ours(scene)).as("those of the load with checkpoints").hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void whatIsForAnotherTargetStays(TargetSystem system) throws Exception {
        Scene scene = scene(Level.STAGING, system);
        die(scene, Step.COMMIT, 4);
        String progress = ours(scene).stream()
                .filter(name -> name.startsWith("sluice_prg_"))
                .findFirst()
                .orElseThrow();
        scene.target().run("update " + progress + " set last_key = 'another' where split_no = -1");

        runToTheEnd(scene);

        assertThat(ours(scene)).as("those for the other target").hasSize(2);
    }

    @Test
    void theNextRunRemovesTheFilesOfADeadProcess() throws Exception {
        Scene scene = scene(Level.FILES, TargetSystem.MARIADB);
        die(scene, Step.BATCH, 4);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isNotEmpty();
        }

        runToTheEnd(scene);

        new Oracle(scene, scene.target()).requireComplete(0);
    }
}
