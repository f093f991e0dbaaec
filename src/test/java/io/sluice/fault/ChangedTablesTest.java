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
