package io.sluice.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Engine;
import io.sluice.engine.Failure;
import io.sluice.engine.JournalFile;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.fault.Fault.Kind;
import io.sluice.fault.Fault.Moment;
import io.sluice.fault.Fault.Step;
import io.sluice.fault.Scene.Level;
import io.sluice.fault.Scene.TargetSystem;
import io.sluice.spi.error.Category;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Disks without space: for files that are written, for checkpoints, for a server. */
class DiskFullTest {
    private static final Fault NONE = new Fault(Step.COMMIT, Moment.AFTER, Kind.HALT, Integer.MAX_VALUE);

    private @TempDir Path folder;

    private final TestDatabase source = new FaultCases().source();

    private Scene scene(Level level, TestDatabase target) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        return new Scene(level, TargetSystem.MARIADB, source, target, out);
    }

    private Path journal() {
        return folder.resolve("load.jsonl");
    }

    private RunResult resume(Scene scene) throws Exception {
        try (JournalFile checkpoints = JournalFile.open(journal())) {
            return new Engine(Clock.systemUTC())
                    .start(scene.job(new Fault.Trigger(NONE, () -> {})), new FaultCases.Listener(), checkpoints)
                    .await();
        }
    }

    private void requireComplete(Scene scene, int mayBeTwice) throws Exception {
        RunResult result = resume(scene);
        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.statistics().recordsDirty()).isZero();
        new Oracle(scene, scene.target()).requireComplete(mayBeTwice);
    }

    @Test
    void aFileThatHasNoPlaceNeverAppears() throws Exception {
        Scene scene = scene(Level.FILES, FaultCases.target(Level.APPEND, TargetSystem.MARIADB));

        String said = FaultyProcess.limited(scene, journal(), 4);

        assertThat(said).contains("FILE_NOT_WRITTEN", "Cannot write " + scene.folder() + "/.out__", "outcome=FAILED");
        assertThat(said).contains("Free space on the disk of the file");
        try (Stream<Path> files = Files.list(scene.folder())) {
            assertThat(files).isEmpty();
        }
        requireComplete(scene, 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Level.class,
            names = {"APPEND", "PROGRESS", "UPSERT", "STAGING"})
    void checkpointsThatHaveNoPlaceEndTheRunAndLoseNothing(Level level) throws Exception {
        Scene scene = scene(level, FaultCases.target(level, TargetSystem.MARIADB));

        String said = FaultyProcess.limited(scene, journal(), 4);

        assertThat(said).contains("CHECKPOINT_FAILED", "The checkpoints cannot be kept: ", "outcome=FAILED");
        assertThat(said).contains("then resume the run");
        assertThat(Files.size(journal())).isBetween(2_000L, 4_096L);
        requireComplete(scene, level == Level.APPEND ? Scene.CHANNELS * Scene.BATCH : 0);
    }

    /** The server says what it says when its disk is full, as long as there is ballast. */
    private static TestDatabase withoutSpace(TargetSystem system) {
        TestDatabase target = FaultCases.target(Level.PROGRESS, system);
        target.run("create table ballast (id int)", "insert into ballast values (1)");
        switch (system) {
            case MARIADB ->
                target.run("create trigger space before insert on t for each row begin"
                        + " if new.id > 700 and exists (select 1 from ballast) then"
                        + " signal sqlstate 'HY000' set mysql_errno = 1114, message_text = 'The table t is full';"
                        + " end if; end");
            case POSTGRESQL ->
                target.run(
                        "create function space() returns trigger language plpgsql as $$ begin"
                                + " if new.id > 700 and exists (select 1 from ballast) then"
                                + " raise 'could not extend file' using errcode = 'disk_full'; end if;"
                                + " return new; end $$",
                        "create trigger space before insert on t for each row execute function space()");
        }
        return target;
    }

    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void aServerWithoutSpaceMakesNoDirtyRecordsAndTheLoadGoesOnWhenThereIsSome(TargetSystem system) throws Exception {
        TestDatabase target = withoutSpace(system);
        Scene scene = new Scene(Level.PROGRESS, system, source, target, folder);

        RunResult failed = resume(scene);

        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        Failure failure = Objects.requireNonNull(failed.failure());
        assertThat(failure.code().name()).isEqualTo("STORAGE_FULL");
        assertThat(failure.code().category()).isEqualTo(Category.EXTERNAL);
        assertThat(failure.code().advice()).isEqualTo("Free space on the server, then resume the run.");
        assertThat(failed.statistics().recordsDirty()).isZero();
        target.run("delete from ballast");
        requireComplete(scene, 0);
    }
}
