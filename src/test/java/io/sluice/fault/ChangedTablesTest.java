package io.sluice.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Engine;
import io.sluice.engine.Failure;
import io.sluice.engine.JournalFile;
import io.sluice.engine.Outcome;
import io.sluice.engine.Recovery;
import io.sluice.engine.RunResult;
import io.sluice.fault.Fault.Kind;
import io.sluice.fault.Fault.Moment;
import io.sluice.fault.Fault.Step;
import io.sluice.fault.Scene.Level;
import io.sluice.fault.Scene.TargetSystem;
import io.sluice.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that somebody changes or drops while they are read or written. */
class ChangedTablesTest {
    private @TempDir Path folder;

    private final TestDatabase source = new FaultCases().source();

    private Scene scene(Level level, TargetSystem system) {
        return new Scene(level, system, source, FaultCases.target(level, system), folder);
    }

    private RunResult run(Scene scene, Runnable change) throws Exception {
        Fault early = new Fault(Step.BATCH, Moment.BEFORE, Kind.RESET, 5);
        try (JournalFile journal = JournalFile.open(folder.resolve("journal"))) {
            return new Engine(Clock.systemUTC())
                    .start(
                            scene.job(new Fault.Trigger(early, change), new Recovery(2, 2, false)),
                            new FaultCases.Listener(),
                            journal)
                    .await();
        }
    }

    /** Another attempt at the load, which nothing happens to. */
    private RunResult resume(Scene scene) throws Exception {
        Fault never = new Fault(Step.BATCH, Moment.BEFORE, Kind.RESET, Integer.MAX_VALUE);
        try (JournalFile journal = JournalFile.open(folder.resolve("journal"))) {
            return new Engine(Clock.systemUTC())
                    .start(scene.job(new Fault.Trigger(never, () -> {})), new FaultCases.Listener(), journal)
                    .await();
        }
    }

    private static Failure failure(RunResult result) {
        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.FAILED);
        assertThat(result.statistics().recordsDirty()).isZero();
        assertThat(result.statistics().recordsRead()).isLessThanOrEqualTo(Scene.ROWS);
        return Objects.requireNonNull(result.failure());
    }

    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void aTargetThatIsDroppedEndsTheRunWithItsName(TargetSystem system) throws Exception {
        Scene scene = scene(Level.PROGRESS, system);
        Failure failure = failure(run(scene, () -> scene.target().run("drop table t")));
        assertThat(failure.code().name()).isEqualTo("TABLE_UNKNOWN");
        assertThat(failure.stepName()).isEqualTo("Writer");
        assertThat(failure.message()).contains("t");
    }

    /** Nothing of it shows, and its staging table goes with the load. */
    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void aTargetThatIsDroppedBeforeItsPublicationIsNamedToo(TargetSystem system) throws Exception {
        Scene scene = scene(Level.STAGING, system);
        Failure failure = failure(run(scene, () -> scene.target().run("drop table t")));
        assertThat(failure.code().name()).isEqualTo("TABLE_UNKNOWN");
        assertThat(failure.stepName()).isEqualTo("Writer");
    }

    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void aColumnThatTheTargetLosesEndsTheRunWithItsName(TargetSystem system) throws Exception {
        Scene scene = scene(Level.PROGRESS, system);
        Failure failure = failure(run(scene, () -> scene.target().run("alter table t drop column payload")));
        assertThat(failure.code().name()).isEqualTo("COLUMN_UNKNOWN");
        assertThat(failure.message()).contains("payload");
    }

    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void aColumnThatTheTargetGetsShiftsNothing(TargetSystem system) throws Exception {
        Scene scene = scene(Level.PROGRESS, system);
        String place = system == TargetSystem.MARIADB ? " first" : "";
        RunResult result = run(scene, () -> scene.target().run("alter table t add column x bigint" + place));
        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(scene.target().value("select count(*) from t where x is null and payload = concat('row ', id)"))
                .isEqualTo(Integer.toString(Scene.ROWS));
    }

    /** What was checked for the column of before might be cut or rounded to fit into the other. */
    @Test
    void aColumnThatBecomesAnotherEndsTheRunBeforeAnythingIsWrittenIntoIt() throws Exception {
        Scene scene = scene(Level.PROGRESS, TargetSystem.MARIADB);
        Failure failure = failure(run(scene, () -> scene.target().run("alter table t modify payload varchar(50)")));
        assertThat(failure.code().name()).isEqualTo("TARGET_CHANGED");
        assertThat(failure.message()).contains("payload", "60", "50");
    }

    /** PostgreSQL writes on without a word, and would cut or round to fit. */
    @ParameterizedTest
    @EnumSource(
            value = Level.class,
            names = {"APPEND", "PROGRESS", "UPSERT"})
    void aColumnThatBecomesAnotherUnderAnOpenConnectionIsSeenAtTheEndOfTheRun(Level level) throws Exception {
        Scene scene = scene(level, TargetSystem.POSTGRESQL);
        Failure failure =
                failure(run(scene, () -> scene.target().run("alter table t alter column payload type varchar(50)")));
        assertThat(failure.code().name()).isEqualTo("TARGET_CHANGED");
        assertThat(failure.message()).contains("payload", "60", "50");
    }

    /** Whatever the columns are by then: what was written before is not looked at again. */
    @ParameterizedTest
    @EnumSource(
            value = Level.class,
            names = {"APPEND", "PROGRESS", "UPSERT"})
    void aLoadWhoseTargetWasChangedIsNotGoneOnWith(Level level) throws Exception {
        Scene scene = scene(level, TargetSystem.POSTGRESQL);
        failure(run(scene, () -> scene.target().run("alter table t alter column payload type varchar(50)")));
        String written = scene.target().value("select count(*) from t");

        for (String type : List.of("varchar(50)", "varchar(60)")) {
            scene.target().run("alter table t alter column payload type " + type);
            Failure refused = Objects.requireNonNull(resume(scene).failure());
            assertThat(refused.code().name()).isEqualTo("TARGET_CHANGED");
            assertThat(refused.code().advice()).contains("give the load up and run the task from the start");
            assertThat(refused.message()).contains("payload", "60", "50");
            assertThat(scene.target().value("select count(*) from t")).isEqualTo(written);
        }
    }

    /** Whether it was changed before or after the last row of the dead process, nobody knows. */
    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void aTargetThatWasChangedAroundTheDeathOfTheProcessIsNotGoneOnWith(TargetSystem system) throws Exception {
        Scene scene = scene(Level.PROGRESS, system);
        FaultyProcess.run(scene, folder.resolve("journal"), new Fault(Step.COMMIT, Moment.AFTER, Kind.HALT, 4));
        String change = system == TargetSystem.MARIADB ? "modify payload" : "alter column payload type";
        scene.target().run("alter table t " + change + " varchar(50)");

        Failure refused = Objects.requireNonNull(resume(scene).failure());

        assertThat(refused.code().name()).isEqualTo("TARGET_CHANGED");
        assertThat(refused.message()).contains("payload", "60", "50");
    }

    /** As after dirty records: the attempt has ended by itself and looked at its columns, then they were widened. */
    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void aTargetThatIsChangedBetweenTwoAttemptsIsGoneOnWith(TargetSystem system) throws Exception {
        Scene scene = scene(Level.PROGRESS, system);
        failure(run(scene, () -> {
            throw new IllegalStateException("A defect");
        }));
        String change = system == TargetSystem.MARIADB ? "modify payload" : "alter column payload type";
        scene.target().run("alter table t " + change + " varchar(70)");

        assertThat(resume(scene).outcome()).isEqualTo(Outcome.SUCCEEDED);
        new Oracle(scene, scene.target()).requireComplete(0);
    }

    /** The staging table was made like the target of before. */
    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void aStagingTableIsNotPublishedAsATargetThatHasChanged(TargetSystem system) throws Exception {
        Scene scene = scene(Level.STAGING, system);
        String change = system == TargetSystem.MARIADB ? "modify payload" : "alter column payload type";

        Failure failure = failure(run(scene, () -> scene.target().run("alter table t " + change + " varchar(50)")));

        assertThat(failure.code().name()).isEqualTo("TARGET_CHANGED");
        assertThat(scene.target().rows("select distinct payload from t")).containsExactly("old");
    }

    /** The change waits for who reads the table, so nobody waits for the change. */
    private void changesSource(String statement) {
        Thread.ofPlatform().daemon().start(() -> source.run(statement));
    }

    @Test
    void aColumnThatTheSourceGetsShiftsNothing() throws Exception {
        Scene scene = scene(Level.PROGRESS, TargetSystem.POSTGRESQL);
        RunResult result = run(scene, () -> changesSource("alter table src add column x bigint default 7 first"));
        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(scene.target().value("select count(*) from t where payload = concat('row ', id)"))
                .isEqualTo(Integer.toString(Scene.ROWS));
        new Oracle(scene, scene.target()).requireComplete(0);
    }

    @Test
    void aSourceThatIsDroppedEndsTheRunWithItsName() throws Exception {
        Scene scene = scene(Level.PROGRESS, TargetSystem.POSTGRESQL);
        Failure failure = failure(run(scene, () -> changesSource("drop table src")));
        assertThat(failure.code().name()).isEqualTo("TABLE_UNKNOWN");
        assertThat(failure.stepName()).isEqualTo("Reader");
        assertThat(failure.message()).contains("src");
    }
}
