package io.sluice.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Engine;
import io.sluice.engine.JournalFile;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.fault.Fault.Kind;
import io.sluice.fault.Fault.Moment;
import io.sluice.fault.Fault.Step;
import io.sluice.fault.Scene.Level;
import io.sluice.fault.Scene.TargetSystem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One load whose process dies again and again, each time somewhere else. */
class RepeatedDeathTest {
    private static final int DEATHS = 4;

    @ParameterizedTest
    @CsvSource({"PROGRESS, POSTGRESQL", "UPSERT, MARIADB", "STAGING, MARIADB", "STAGING, POSTGRESQL"})
    void everyAttemptGoesOnWhereTheOneBeforeItCame(Level level, TargetSystem system, @TempDir Path folder)
            throws Exception {
        Scene scene = new Scene(level, system, new FaultCases().source(), FaultCases.target(level, system), folder);
        Path journal = folder.resolve("journal");
        Random random = new Random(20261126L + system.ordinal());
        Step[] steps = {Step.PROGRESS, Step.BATCH, Step.COMMIT, Step.CHECKPOINT};
        for (int death = 0; death < DEATHS; death++) {
            Moment moment = random.nextBoolean() ? Moment.BEFORE : Moment.AFTER;
            Step step = steps[random.nextInt(steps.length)];
            FaultyProcess.run(scene, journal, new Fault(step, moment, Kind.HALT, 2 + random.nextInt(5)));
            new Oracle(scene, scene.target()).requireUntouchedOrComplete();
        }
        Fault none = new Fault(Step.BATCH, Moment.BEFORE, Kind.EXCEPTION, Integer.MAX_VALUE);
        try (JournalFile checkpoints = JournalFile.open(journal)) {
            RunResult result = new Engine(Clock.systemUTC())
                    .start(scene.job(new Fault.Trigger(none, () -> {})), new FaultCases.Listener(), checkpoints)
                    .await();
            assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(result.statistics().recordsRead()).isEqualTo(Scene.ROWS);
        }
        new Oracle(scene, scene.target()).requireComplete(0);
    }
}
